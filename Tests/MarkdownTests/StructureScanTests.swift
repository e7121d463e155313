import Diagnostics
import Testing

@testable import Markdown

@Suite("What is refused before libcmark sees it")
struct StructureScanTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: Diagnostic.Code
    let line: Int
    let column: Int
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ code: Diagnostic.Code, _ line: Int, _ column: Int) {
      (self.name, self.bytes, self.code, self.line, self.column) = (name, bytes, code, line, column)
    }
  }

  static let refusals: [Refusal] = [
    Refusal("NUL", Array("é\na\0".utf8), "markdown.nul", 2, 2),
    Refusal("NUL in front matter", Array("---\na\0\n---\n".utf8), "markdown.nul", 2, 2),
    Refusal("Latin-1", Array("a\n\ncaf".utf8) + [0xE9, 0x20], "markdown.not-utf-8", 3, 4),
    Refusal("cut short", Array("a".utf8) + [0xE2, 0x82], "markdown.not-utf-8", 1, 2),
    Refusal("overlong", [0x61, 0xC0, 0xAF], "markdown.not-utf-8", 1, 2),
    Refusal("overlong, three bytes", [0xE0, 0x80, 0xAF], "markdown.not-utf-8", 1, 1),
    Refusal("surrogate", [0xED, 0xA0, 0x80], "markdown.not-utf-8", 1, 1),
    Refusal("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], "markdown.not-utf-8", 1, 1),
    Refusal("continuation alone", [0x80], "markdown.not-utf-8", 1, 1),
    Refusal("UTF-16", [0xFF, 0xFE, 0x61, 0], "markdown.not-utf-8", 1, 1),
    Refusal("too large", Array(repeating: 0x61, count: 1 << 20 + 1), "markdown.too-large", 0, 0),
    Refusal(
      "quotes",
      Array(("a\n\n" + String(repeating: ">", count: 202)).utf8),
      "markdown.too-deep",
      3,
      202
    ),
    Refusal(
      "lists over several lines",
      Array((0..<102).map { String(repeating: "  ", count: $0) + "- a\n" }.joined().utf8),
      "markdown.too-deep",
      102,
      203
    ),
    Refusal(
      "many blank lines in many lists",
      Array(
        (String(repeating: "1. ", count: 60) + "a" + String(repeating: "\r\n", count: 200_000)).utf8
      ),
      "markdown.too-deep",
      1,
      178
    ),
    Refusal(
      "open images and links",
      Array(("a\n\n" + String(repeating: "![[]()\r\n", count: 9_000)).utf8),
      "markdown.too-many-brackets",
      3,
      1
    ),
  ]

  @Test("each at its place", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let source = SourceText(path: "a.md", bytes: refusal.bytes)
    let error = #expect(throws: Diagnostic.self) { try Document(parsing: source) }
    #expect(error?.code == refusal.code)
    #expect(error?.location?.path == "a.md")
    #expect(error?.location?.line == refusal.line)
    #expect(error?.location?.column == refusal.column)
  }

  @Test(
    "what people write is not",
    arguments: [
      String(repeating: "![a](b) [c](d)\n", count: 1_000),
      String(repeating: "> ", count: 20) + "a\n",
      String(repeating: "- ", count: 20) + "a\n" + String(repeating: "\n", count: 10_000),
      String(repeating: "- - - ", count: 30) + "\n",
      "\u{FEFF}---\ntitle: é\n---\n\u{10FFFF}\u{800}\u{D7FF}\u{E000}",
    ]
  )
  func accepts(_ text: String) throws {
    _ = try Document(parsing: SourceText(path: "a.md", text: text))
  }

  @Test("a walk through 10,000 nested quotes does not overflow")
  func deepWalk() {
    let bytes = Array((String(repeating: "> ", count: 10_000) + "a").utf8)
    var quotes = 0
    CMarkTree(parsing: bytes, range: 0..<bytes.count)?.walk { (node, event) in
      if node.kind == .blockQuote, event == .enter { quotes += 1 }
    }
    #expect(quotes == 10_000)
  }
}
