import Testing

@testable import GhostCLI

@Suite struct TextTableTests {
  @Test("columns line up by what they take on a terminal")
  func aligned() {
    let table = TextTable([["cfo", "Dana Reyes", ""], ["日本", "é", "x"], ["e\u{301}", "🙂", "y"]])
    #expect(
      table.text(indent: 1) == """
         cfo   Dana Reyes
         日本  é           x
         e\u{301}     🙂          y

        """
    )
  }

  @Test("a cell cannot steer the terminal or break its line")
  func escaped() {
    #expect(TextTable([["a\nb", "\u{1B}[31m"]]).text() == "a\\u{A}b  \\u{1B}[31m\n")
  }

  @Test("rows may differ in length, and there may be none")
  func ragged() {
    #expect(TextTable([["a"], ["b", "c"], []]).text() == "a\nb  c\n\n")
    #expect(TextTable([]).text() == "")
  }
}
