/// Shows diagnostics to people: the line, a caret under the place, a hint.
///
/// ```
/// Templates/board.md:12:18: error: unknown filter 'dwoncase' [liquid.unknown-filter]
///    12 | # {{ title | dwoncase }}
///       |              ^~~~~~~~
/// hint: did you mean 'downcase'?
/// ```
public struct TextReporter: Sendable {
  private let colour: Bool
  private let width: Int

  /// Makes a reporter; `width` is the number of columns that an excerpt may take.
  public init(colour: Bool = false, width: Int = 100) {
    self.colour = colour
    self.width = max(width, 40)
  }

  /// Returns all diagnostics as text, each ending in a line break.
  public func report(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map(report).joined()
  }

  /// Returns one diagnostic as text that ends in a line break.
  public func report(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.rawValue + ":"
    let code = diagnostic.code.rawValue
    var text = place(of: diagnostic.location).map { paint($0 + ":", .bold) + " " } ?? ""
    text += paint(severity, colour(of: diagnostic.severity)) + " "
    text += TerminalText.escaped(diagnostic.message)
    text += " [\(TerminalText.escaped(code))]\n"
    if let location = diagnostic.location { text += excerpt(at: location) }
    for note in diagnostic.notes {
      text += place(of: note.location).map { $0 + ": " } ?? ""
      text += "note: \(TerminalText.escaped(note.message))\n"
    }
    if let hint = diagnostic.hint {
      text += paint("hint:", .dim) + " \(TerminalText.escaped(hint))\n"
    }
    return text
  }

  /// Returns what was found to be right as text, a line each.
  public func report(_ passed: [Report.Pass]) -> String {
    passed.map { pass in
      let path = paint(TerminalText.escaped(pass.path) + ":", .bold)
      let word = paint("passed:", .green)
      return "\(path) \(word) \(TerminalText.escaped(pass.text)) "
        + "[\(TerminalText.escaped(pass.code.rawValue))]\n"
    }
    .joined()
  }

  private func place(of location: Location?) -> String? {
    guard let location else { return nil }
    var place = TerminalText.escaped(location.path)
    if location.line > 0 { place += ":\(location.line)" }
    if location.line > 0, location.column > 0 { place += ":\(location.column)" }
    return place
  }

  private func excerpt(at location: Location) -> String {
    guard let line = location.excerpt, location.column > 0 else { return "" }
    let number = String(location.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let window = Window(of: line, around: location, width: width - 9)
    let blank = String(repeating: " ", count: max(5, number.count))
    return "\(margin)\(number) | \(window.text)\n\(blank) | \(window.caret)\n"
  }

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func colour(of severity: Diagnostic.Severity) -> Paint {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}

/// The part of a source line that fits on a screen, with a caret under the marked text.
private struct Window {
  let text: String
  let caret: String

  init(of line: String, around location: Location, width: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(location.column - 1, 0), scalars.count)
    let isOneLine = location.endLine == location.line
    let end = min(max(isOneLine ? location.endColumn - 1 : scalars.count, start), scalars.count)
    let first = start < width * 2 / 3 ? 0 : start - width / 3
    let last = min(scalars.count, first + width)
    let lead = Self.shown(scalars[first..<start])
    let marked = Self.shown(scalars[start..<max(start, min(end, last))])
    let tail = Self.shown(scalars[max(start, min(end, last))..<last])
    let dots = first > 0 ? "…" : ""
    text = dots + lead + marked + tail + (last < scalars.count ? "…" : "")
    let tildes = max(0, DisplayWidth.columns(of: marked) - 1)
    caret =
      String(repeating: " ", count: DisplayWidth.columns(of: dots + lead)) + "^"
      + String(repeating: "~", count: tildes)
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    TerminalText.escaped(String(String.UnicodeScalarView(scalars)))
  }
}
