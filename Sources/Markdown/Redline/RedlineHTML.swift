/// Shows both versions as one HTML text, with what was added and removed marked.
///
/// It needs no script and nothing from the network, reads on a phone, in dark mode and on paper,
/// and tells a screen reader where a change begins and ends: browsers do not, of `<ins>` and
/// `<del>`.
public struct RedlineHTML: Sendable {
  /// In which direction the text is written.
  public enum Direction: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }

  private let language: String
  private let direction: Direction

  /// Makes a renderer for texts in a language, named as in `<html lang>`.
  public init(language: String, direction: Direction) {
    self.language = language
    self.direction = direction
  }

  /// Returns a whole page.
  ///
  /// - Parameters:
  ///   - redline: What it shows.
  ///   - title: The piece's title, in the language of the text.
  ///   - since: With what it was compared, in English.
  /// - Returns: HTML in UTF-8.
  public func page(of redline: Redline, title: String, since: String? = nil) -> [UInt8] {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n<html lang=\"")
    html.text(language)
    html.markup("\" dir=\"\(direction.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    html.text(title)
    html.markup("</title>\n</head>\n<body>\n<main>\n")
    html.markup("<header class=\"redline-head\">\n<h1>")
    html.text(title)
    html.markup("</h1>\n")
    if let since {
      html.markup("<p lang=\"en\" dir=\"ltr\">Changes since ")
      html.text(since)
      html.markup("</p>\n")
    }
    html.markup("</header>\n")
    write(redline, to: &html)
    html.markup("</main>\n</body>\n</html>\n")
    return html.bytes
  }

  /// Returns what stands within a page, with its style.
  public func fragment(of redline: Redline) -> [UInt8] {
    var html = HTMLText()
    write(redline, to: &html)
    return html.bytes
  }

  private func write(_ redline: Redline, to html: inout HTMLText) {
    html.markup("<style>\n\(RedlineStyle.css)</style>\n<div class=\"redline\" lang=\"")
    html.text(language)
    html.markup("\" dir=\"\(direction.rawValue)\">\n<p class=\"redline-summary\">")
    html.markup("<span lang=\"en\" dir=\"ltr\">")
    html.text(redline.isChanged ? redline.summary : "no change")
    html.markup("</span></p>\n")
    var levels = HeadingLevels()
    for section in redline.sections {
      html.markup("<section>\n")
      for paragraph in section.paragraphs { write(paragraph, &levels, to: &html) }
      html.markup("</section>\n")
    }
    html.markup("</div>\n")
  }

  private func write(
    _ paragraph: Redline.Paragraph,
    _ levels: inout HeadingLevels,
    to html: inout HTMLText
  ) {
    let element: String
    switch paragraph.kind {
    case .heading(let own): element = "h\(levels.next(own))"
    case .code: element = "pre"
    case .paragraph, .imageText: element = "p"
    }
    html.markup("<\(element)")
    if paragraph.listDepth > 0 {
      html.markup(" class=\"redline-item\" style=\"--depth: \(min(paragraph.listDepth, 6))\"")
    }
    html.markup(">")
    if paragraph.kind == .imageText { html.markup(label("image")) }
    var wasRemoved = false
    for run in paragraph.runs {
      // A word and what stands in its place would otherwise read as one.
      if wasRemoved, run.change == .inserted, run.text.first?.isWhitespace == false {
        html.text(" ")
      }
      write(run, to: &html)
      wasRemoved = run.change == .removed
    }
    html.markup("</\(element)>\n")
  }

  private func write(_ run: Redline.Run, to html: inout HTMLText) {
    let text = run.isParagraphMark ? "¶" : run.text
    html.text(String(text.prefix(while: \.isWhitespace)))
    let words = String(text.drop(while: \.isWhitespace))
    switch run.change {
    case .equal: html.text(words)
    case .inserted: write(words, as: "ins", "added", to: &html)
    case .removed: write(words, as: "del", "removed", to: &html)
    case .movedHere:
      html.markup(label("moved here"))
      html.text(words)
    case .movedAway:
      html.markup(label("moved away"))
      write(words, as: "del", "moved away", to: &html)
    }
  }

  private func write(
    _ words: String,
    as element: String,
    _ change: String,
    to html: inout HTMLText
  ) {
    html.markup("<\(element)>\(hidden("[\(change): "))")
    html.text(words)
    html.markup("\(hidden(" end]"))</\(element)>")
  }

  /// Words for those who hear the page.
  private func hidden(_ words: String) -> String {
    "<span class=\"redline-hidden\" lang=\"en\">\(words)</span>"
  }

  /// Words for everybody.
  private func label(_ words: String) -> String {
    "<span class=\"redline-label\" lang=\"en\" dir=\"ltr\">\(words)</span> "
  }
}

/// The levels of a page's headings: the title has the first, and none is skipped on the way down.
private struct HeadingLevels {
  private var open: [(own: Int, level: Int)] = []

  /// Returns the level on the page for the next heading's own level.
  mutating func next(_ own: Int) -> Int {
    while let last = open.last, last.own >= own { open.removeLast() }
    let level = min((open.last?.level ?? 1) + 1, 6)
    open.append((own, level))
    return level
  }
}

/// HTML that is written: markup as it stands, text escaped.
private struct HTMLText {
  private(set) var bytes: [UInt8] = []

  mutating func markup(_ markup: String) { bytes += Array(markup.utf8) }

  mutating func text(_ text: String) {
    let text = Array(text.utf8)
    HTMLEscaping.append(text.span, to: &bytes)
  }
}
