import Diagnostics
import Testing

@testable import Markdown

@Suite("Document")
struct DocumentTests {
  private static let text = """
    ---
    title: x
    ---
    # Why *we* &amp; you

    Intro [TK: how
    much?] and `TK` in code.\\
    Next ![the *chart*](media/a.png "A \\"t\\"") end.

    - [one](a.md)

      > two <b>x</b>

    Under [line][r] ![i][r]
    ---------------

    <!-- note -->

        TK code

    [r]: <https://e.x/?a&amp;b> (ti)
    <mailto:a@b.c>
    """

  private let document: Document
  private let source: SourceText

  init() throws {
    source = SourceText(path: "a.md", text: Self.text)
    document = try Document(parsing: source)
  }

  @Test func blocks() {
    let blocks = document.text.blocks.map { block in
      "\(block.kind) \(block.heading.map(String.init) ?? "-") \(block.listDepth)\(block.quoteDepth) "
        + "\(place(block.source)) \(document.text.string(block.text))"
    }
    #expect(
      blocks == [
        "heading(level: 1) 0 00 4:1-4:21 Why we & you",
        "paragraph 0 00 6:1-8:48 Intro [TK: how much?] and TK in code.\nNext  end.",
        "imageText 0 00 8:6-8:43 the chart",
        "paragraph 0 10 10:3-10:14 one",
        "paragraph 0 11 12:5-12:17 two x",
        "heading(level: 2) 1 00 14:1-14:24 Under line ",
        "imageText 1 00 14:17-14:24 i",
        "code 1 00 19:5-19:12 TK code\n",
        "paragraph 1 00 22:1-22:15 mailto:a@b.c",
      ]
    )
  }

  @Test func headings() {
    let headings = document.headings.map { "\($0.level) \(document.text.string($0.text))" }
    #expect(headings == ["1 Why we & you", "2 Under line "])
    #expect(document.headings.map { place($0.source) } == ["4:1-4:21", "14:1-14:24"])
  }

  @Test func links() {
    let links = document.links.map { link in
      "\(link.kind) \(link.destination) (\(link.title)) \(document.text.string(link.text)) "
        + "\(place(link.source)) \(link.destinationSource.map(place) ?? "-") "
        + "\(link.heading.map(String.init) ?? "-")"
    }
    #expect(
      links == [
        "image media/a.png (A \"t\") the chart 8:6-8:43 8:21-8:32 0",
        "link a.md () one 10:3-10:14 10:9-10:13 0",
        "link https://e.x/?a&b (ti) line 14:7-14:16 - 1",
        "image https://e.x/?a&b (ti) i 14:17-14:24 - 1",
        "autolink mailto:a@b.c () mailto:a@b.c 22:1-22:15 - 1",
      ]
    )
  }

  @Test func rawHTML() {
    #expect(document.rawHTML.map(place) == ["12:9-12:12", "12:13-12:17", "17:1-17:14"])
  }

  @Test("a mark over two lines, with the code apart")
  func findsText() throws {
    let bytes = document.text.bytes
    let mark = try #require(
      String(decoding: bytes, as: UTF8.self).range(of: "[TK: how much?]", in: bytes)
    )
    #expect(place(document.text.source(of: mark)) == "6:7-7:7")
    #expect(document.text.codeSpans.map { place(document.text.source(of: $0)) } == ["7:13-7:15"])
  }

  @Test("places of made text: an entity and what stands around it")
  func madeText() throws {
    let bytes = document.text.bytes
    let mark = try #require(String(decoding: bytes, as: UTF8.self).range(of: "& you", in: bytes))
    #expect(place(document.text.source(of: mark)) == "4:12-4:21")
    let ampersand = mark.lowerBound..<(mark.lowerBound + 1)
    #expect(place(document.text.source(of: ampersand)) == "4:12-4:17")
    #expect(document.text.source(of: 0..<0).isEmpty)
    #expect(document.text.source(of: bytes.count..<bytes.count).isEmpty)
  }

  @Test("an empty file", arguments: ["", "\n", "\u{FEFF}", "---\n---\n"])
  func empty(_ text: String) throws {
    let document = try Document(parsing: SourceText(path: "a.md", text: text))
    #expect(document.text.blocks.isEmpty)
    #expect(document.text.source(of: 0..<0) == 0..<0)
  }

  /// Lines and columns from 1, the end behind the last character.
  private func place(_ range: Range<Int>) -> String {
    let location = source.location(of: range)
    return "\(location.line):\(location.column)-\(location.endLine):\(location.endColumn)"
  }
}

extension String {
  /// The place of a text among the bytes of this one.
  fileprivate func range(of text: String, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array(text.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
      .map { $0..<($0 + wanted.count) }
  }
}
