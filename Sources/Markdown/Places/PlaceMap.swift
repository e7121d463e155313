/// Which bytes of a file a text was made of.
///
/// A text is a sequence of pieces: most stand in the file as they are, others (an escaped
/// character, an entity, a line break with the indentation behind it) were made of other bytes and
/// cannot be divided.
struct PlaceMap: Sendable, Hashable {
  private struct Piece: Sendable, Hashable {
    var text: Int
    var source: Int
    /// How many bytes of the file made the piece; -1 if it stands there as it is.
    var madeOf = -1
  }

  private var pieces: [Piece] = []

  /// The length of the text so far.
  private(set) var count = 0

  /// Adds text that stands in the file as it is.
  mutating func addVerbatim(_ length: Int, at source: Int) {
    guard length > 0 else { return }
    let follows = pieces.last.map { $0.madeOf < 0 && $0.source + count - $0.text == source }
    if follows != true { pieces.append(Piece(text: count, source: source)) }
    count += length
  }

  /// Adds text that was made of other bytes.
  mutating func addMade(_ length: Int, of source: Range<Int>) {
    guard length > 0 else { return }
    pieces.append(Piece(text: count, source: source.lowerBound, madeOf: source.count))
    count += length
  }

  /// Adds another text behind this one.
  mutating func add(_ other: PlaceMap) {
    pieces += other.pieces.map {
      Piece(text: $0.text + count, source: $0.source, madeOf: $0.madeOf)
    }
    count += other.count
  }

  /// Returns where in the file a part of the text was made; it includes markup between its parts.
  func source(of range: Range<Int>) -> Range<Int> {
    let start = place(of: range.lowerBound).lowerBound
    guard range.upperBound > range.lowerBound else { return start..<start }
    return start..<max(start, place(of: range.upperBound - 1).upperBound)
  }

  /// Returns where one byte of the text was made; behind the end, the place behind the last.
  private func place(of offset: Int) -> Range<Int> {
    guard let piece = piece(at: offset) else { return 0..<0 }
    if piece.madeOf >= 0 {
      let end = piece.source + piece.madeOf
      return offset < count ? piece.source..<end : end..<end
    }
    let start = piece.source + offset - piece.text
    return offset < count ? start..<(start + 1) : start..<start
  }

  private func piece(at offset: Int) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
