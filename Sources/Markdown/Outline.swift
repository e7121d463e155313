/// A heading: one line of a document's outline.
public struct Heading: Sendable, Hashable {
  /// From 1 to 6.
  public let level: Int
  /// Its words, as a part of ``Document/text``.
  public let text: Range<Int>
  /// Its place in the file, the underline of an underlined one left out.
  public let source: Range<Int>
}

/// A link or an image.
public struct Link: Sendable, Hashable {
  /// How it is written.
  public enum Kind: Sendable, Hashable {
    /// `[text](destination)`, or a reference to a destination defined elsewhere.
    case link
    /// `<https://…>`
    case autolink
    /// `![text](destination)`
    case image
  }

  /// How it is written.
  public let kind: Kind
  /// Where it leads, with escapes and entities resolved.
  public let destination: String
  /// The title, empty if there is none.
  public let title: String
  /// What is read in its place, as a part of ``Document/text``.
  public internal(set) var text: Range<Int>
  /// Its place in the file.
  public let source: Range<Int>
  /// The place of the destination, if it is written within the link.
  public let destinationSource: Range<Int>?
  /// The heading that it stands under, as an index of ``Document/headings``.
  public let heading: Int?
}
