import Diagnostics
import Testing

@Suite struct TextReporterTests {
  private let template = SourceText(
    path: "Templates/board.md",
    text: "x\n# {{ title | dwoncase }}\n"
  )

  @Test("people get the line, a caret and a hint")
  func text() {
    let diagnostic = Diagnostic(
      .error,
      "liquid.unknown-filter",
      "unknown filter 'dwoncase'",
      at: template.location(of: 15..<23),
      hint: "did you mean 'downcase'?"
    )
    #expect(
      TextReporter().report(diagnostic) == """
        Templates/board.md:2:14: error: unknown filter 'dwoncase' [liquid.unknown-filter]
            2 | # {{ title | dwoncase }}
              |              ^~~~~~~~
        hint: did you mean 'downcase'?

        """
    )
  }

  @Test("a wide character takes two columns before the caret")
  func wide() {
    let source = SourceText(path: "a.md", text: "価格 TK")
    let text = TextReporter().report(
      Diagnostic(.warning, "tk-bare", "TK", at: source.location(of: 7..<9))
    )
    #expect(text.contains("    1 | 価格 TK\n      |      ^~\n"))
  }

  @Test("a long line is cut around the place")
  func long() {
    let line = String(repeating: "a", count: 3000) + "!" + String(repeating: "b", count: 3000)
    let source = SourceText(path: "a.md", text: line)
    let text = TextReporter(width: 80).report(
      Diagnostic(.error, "x", "x", at: source.location(of: 3000..<3001))
    )
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 82 })
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let mark = lines[1].firstIndex(of: "!").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == mark)
  }

  @Test("nothing from a file steers the terminal")
  func escapes() {
    let source = SourceText(path: "a\u{1B}[2J.md", text: "\u{1B}]0;x\u{07}\u{202E}abc")
    let text = TextReporter(colour: true).report(
      Diagnostic(
        .error,
        "x",
        "bad\u{9B}31m",
        at: source.location(of: 0..<1),
        hint: "\u{1B}c",
        notes: [.init("\u{1B}[0m")]
      )
    )
    let own = text.replacing("\u{1B}[0m", with: "").replacing("\u{1B}[1m", with: "")
      .replacing("\u{1B}[2m", with: "").replacing("\u{1B}[31m", with: "")
    #expect(own.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) })
    #expect(!own.unicodeScalars.contains("\u{9B}"))
    #expect(!own.unicodeScalars.contains("\u{202E}"))
  }
}
