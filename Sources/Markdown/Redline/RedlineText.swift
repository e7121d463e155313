internal import Diagnostics

/// Shows what changed in a terminal, heading by heading.
///
/// Without colours it uses the marks of `git diff --word-diff`. Everything that comes from a file
/// passes the terminal's escaper.
public struct RedlineText: Sendable {
  private let colours: Bool

  /// Makes a renderer; whoever has the terminal decides about colours.
  public init(colours: Bool) { self.colours = colours }

  /// Returns the changed paragraphs, each on lines of its own; empty if nothing changed.
  public func render(_ redline: Redline) -> String {
    redline.sections.filter(\.isChanged).map(render).joined(separator: "\n")
  }

  private func render(_ section: Redline.Section) -> String {
    var lines = ""
    if let heading = section.heading {
      lines += styled(escaped(heading, in: .paragraph), "1", "22") + "\n"
    }
    for paragraph in section.paragraphs where paragraph.isChanged {
      let runs = paragraph.runs.enumerated().map { index, run in
        render(run, in: paragraph, isFirst: index == 0, isLast: index == paragraph.runs.count - 1)
      }
      lines += "  " + runs.joined() + "\n"
    }
    return lines
  }

  private func render(
    _ run: Redline.Run,
    in paragraph: Redline.Paragraph,
    isFirst: Bool,
    isLast: Bool
  ) -> String {
    let shown = Self.shortened(run, isFirst: isFirst, isLast: isLast)
    let (space, words) = (shown.prefix(while: \.isWhitespace), shown.drop(while: \.isWhitespace))
    let visible = escaped(String(words), in: paragraph.kind)
    return escaped(String(space), in: paragraph.kind) + marked(visible, run.change)
  }

  private func marked(_ text: String, _ change: Redline.Change) -> String {
    switch change {
    case .equal: text
    case .inserted: colours ? styled(text, "32;4", "39;24") : "{+\(text)+}"
    case .removed: colours ? styled(text, "31;9", "39;29") : "[-\(text)-]"
    case .movedHere: styled("(moved here)", "36", "39") + " \(text)"
    case .movedAway: styled("(moved away)", "36", "39") + " \(text)"
    }
  }

  /// The words of a run of a paragraph; a long one that did not change is cut to the words beside
  /// the changes.
  static func shortened(_ run: Redline.Run, isFirst: Bool, isLast: Bool) -> String {
    if run.isParagraphMark { return "¶" }
    return switch run.change {
    case .equal: shortened(run.text, keepsStart: !isFirst, keepsEnd: !isLast)
    case .movedHere, .movedAway: shortened(run.text, keepsStart: true, keepsEnd: false)
    case .inserted, .removed: run.text
    }
  }

  private static func shortened(_ text: String, keepsStart: Bool, keepsEnd: Bool) -> String {
    let bytes = Array(text.utf8)
    let words = Array(WordScanner(bytes, in: 0..<bytes.count))
    let kept = wordsOfContext * (keepsStart && keepsEnd ? 2 : 1)
    guard words.count > kept + wordsOfContext else { return text }
    let start = keepsStart ? words[wordsOfContext].lowerBound : 0
    let end = keepsEnd ? words[words.count - wordsOfContext - 1].upperBound : bytes.count
    return String(decoding: bytes[..<start], as: UTF8.self) + "…"
      + String(decoding: bytes[end...], as: UTF8.self)
  }

  private static let wordsOfContext = 8

  private func escaped(_ text: String, in kind: PlainText.Block.Kind) -> String {
    guard kind != .code else {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.map { TerminalText.escaped(String($0)) }.joined(separator: "\n  ")
    }
    return TerminalText.escaped(String(text.map { $0.isNewline ? " " : $0 }))
  }

  private func styled(_ text: String, _ on: String, _ off: String) -> String {
    colours ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
  }
}
