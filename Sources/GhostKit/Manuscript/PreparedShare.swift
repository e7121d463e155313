internal import Diagnostics
public import Markdown

/// How much of a draft is written, and what is left for the executive (design, section 4).
///
/// Prepared words are prose that a reader will keep: not headings, labels, instructions, comments
/// or TKs. The share is prepared ÷ (prepared + words that the TKs expect); answers that are spoken
/// do not count.
public struct PreparedShare: Sendable, Hashable {
  /// The part of a draft under one heading.
  public struct Section: Sendable, Hashable {
    /// The heading's text, `nil` before the first.
    public let heading: String?
    /// The words of prose in it.
    public fileprivate(set) var prepared = 0
    /// The words that its TKs expect.
    public fileprivate(set) var expected = 0
  }

  /// The parts in the order of the page.
  public let sections: [Section]
  /// What the executive is asked.
  public let questions: Int
  private let isSpoken: Bool

  /// Measures a draft.
  ///
  /// - Parameters:
  ///   - document: The draft.
  ///   - isSpoken: Whether the answers are spoken (``Format/isSpoken``).
  public init(of document: borrowing Document, isSpoken: Bool) {
    let text = document.text
    var sections = [Section(heading: nil)]
    sections += document.headings.map { Section(heading: text.string($0.text)) }
    let placeholders = Placeholder.all(in: document)
    for placeholder in placeholders {
      let words = placeholder.words ?? Self.usualAnswer
      sections[(placeholder.heading ?? -1) + 1].expected += isSpoken ? 0 : words
    }
    for block in text.blocks where block.kind == .paragraph {
      let prose = Prose(of: block, in: document)
      let marks = placeholders.filter { $0.text.overlaps(block.text) }
      for word in text.words(in: block.text) where prose.keeps(word, of: text) {
        let isAsked = marks.contains { $0.text.overlaps(word) }
        sections[(block.heading ?? -1) + 1].prepared += isAsked ? 0 : 1
      }
    }
    self.sections = sections.filter { $0.heading != nil || $0.prepared + $0.expected > 0 }
    self.isSpoken = isSpoken
    questions = placeholders.count
  }

  /// The words of prose.
  public var prepared: Int { sections.reduce(0) { $0 + $1.prepared } }

  /// The words that the TKs expect.
  public var expected: Int { sections.reduce(0) { $0 + $1.expected } }

  /// The share in per cent, rounded down: "more than half" is never a matter of rounding.
  public var percent: Int { Self.percent(prepared, of: prepared + expected) }

  /// Whether more than so many per cent are written.
  public func exceeds(_ percent: Int) -> Bool {
    prepared * 100 > percent * (prepared + expected)
  }

  /// The sections that have not more than so many per cent of their words.
  public func thinSections(at percent: Int) -> [Section] {
    sections.filter {
      $0.expected > 0 && $0.prepared * 100 <= percent * ($0.prepared + $0.expected)
    }
  }

  /// Minutes that the rest takes the executive: reading, a minute's thought a question, answering.
  ///
  /// Sources: 238 words a minute read (Brysbaert 2019), 19 composed at a keyboard (Karat et al.
  /// 1999, "Patterns of entry and correction in large vocabulary continuous speech recognition
  /// systems"); a spoken answer is given two minutes.
  public var minutes: Int {
    let reading = Double(prepared) / 238
    let answering = isSpoken ? Double(questions) * 2 : Double(expected) / 19
    return max(1, Int((reading + Double(questions) + answering).rounded(.up)))
  }

  /// What a TK expects that does not say so.
  private static let usualAnswer = 40

  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : part * 100 / whole
  }
}

/// What of a paragraph a reader will keep.
private enum Prose {
  case all
  /// A stage direction: the whole paragraph is emphasised.
  case none
  /// A label such as `**Host:**` goes before it; its end in the file.
  case behind(Int)

  init(of block: PlainText.Block, in document: borrowing Document) {
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

  func keeps(_ word: Range<Int>, of text: PlainText) -> Bool {
    switch self {
    case .all: true
    case .none: false
    case .behind(let end): text.source(of: word).lowerBound >= end
    }
  }
}
