import Testing

@testable import Diagnostics

@Suite struct SpelledOutTests {
  @Test(
    "what cannot be seen is spelled out",
    arguments: [
      ("now\u{200B}here", "now\\u{200B}here"), ("a\u{A0}b", "a\\u{A0}b"),
      ("a\u{2003}b", "a\\u{2003}b"), ("a\u{3164}b", "a\\u{3164}b"), ("a\u{2800}b", "a\\u{2800}b"),
      ("a\u{34F}b", "a\\u{34F}b"), ("a\u{200D}b", "a\\u{200D}b"), ("a\u{FE0F}b", "a\\u{FE0F}b"),
      ("a\u{E0041}b", "a\\u{E0041}b"), ("\u{1B}[2J", "\\u{1B}[2J"), ("a\u{202E}b", "a\\u{202E}b"),
      ("1\u{200D}2", "1\\u{200D}2"), ("a\u{FEFF}", "a\\u{FEFF}"), ("a\u{AD}b", "a\\u{AD}b"),
    ]
  )
  func spelledOut(text: String, expected: String) {
    #expect(TerminalText.spelledOut(text) == expected)
  }

  @Test(
    "scripts and emoji stay readable",
    arguments: [
      "می‌خواهم", "❤️", "👩‍💻", "क्‍ष", "Über 118% — €4M", "提价了", "plain",
    ]
  )
  func kept(text: String) {
    #expect(TerminalText.spelledOut(text) == text)
  }
}
