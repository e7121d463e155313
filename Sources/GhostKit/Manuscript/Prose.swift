internal import Diagnostics
internal import Markdown

/// What of a paragraph a reader will keep.
enum Prose {
  case all
  /// A stage direction: the whole paragraph is emphasised.
  case none
  /// A label such as `**Host:**` goes before it; its end in the file.
  case behind(Int)

  /// Returns the words of prose that a reader will keep, in order, as parts of the text, each with
  /// the heading that it stands under: no headings, labels, instructions, comments or TKs.
  static func words(
    of document: borrowing Document,
    without placeholders: [Placeholder]
  ) -> [(range: Range<Int>, heading: Int?)] {
    let text = document.text
    let marks = DisjointRanges(placeholders.map(\.text))
    var words: [(range: Range<Int>, heading: Int?)] = []
    for block in text.blocks where block.kind == .paragraph {
      let prose = Prose(of: block, in: document)
      if case .none = prose { continue }
      for word in text.words(in: block.text) where prose.keeps(word, of: text) {
        if !marks.overlaps(word) { words.append((word, block.heading)) }
      }
    }
    return words
  }

  private init(of block: PlainText.Block, in document: borrowing Document) {
    let bytes = document.source.bytes[block.source]
    let mark = bytes.first ?? 0
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
      self = .all
      return
    }
    if bytes.dropFirst().first == mark {
      let close = Self.closingPair(of: mark, in: bytes)
      self = close.map(Prose.behind) ?? .all
    } else {
      let isWhole = bytes.last == mark && bytes.count { $0 == mark } == 2
      self = isWhole ? .none : .all
    }
  }

  /// Finds the end of a strong beginning that ends in a colon, within the marks or behind them.
  private static func closingPair(of mark: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 2
    while index + 1 < bytes.endIndex {
      if bytes[index] == mark, bytes[index + 1] == mark {
        let colon = UInt8(ascii: ":")
        let isLabel = bytes[index - 1] == colon || bytes[(index + 2)...].first == colon
        return isLabel ? index : nil
      }
      index += 1
    }
    return nil
  }

  private func keeps(_ word: Range<Int>, of text: PlainText) -> Bool {
    switch self {
    case .all: true
    case .none: false
    case .behind(let end): text.source(of: word).lowerBound >= end
    }
  }
}
