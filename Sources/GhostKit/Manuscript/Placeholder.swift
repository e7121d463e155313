internal import Diagnostics
public import Markdown

/// A TK: a place in a draft that only the executive can fill.
///
/// Written `[TK: how much did churn change? ~40 words]`; question and words may be missing. It is
/// looked for in what the page shows, so code is none, and neither is one behind a backslash.
public struct Placeholder: Sendable, Hashable {
  /// What the executive is asked.
  public let question: String
  /// How many words the answer is expected to have, where the mark says so.
  public let words: Int?
  /// The mark in the file, as byte offsets.
  public let source: Range<Int>
  /// The mark in the document's text.
  public let text: Range<Int>
  /// The heading that it stands under, as an index of the document's headings.
  public let heading: Int?

  /// Returns all of a document's TKs in the order of the page.
  public static func all(in document: borrowing Document) -> [Placeholder] {
    let text = document.text
    guard isNamed(in: text.bytes) else { return [] }
    var found: [Placeholder] = []
    // Where the next bracket is, once it has been looked for.
    var bracket = -1
    for block in text.blocks where block.kind != .code {
      // Most blocks have no bracket at all.
      if bracket < block.text.lowerBound {
        let start = block.text.lowerBound
        bracket = text.bytes.firstIndex(of: UInt8(ascii: "["), from: start) ?? text.bytes.count
      }
      guard bracket < block.text.upperBound else { continue }
      for mark in marks(in: text.bytes, block.text) {
        let source = text.source(of: mark)
        guard !text.hasCode(in: mark), document.source.bytes[source].first == UInt8(ascii: "["),
          !isEscaped(source.lowerBound, in: document.source.bytes)
        else { continue }
        let (question, words) = read(text.bytes[mark].dropFirst(3).dropLast())
        found.append(
          Placeholder(
            question: question,
            words: words,
            source: source,
            text: mark,
            heading: block.heading
          )
        )
      }
    }
    return found
  }

  /// Whether the letters TK stand anywhere in a text; in most they do not.
  static func isNamed(in bytes: [UInt8]) -> Bool {
    var start = 1
    while let index = bytes.firstIndex(of: UInt8(ascii: "K"), from: start) {
      if bytes[index - 1] == UInt8(ascii: "T") { return true }
      start = index + 1
    }
    return false
  }

  /// Finds each `[TK` with what belongs to it up to its own `]`; a mark within a mark is its text.
  private static func marks(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var open: [Int] = []
    var marks: [Range<Int>] = []
    for index in range {
      if bytes[index] == UInt8(ascii: "[") {
        open.append(index)
      } else if bytes[index] == UInt8(ascii: "]"), let start = open.popLast(),
        bytes[start..<index].starts(with: "[TK".utf8), isBorder(bytes[start + 3])
      {
        while let inner = marks.last, inner.lowerBound > start { marks.removeLast() }
        marks.append(start..<index + 1)
      }
    }
    return marks
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: " ")
  }

  private static func isEscaped(_ offset: Int, in bytes: [UInt8]) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (offset - start) % 2 == 1
  }

  /// Reads `: question ~40 words`.
  private static func read(_ inside: ArraySlice<UInt8>) -> (question: String, words: Int?) {
    var text = inside.drop { $0 == UInt8(ascii: ":") }
    var words: Int?
    if let tilde = text.lastIndex(of: UInt8(ascii: "~")) {
      words = amount(text[(tilde + 1)...])
      if words != nil { text = text[..<tilde] }
    }
    let question = text.drop { $0 == Byte.space }
    let end = question.lastIndex { $0 != Byte.space }.map { $0 + 1 } ?? question.startIndex
    return (String(decoding: question[..<end], as: UTF8.self), words)
  }

  private static func amount(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(separator: Byte.space, maxSplits: 3)
    guard parts.count == 2,
      parts[1].elementsEqual("words".utf8)
        || parts[1].elementsEqual("word".utf8),
      let number = Int(String(decoding: parts[0], as: UTF8.self)), (0...100_000).contains(number)
    else { return nil }
    return number
  }
}
