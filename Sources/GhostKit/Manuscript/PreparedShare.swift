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
    for word in Prose.words(of: document, without: placeholders) {
      sections[(word.heading ?? -1) + 1].prepared += 1
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
  static let usualAnswer = 40

  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : part * 100 / whole
  }
}
