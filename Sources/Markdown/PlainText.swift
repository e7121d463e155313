/// What a reader of the page reads: the words without the markup, and where each of them stands.
///
/// All text is one sequence of bytes, cut into blocks; a range of it leads back to the bytes of
/// the file that it was made of. Nothing is nested, so nothing can be nested too deeply.
public struct PlainText: Sendable, Hashable {
  /// A paragraph, a heading, a block of code or what stands in the place of an image.
  public struct Block: Sendable, Hashable {
    /// What a block is.
    public enum Kind: Sendable, Hashable {
      case paragraph
      case heading(level: Int)
      case code
      /// The text that is read out where an image cannot be seen; it follows the block that shows
      /// the image.
      case imageText
    }

    /// What it is.
    public let kind: Kind
    /// Its part of the text.
    public let text: Range<Int>
    /// Its place in the file.
    public let source: Range<Int>
    /// The heading that it stands under, or that it is, as an index of ``Document/headings``.
    public let heading: Int?
    /// How many lists it stands in.
    public let listDepth: Int
    /// How many block quotes it stands in.
    public let quoteDepth: Int
  }

  /// The text in UTF-8: a space for a line break in the source, LF for one on the page.
  ///
  /// Between blocks there is one more LF.
  public internal(set) var bytes: [UInt8] = []
  /// The blocks in the order of the page.
  public internal(set) var blocks: [Block] = []
  /// The code within lines, as parts of the text.
  public internal(set) var codeSpans: [Range<Int>] = []

  var places = PlaceMap()

  /// Returns where in the file a part of the text was made; it includes markup between its parts.
  public func source(of range: Range<Int>) -> Range<Int> { places.source(of: range) }

  /// Whether code stands within a part of the text; blocks of code do not count.
  public func hasCode(in range: Range<Int>) -> Bool {
    var (low, high) = (0, codeSpans.count)
    while low < high {
      let middle = (low + high) / 2
      if codeSpans[middle].upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < codeSpans.count && codeSpans[low].overlaps(range)
  }

  /// Returns a part of the text.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
