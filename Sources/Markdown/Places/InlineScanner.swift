/// The text of one paragraph or heading as cmark's inline parser sees it: its lines without the
/// marks and the indentation before them, joined by line breaks.
struct InlineScanner {
  /// A place in the text.
  struct Mark: Equatable {
    fileprivate var line: Int
    fileprivate var offset: Int
  }

  private let bytes: [UInt8]
  private var lines: [Range<Int>] = []
  private var line = 0
  private var lineEnd = 0

  /// Where the scanner stands in the file.
  private(set) var offset = 0

  init(in bytes: [UInt8]) { self.bytes = bytes }

  /// Begins another text with its first line.
  mutating func start(with line: Range<Int>) {
    lines.removeAll(keepingCapacity: true)
    lines.append(line)
  }

  /// Adds a further line.
  mutating func add(_ line: Range<Int>) { lines.append(line) }

  /// Goes to the beginning of a text that is complete.
  mutating func finish() {
    // cmark drops the white space at the end of the text.
    while var last = lines.popLast() {
      while last.count > 0, bytes[last.upperBound - 1].isASCIIWhitespace {
        last = last.lowerBound..<(last.upperBound - 1)
      }
      guard last.isEmpty, lines.count > 0 else {
        lines.append(last)
        break
      }
    }
    move(to: Mark(line: 0, offset: lines.first?.lowerBound ?? 0))
  }

  /// The offset behind the whole text.
  var end: Int { lines.last?.upperBound ?? offset }

  /// Where the scanner stands, to come back to.
  var mark: Mark { Mark(line: line, offset: offset) }

  /// Goes to a place of the same text.
  mutating func move(to mark: Mark) {
    line = mark.line
    offset = mark.offset
    lineEnd = line < lines.count ? lines[line].upperBound : offset
  }

  /// The rest of the line.
  var restOfLine: ArraySlice<UInt8> { bytes[offset..<max(offset, lineEnd)] }

  /// The next byte, LF for each kind of line break, or `nil` at the end.
  var next: UInt8? {
    if offset < lineEnd { return bytes[offset] }
    return line + 1 < lines.count ? UInt8(ascii: "\n") : nil
  }

  /// Passes one byte or line break.
  mutating func advance() {
    if offset < lineEnd {
      offset += 1
    } else if line + 1 < lines.count {
      move(to: Mark(line: line + 1, offset: lines[line + 1].lowerBound))
    }
  }

  /// Passes bytes of the line.
  mutating func advance(by count: Int) { offset = min(offset + count, max(offset, lineEnd)) }

  /// Passes what the line has in common with a text from an offset on; returns how many bytes.
  ///
  /// Stops at what may be an escape or an entity, if asked to.
  mutating func skip(
    sharedWith text: Span<UInt8>,
    from index: Int,
    orUntilMarkup stopsAtMarkup: Bool
  ) -> Int {
    let count = countShared(with: text, from: index, orUntilMarkup: stopsAtMarkup)
    offset += count
    return count
  }

  private func countShared(
    with text: Span<UInt8>,
    from index: Int,
    orUntilMarkup stopsAtMarkup: Bool
  ) -> Int {
    let limit = min(lineEnd - offset, text.count - index)
    let bytes = bytes.span
    var count = 0
    // The last thirty-two, or of a short text the last eight, may overlap those before.
    while count < limit, limit >= ThirtyTwoBytes.count {
      let start = min(count, limit &- ThirtyTwoBytes.count)
      let next = ThirtyTwoBytes(of: bytes, at: offset &+ start)
      var ends = next.differences(from: ThirtyTwoBytes(of: text, at: index &+ start))
      if stopsAtMarkup {
        ends |= next.marks(of: UInt8(ascii: "\\")) | next.marks(of: UInt8(ascii: "&"))
      }
      guard ThirtyTwoBytes.isEmpty(ends) else { return start + ThirtyTwoBytes.count(before: ends) }
      count = start &+ ThirtyTwoBytes.count
    }
    while count < limit, limit >= 8 {
      let start = min(count, limit &- 8)
      let next = EightBytes(of: bytes, at: offset &+ start)
      var ends = next.differences(from: EightBytes(of: text, at: index &+ start))
      if stopsAtMarkup {
        ends |= next.marks(of: UInt8(ascii: "\\")) | next.marks(of: UInt8(ascii: "&"))
      }
      guard ends == 0 else { return start + EightBytes.count(before: ends) }
      count = start &+ 8
    }
    while count < limit {
      let byte = bytes[offset + count]
      guard byte == text[index + count] else { break }
      if stopsAtMarkup, byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") { break }
      count += 1
    }
    return count
  }

  /// Passes a byte if it is the next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    advance()
    return true
  }

  /// Passes the rest of the line and its break; returns what it passed, with what stands before
  /// the next line's content.
  mutating func skipLine() -> Range<Int> {
    let start = offset
    offset = lineEnd
    advance()
    return start..<max(start, offset)
  }

  /// Passes bytes as long as a condition holds; returns how many.
  mutating func skip(while condition: (UInt8) -> Bool) -> Int {
    var count = 0
    while let byte = next, condition(byte) {
      advance()
      count += 1
    }
    return count
  }
}
