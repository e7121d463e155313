import Diagnostics
import Markdown
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The content, `nil` for a file without front matter.
    let content: String?
    let body: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "none", text: "# Title\n", content: nil, body: "# Title\n"),
    Case(name: "nothing at all", text: "", content: nil, body: ""),
    Case(name: "usual", text: "---\na: 1\n---\nText\n", content: "a: 1\n", body: "Text\n"),
    Case(name: "empty", text: "---\n---\nText", content: "", body: "Text"),
    Case(name: "nothing behind", text: "---\na: 1\n---", content: "a: 1\n", body: ""),
    Case(name: "CRLF", text: "---\r\na: 1\r\n---\r\nText", content: "a: 1\r\n", body: "Text"),
    Case(name: "mark", text: "\u{FEFF}---\na: 1\n---\nText", content: "a: 1\n", body: "Text"),
    Case(name: "mark alone", text: "\u{FEFF}Text", content: nil, body: "Text"),
    Case(name: "spaces", text: "---  \na: 1\n---\t \nText", content: "a: 1\n", body: "Text"),
    Case(name: "not first", text: "\n---\na: 1\n---\n", content: nil, body: "\n---\na: 1\n---\n"),
    Case(name: "indented", text: " ---\na\n---\n", content: nil, body: " ---\na\n---\n"),
    Case(name: "four dashes", text: "----\na\n----\n", content: nil, body: "----\na\n----\n"),
    Case(name: "words behind", text: "--- a\n---\n", content: nil, body: "--- a\n---\n"),
    Case(
      name: "dashes within",
      text: "---\na: |\n  ---\n---- b\n---\nText",
      content: "a: |\n  ---\n---- b\n",
      body: "Text"
    ),
    Case(
      name: "a CR that ends no line",
      text: "---\na: 1\n---\r\r\n---\nText",
      content: "a: 1\n---\r\r\n",
      body: "Text"
    ),
    Case(
      name: "a CR behind the first",
      text: "---\r\r\n---\n",
      content: nil,
      body: "---\r\r\n---\n"
    ),
    Case(name: "rule in body", text: "---\na: 1\n---\n---\n", content: "a: 1\n", body: "---\n"),
  ]

  @Test(arguments: cases)
  func splits(_ example: Case) throws {
    let source = SourceText(path: "a.md", text: example.text)
    let (frontMatter, body) = try FrontMatter.split(source)
    #expect(frontMatter.map { text($0.content, of: source) } == example.content)
    #expect(text(body, of: source) == example.body)
    if let frontMatter {
      #expect(text(frontMatter.openingFence, of: source) == "---")
      #expect(text(frontMatter.closingFence, of: source) == "---")
    }
  }

  @Test(
    "one that is not closed is told at its fence",
    arguments: ["---\na: 1\n", "---", "---\n --\n", "---\na: 1\n---\r", "---\n--- \r\r\n"]
  )
  func unclosed(_ text: String) throws {
    let source = SourceText(path: "a.md", text: "\u{FEFF}" + text)
    let error = #expect(throws: Diagnostic.self) { try FrontMatter.split(source) }
    #expect(error?.code == "markdown.unclosed-front-matter")
    #expect(error?.location?.line == 1)
    #expect(error?.location?.column == 2)
    #expect(error?.location?.endColumn == 5)
  }

  private func text(_ range: Range<Int>, of source: SourceText) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }
}
