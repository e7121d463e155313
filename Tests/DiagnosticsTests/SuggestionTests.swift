import Diagnostics
import Testing

@Suite struct SuggestionTests {
  private let filters = ["downcase", "upcase", "date", "default", "join", "truncatewords"]

  @Test(
    "the nearest word is the one that was meant",
    arguments: [
      ("dwoncase", "downcase"), ("Upcase", "upcase"), ("dat", "date"), ("jion", "join"),
      ("truncate_words", "truncatewords"), ("trunc", "truncatewords"),
    ]
  )
  func near(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: filters) == meant)
  }

  @Test("a word far from all of them has no neighbour", arguments: ["", "x", "zzzzzz", "money"])
  func far(word: String) {
    #expect(Suggestion.nearest(to: word, among: filters) == nil)
  }

  @Test("a hostile word costs no time")
  func long() {
    let word = String(repeating: "downcase", count: 100_000)
    #expect(Suggestion.nearest(to: word, among: filters) == nil)
  }
}
