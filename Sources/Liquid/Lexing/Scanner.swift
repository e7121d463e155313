/// Cuts a template at its delimiters, or a `liquid` tag at its line breaks.
struct Scanner {
  private let bytes: Bytes
  private let end: Int
  let isInLines: Bool
  private(set) var position: Int
  /// Whether the delimiter before the position ended in a dash.
  private var trims = false

  /// Takes a whole template.
  init(template bytes: Bytes) {
    self.bytes = bytes
    position = 0
    end = bytes.count
    isInLines = false
  }

  /// Takes the inside of a `liquid` tag.
  init(lines range: Range<Int>, of bytes: Bytes) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    isInLines = true
  }

  /// Returns the next piece.
  mutating func next() -> Piece {
    if isInLines { return nextLine() }
    guard position < end else { return .end }
    if isDelimiter(at: position) { return nextDelimited() }
    let start = position
    position = nextDelimiter(from: position)
    return .text(trimmed(start..<position))
  }

  private func isDelimiter(at index: Int) -> Bool {
    index + 1 < end && bytes[index] == UInt8(ascii: "{")
      && (bytes[index + 1] == UInt8(ascii: "%") || bytes[index + 1] == UInt8(ascii: "{"))
  }

  private func nextDelimiter(from start: Int) -> Int {
    var index = start
    while let brace = bytes.firstIndex(of: UInt8(ascii: "{"), in: index..<end), brace + 1 < end {
      let next = bytes[brace + 1]
      if next == UInt8(ascii: "%") || next == UInt8(ascii: "{") { return brace }
      index = brace + 1
    }
    return end
  }

  private mutating func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, stop) = (range.lowerBound, range.upperBound)
    if trims { while start < stop, bytes[start].isSpace { start += 1 } }
    trims = false
    if stop + 2 < end, bytes[stop + 2] == UInt8(ascii: "-") {
      while start < stop, bytes[stop - 1].isSpace { stop -= 1 }
    }
    return start..<stop
  }

  private mutating func nextDelimited() -> Piece {
    let start = position
    let isTag = bytes[start + 1] == UInt8(ascii: "%")
    guard let close = isTag ? tagEnd(from: start + 2) : outputEnd(from: start + 2) else {
      position = resumption(behind: start + 2, isTag: isTag)
      return .unclosed(start..<start + 2)
    }
    position = close + 2
    var inside = start + 2..<close
    trims = bytes[close - 1] == UInt8(ascii: "-")
    if inside.first.map({ bytes[$0] }) == UInt8(ascii: "-") { inside.removeFirst() }
    if inside.last.map({ bytes[$0] }) == UInt8(ascii: "-") { inside.removeLast() }
    return isTag ? .tag(tag(inside, whole: start..<position)) : .output(inside)
  }

  private func tagEnd(from start: Int) -> Int? {
    var index = start
    while let sign = bytes.firstIndex(of: UInt8(ascii: "%"), in: index..<end), sign + 1 < end {
      if bytes[sign + 1] == UInt8(ascii: "}") { return sign }
      index = sign + 1
    }
    return nil
  }

  /// As in Ruby's Liquid the first brace must be the one that closes.
  private func outputEnd(from start: Int) -> Int? {
    guard let brace = bytes.firstIndex(of: UInt8(ascii: "}"), in: start..<end) else { return nil }
    return brace + 1 < end && bytes[brace + 1] == UInt8(ascii: "}") ? brace : nil
  }

  /// Where to go on after an unclosed delimiter, never looking at a byte twice: with the tag that
  /// an output runs into, or behind the brace that should have been two.
  private func resumption(behind start: Int, isTag: Bool) -> Int {
    guard !isTag, let brace = bytes.firstIndex(of: UInt8(ascii: "}"), in: start..<end) else {
      return end
    }
    let next = nextDelimiter(from: start)
    return next < brace && bytes[next + 1] == UInt8(ascii: "%") ? next : brace + 1
  }

  private func tag(_ inside: Range<Int>, whole: Range<Int>) -> TagToken {
    var start = inside.lowerBound
    while start < inside.upperBound, bytes[start].isSpace { start += 1 }
    var stop = start
    if stop < inside.upperBound, bytes[stop] == UInt8(ascii: "#") {
      stop += 1
    } else {
      while stop < inside.upperBound, bytes[stop].isTagNamePart { stop += 1 }
    }
    return TagToken(name: start..<stop, markup: stop..<inside.upperBound, whole: whole)
  }

  private mutating func nextLine() -> Piece {
    while position < end {
      var start = position
      while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      var stop = position
      position = min(position + 1, end)
      while start < stop, bytes[start].isSpace { start += 1 }
      while stop > start, bytes[stop - 1].isSpace { stop -= 1 }
      if start < stop { return .tag(tag(start..<stop, whole: start..<stop)) }
    }
    return .end
  }
}

extension Scanner {
  /// Steps over the next tag that has one of some names; everything else is text here.
  ///
  /// - Returns: where the tag begins and which of the names it has, or `nil` if there is no such.
  mutating func skipTag(named names: [StaticString]) -> (start: Int, which: Int)? {
    if isInLines {
      while case .tag(let tag) = nextLine() {
        if let which = names.firstIndex(where: { isText(tag.name, $0) }) {
          return (tag.whole.lowerBound, which)
        }
      }
      return nil
    }
    while position < end {
      let start = nextDelimiter(from: position)
      position = min(start + 1, end)
      guard start < end, bytes[start + 1] == UInt8(ascii: "%") else { continue }
      let isTrimming = start + 2 < end && bytes[start + 2] == UInt8(ascii: "-")
      let tag = tag(start + (isTrimming ? 3 : 2)..<end, whole: start..<end)
      guard let which = names.firstIndex(where: { isText(tag.name, $0) }) else { continue }
      guard let close = tagEnd(from: tag.markup.lowerBound) else { break }
      position = close + 2
      trims = bytes[close - 1] == UInt8(ascii: "-")
      return (start, which)
    }
    position = end
    return nil
  }

  private func isText(_ range: Range<Int>, _ name: StaticString) -> Bool {
    bytes[range].isText(name)
  }
}

extension UInt8 {
  /// Whether it can stand in a tag's name.
  fileprivate var isTagNamePart: Bool { isNameStart || isDigit }
}
