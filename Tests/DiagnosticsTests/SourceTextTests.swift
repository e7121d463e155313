import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test(
    "a byte offset becomes a line and a column of code points",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nbc", 2, 2, 1), ("a\r\nbc", 4, 2, 2),
      ("äß\nы", 4, 1, 3), ("äß\nы", 7, 2, 2), ("👩‍💻x", 11, 1, 4), ("", 0, 1, 1), ("a", 99, 1, 2),
    ]
  )
  func place(text: String, offset: Int, line: Int, column: Int) {
    let location = SourceText(path: "a.md", text: text).location(at: offset)
    #expect(location.line == line)
    #expect(location.column == column)
  }

  @Test("a range keeps its end and the line that it begins on")
  func range() {
    let location = SourceText(path: "a.md", text: "one\ntwo three\r\nfour").location(of: 8..<13)
    #expect(
      location
        == Location(
          path: "a.md",
          line: 2,
          column: 5,
          endLine: 2,
          endColumn: 10,
          excerpt: "two three"
        )
    )
  }
}
