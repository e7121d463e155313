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

  @Test("many ranges at once, in any order, one within another, beyond the end")
  func places() {
    let source = SourceText(path: "a.md", text: "äb\nc\n\nde")
    let places = source.locations(of: [7..<8, 0..<3, 2..<7, 6..<6, 0..<99])
    #expect(places.map(\.line) == [4, 1, 1, 3, 1])
    #expect(places.map(\.column) == [1, 1, 2, 1, 1])
    #expect(places.map(\.endLine) == [4, 1, 4, 3, 4])
    #expect(places.map(\.endColumn) == [2, 3, 1, 1, 3])
    #expect(places.map(\.excerpt) == ["de", "äb", "äb", "", "äb"])
    #expect(source.locations(of: []) == [])
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
