import Diagnostics
import Markdown
import Testing

@testable import GhostKit

@Suite struct FirstDifferenceTests {
  private func difference(_ old: String, _ new: String) throws -> String? {
    let before = try Document(parsing: SourceText(path: "a.md", text: old))
    let after = try Document(parsing: SourceText(path: "a.md", text: new))
    guard let found = FirstDifference(from: before, to: after) else { return nil }
    let place = after.source.location(of: found.range)
    return "\(place.line):\(place.column) -\(found.before ?? "") +\(found.after ?? "")"
  }

  @Test(
    "the first sentence that differs is named at the word that differs",
    arguments: [
      (
        "One. Retention rose to 118%. Three.", "One. Retention rose to 119%. Three.",
        "1:24 -Retention rose to 118%. +Retention rose to 119%."
      ),
      ("# T\n\n- One.\n- Two a.", "# T\n\n- One.\n- Two b.", "4:7 -Two a. +Two b."),
      ("One. Two.", "One. New. Two.", "1:6 - +New."),
      ("One. Two. Three.", "One. Three.", "1:6 -Two. +"),
      ("One. Two.", "One.", "1:4 -Two. +"), ("One.", "One. Two.", "1:6 - +Two."),
      ("see [it](/a)", "see [it](/b)", "1:1 -see [it](/a) +see [it](/b)"),
      ("a\n\n[u]: /x", "a\n\n[u]: /y", "3:1 -[u]: /x +[u]: /y"),
      ("---\ntitle: A\n---\nx", "---\ntitle: B\n---\nx", "2:1 -title: A +title: B"),
      ("- a\n- b", "* a\n* b", "1:1 -- a +* a"), ("a\n", "a\n\n<!-- x -->\n", "2:1 - +"),
    ]
  )
  func named(old: String, new: String, expected: String) throws {
    #expect(try difference(old, new) == expected)
  }

  @Test("line ends and workflow entries are no difference")
  func none() throws {
    #expect(try difference("---\na: 1\n---\nx\n", "---\na: 1\ndue: 2026-12-04\n---\r\nx") == nil)
  }

  @Test("a long sentence is cut around what differs")
  func excerpt() throws {
    let words = String(repeating: "word Über ", count: 60)
    let found = try #require(try difference(words + "118 " + words, words + "119 " + words))
    #expect(found.contains("118") && found.contains("119") && found.contains("…"))
    #expect(found.utf8.count < 500)
    #expect(!found.contains("\u{FFFD}"))
  }
}
