/// What became of one version of a document in another, word by word.
///
/// It speaks of what readers see: markup, line breaks and comments are no part of it. A paragraph
/// that stands elsewhere with the same words is moved, neither removed nor added.
public struct Redline: Sendable, Hashable {
  /// What became of a run of words.
  public enum Change: Sendable, Hashable, CaseIterable {
    case equal
    case inserted
    case removed
    /// A paragraph that stood elsewhere.
    case movedHere
    /// A paragraph that now stands elsewhere.
    case movedAway
  }

  /// Words of a paragraph of which the same became.
  public struct Run: Sendable, Hashable {
    /// What became of them.
    public let change: Change
    /// The words, with the space that stood before them; empty for a paragraph's end.
    public let text: String
    /// How many words these are; punctuation does not count.
    public let words: Int

    /// Whether it is the end of a paragraph that was cut in two or joined to the next.
    public var isParagraphMark: Bool { text.isEmpty }
  }

  /// A paragraph, heading or other block of either version.
  public struct Paragraph: Sendable, Hashable {
    /// What it is; what it was, if it is gone.
    public let kind: PlainText.Block.Kind
    /// How many lists it stands in.
    public let listDepth: Int
    /// Its words in order.
    public let runs: [Run]

    /// Whether anything became of it.
    public var isChanged: Bool { runs.contains { $0.change != .equal } }
  }

  /// A heading and what stands under it.
  public struct Section: Sendable, Hashable {
    /// The heading's words, those it had if it is gone; `nil` for what stands before the first.
    public let heading: String?
    /// The paragraphs in order, the heading among them.
    public let paragraphs: [Paragraph]

    /// Whether anything became of it.
    public var isChanged: Bool { paragraphs.contains(where: \.isChanged) }
  }

  /// All that was and is, in the order of the new version.
  public let sections: [Section]
  /// How many words are new.
  public let wordsAdded: Int
  /// How many words are gone.
  public let wordsRemoved: Int
  /// How many words stand elsewhere, in paragraphs that are otherwise the same.
  public let wordsMoved: Int

  /// Whether anything became of the text.
  public var isChanged: Bool { sections.contains(where: \.isChanged) }

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - old: The version before.
  ///   - new: The version after.
  ///   - wholes: Passages of the two texts, in order, that stay or go as a whole and are no words of
  ///     anybody's: placeholders.
  public init(
    from old: Document,
    to new: Document,
    wholes: (old: [Range<Int>], new: [Range<Int>]) = ([], [])
  ) {
    sections = RedlineBuilder.sections(of: RedlineWords(old.text, new.text, wholes: wholes))
    let runs = sections.lazy.flatMap(\.paragraphs).flatMap(\.runs)
    func count(_ change: Change) -> Int {
      runs.reduce(0) { $0 + ($1.change == change ? $1.words : 0) }
    }
    wordsAdded = count(.inserted)
    wordsRemoved = count(.removed)
    wordsMoved = count(.movedHere)
  }
}
