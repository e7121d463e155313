import Diagnostics
import Markdown
import Testing

@testable import GhostKit

@Suite struct PlaceholderTests {
  private func placeholders(_ text: String) throws(Diagnostic) -> [Placeholder] {
    let document = try Document(parsing: SourceText(path: "a.md", text: text))
    return Placeholder.all(in: document)
  }

  @Test(
    "a mark's question and expected words",
    arguments: [
      ("[TK: how did retention change? ~50 words]", "how did retention change?", 50),
      ("[TK: why? ~1 word]", "why?", 1), ("[TK: why?]", "why?", nil), ("[TK]", "", nil),
      ("[TK why ~ now]", "why ~ now", nil), ("[TK: a [b] c ~40 words]", "a [b] c", 40),
      ("[TK: *why* now\nor never? ~40 words]", "why now or never?", 40),
      ("**[TK: why?]**", "why?", nil), ("> - [TK: why?]", "why?", nil),
      ("# [TK: why?]", "why?", nil),
      ("[TK: ~99999999999999999999 words]", "~99999999999999999999 words", nil),
      ("[TK: внутри? ~40 words]", "внутри?", 40), ("[TK: a [TK: b] c]", "a [TK: b] c", nil),
      ("[TK: open [TK: b]", "b", nil),
    ] as [(String, String, Int?)]
  )
  func read(text: String, question: String, words: Int?) throws {
    let found = try placeholders(text)
    #expect(found.map(\.question) == [question])
    #expect(found.map(\.words) == [words])
  }

  @Test(
    "what is no mark",
    arguments: [
      "`[TK: why?]`", "```\n[TK: why?]\n```", "    [TK: why?]", "\\[TK: why?]", "&#91;TK: why?]",
      "[tk: why?]", "[TKX: why?]", "[TK: why?", "TK: why?]", "<!-- [TK: why?] -->",
      "---\ntitle: \"[TK: x]\"\n---\nText",
    ]
  )
  func none(text: String) throws {
    #expect(try placeholders(text).isEmpty)
  }

  @Test("its place is that of the file")
  func place() throws {
    let text = "---\ntitle: Ä\n---\n\nÜber *[TK: why?]* and\n> \\\\[TK: how? ~5 words]\n"
    let source = SourceText(path: "a.md", text: text)
    let document = try Document(parsing: source)
    let places = Placeholder.all(in: document).map { source.location(of: $0.source) }
    #expect(places.map(\.line) == [5, 6])
    #expect(places.map(\.column) == [7, 5])
    #expect(places.map(\.endColumn) == [17, 24])
  }

  @Test("a storm of brackets is read in one pass")
  func storm() throws {
    let text = String(repeating: "[TK: ", count: 20_000) + String(repeating: "]", count: 20_000)
    let document = try? Document(parsing: SourceText(path: "a.md", text: text))
    if let document { #expect(Placeholder.all(in: document).count <= 1) }
  }
}
