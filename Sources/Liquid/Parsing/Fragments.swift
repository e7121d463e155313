/// The pieces that Ruby's forgiving parser finds in a tag.
///
/// They are quoted texts, and runs of anything but white space, commas, pipes and quotes. What lies
/// between is overlooked.
///
/// Source: `QuotedFragment` in Liquid's `lib/liquid.rb`.
struct Fragments {
  let bytes: Bytes
  var position: Int
  let end: Int

  init(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Steps over the next piece, wherever it begins.
  mutating func next() -> Range<Int>? {
    while position < end {
      if let piece = piece(at: position) {
        position = piece.upperBound
        return piece
      }
      position += 1
    }
    return nil
  }

  /// Steps over the next piece and those that follow it without anything between.
  mutating func nextRow() -> Range<Int>? {
    guard let first = next() else { return nil }
    while let more = piece(at: position) { position = more.upperBound }
    return first.lowerBound..<position
  }

  /// Returns the piece that begins at a place.
  func piece(at start: Int) -> Range<Int>? {
    if let text = quoted(at: start) { return text }
    var index = start
    while index < end {
      if let text = quoted(at: index) {
        index = text.upperBound
      } else if isPart(bytes[index]) {
        index += 1
      } else {
        break
      }
    }
    return index > start ? start..<index : nil
  }

  private func quoted(at start: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "\""),
      let close = bytes.firstIndex(of: bytes[start], in: start + 1..<end)
    else { return nil }
    return start..<close + 1
  }

  private func isPart(_ byte: UInt8) -> Bool {
    !byte.isSpace && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "|")
      && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\"")
  }

  mutating func skipSpaces() { while position < end, bytes[position].isSpace { position += 1 } }

  /// Steps over a run of bytes of a kind, which may be empty.
  mutating func take(while isTaken: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < end, isTaken(bytes[position]) { position += 1 }
    return start..<position
  }

  /// Steps over a word that stands here by itself.
  mutating func take(word: StaticString) -> Bool {
    let stop = position + word.utf8CodeUnitCount
    guard stop <= end, bytes[position..<stop].isText(word),
      stop == end || !(bytes[stop].isNameStart || bytes[stop].isDigit)
    else { return false }
    position = stop
    return true
  }

  /// Returns every `name: value` from here on.
  func attributes() -> [(name: Range<Int>, value: Range<Int>)] {
    var rest = self
    var found: [(name: Range<Int>, value: Range<Int>)] = []
    while rest.position < end {
      guard bytes[rest.position].isNameStart || bytes[rest.position].isDigit else {
        rest.position += 1
        continue
      }
      let name = rest.take(while: \.isNamePart)
      var ahead = rest
      ahead.skipSpaces()
      guard ahead.position < end, bytes[ahead.position] == UInt8(ascii: ":") else { continue }
      ahead.position += 1
      ahead.skipSpaces()
      guard let value = ahead.piece(at: ahead.position) else { continue }
      found.append((name, value))
      rest.position = value.upperBound
    }
    return found
  }
}
