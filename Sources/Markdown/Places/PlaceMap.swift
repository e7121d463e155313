/// Which bytes of a file a text was made of.
///
/// A text is a sequence of pieces: most stand in the file as they are, others (an escaped
/// character, an entity, a line break with the indentation behind it) were made of other bytes and
/// cannot be divided.
struct PlaceMap: Sendable, Hashable {
  /// Small, because there is one for every few words; a file has less than 2^31 bytes.
  private struct Piece: Sendable, Hashable {
    var text: Int32
    var source: Int32
    /// How many bytes of the file made the piece; -1 if it stands there as it is.
    var madeOf: Int32

    init(text: Int, source: Int, madeOf: Int = -1) {
      self.text = Int32(truncatingIfNeeded: text)
      self.source = Int32(truncatingIfNeeded: source)
      self.madeOf = Int32(truncatingIfNeeded: madeOf)
    }
  }

  private var pieces: [Piece] = []

  /// The length of the text so far.
  private(set) var count = 0

  /// Makes room for the pieces of a file of a certain size.
  mutating func reserveCapacity(forSource count: Int) { pieces.reserveCapacity(count / 24 + 8) }

  /// Adds text that stands in the file as it is.
  mutating func addVerbatim(_ length: Int, at source: Int) {
    guard length > 0 else { return }
    defer { count += length }
    if let last = pieces.last, last.madeOf < 0, Int(last.source - last.text) + count == source {
      return
    }
    pieces.append(Piece(text: count, source: source))
  }

  /// Adds text that was made of other bytes.
  mutating func addMade(_ length: Int, of source: Range<Int>) {
    guard length > 0 else { return }
    pieces.append(Piece(text: count, source: source.lowerBound, madeOf: source.count))
    count += length
  }

  /// Adds another text behind this one.
  mutating func add(_ other: PlaceMap) {
    for piece in other.pieces {
      let text = Int(piece.text) + count
      pieces.append(Piece(text: text, source: Int(piece.source), madeOf: Int(piece.madeOf)))
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
    let source = Int(piece.source)
    if piece.madeOf >= 0 {
      let end = source + Int(piece.madeOf)
      return offset < count ? source..<end : end..<end
    }
    let start = source + offset - Int(piece.text)
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
