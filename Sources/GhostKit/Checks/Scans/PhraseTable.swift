internal import Markdown

/// Words and phrases of which all places in a text are found in one pass.
///
/// A phrase is found as whole words, whatever its case, across a line break, with a typographic
/// apostrophe or hyphen for the plain one, and with soft hyphens in it. Of two that begin at one
/// place the longer counts. An address such as `users@a.example` holds no words.
struct PhraseTable: Sendable {
  /// A place in the text.
  struct Match: Sendable {
    /// The phrase's index in the list that the table was made of.
    let phrase: Int
    let range: Range<Int>
  }

  private let tree: PhraseTree
  /// How phrases can begin: all that is asked of nearly every word.
  private let beginnings: PhraseBeginnings

  /// Prepares a list of phrases; a blank one is never found, nor one of more than 200 characters.
  init(_ list: [String]) {
    let phrases = list.map(Self.folded)
    tree = PhraseTree(of: phrases)
    beginnings = PhraseBeginnings(of: phrases)
  }

  /// Whether there is nothing to find.
  var isEmpty: Bool { tree.isEmpty }

  /// Returns the places in a part of a text, from the first to the last.
  func matches(in bytes: [UInt8], _ range: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var index = range.lowerBound
    while let start = nextStart(in: bytes, index, range.upperBound) {
      if let match = match(in: bytes, at: start, range) {
        matches.append(match)
        index = match.range.upperBound
      } else {
        index = start
        let length = CodePoint(in: bytes, at: start).length
        index += length
        // What is left of the word begins none.
        if bytes[start] < 0x80 {
          while index < range.upperBound, Self.isPlainWord(bytes[index]) { index += 1 }
        }
      }
    }
    return matches
  }

  /// The next place where a word may begin that a phrase begins with.
  private func nextStart(in bytes: [UInt8], _ from: Int, _ end: Int) -> Int? {
    let bytes = bytes.span
    let shortest = beginnings.shortestWord
    let beginnings = beginnings.bits.span
    var index = from
    var isInWord = false
    while index < end {
      if bytes[index] < 0x80, index + ThirtyTwoBytes.count <= bytes.count {
        let next = ThirtyTwoBytes(of: bytes, at: index)
        if ThirtyTwoBytes.isEmpty(next.nonASCII) {
          let words = ThirtyTwoBytes.bits(of: next.wordMarks)
          var starts = words & ~(words &<< 1 | (isInWord ? 1 : 0))
          // A shorter word begins none; how one goes on that is cut off, nobody knows yet.
          if shortest > 1 { starts &= words >> 1 | 1 << 31 }
          if shortest > 2 { starts &= words >> 2 | 3 << 30 }
          while starts != 0 {
            let start = index + starts.trailingZeroBitCount
            guard start < end else { return nil }
            if PhraseBeginnings.mayBegin(bytes, at: start, beginnings) { return start }
            starts &= starts &- 1
          }
          isInWord = words >> 31 != 0
          index += ThirtyTwoBytes.count
          continue
        }
      }
      // Up to the end of what is no ASCII.
      var isPassed = false
      while index < end, !isPassed || bytes[index] >= 0x80 {
        let byte = bytes[index]
        let isWord = Self.isPlainWord(byte) || byte >= 0x80
        if isWord, !isInWord || 0xE3...0xE9 ~= byte,
          PhraseBeginnings.mayBegin(bytes, at: index, beginnings)
        {
          return index
        }
        isInWord = isWord && !Self.endsWord(byte) && (byte & 0xC0 != 0x80 || isInWord)
        isPassed = isPassed || byte >= 0x80
        index += 1
      }
    }
    return nil
  }

  @inline(__always)
  private static func isPlainWord(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Whether a byte begins punctuation, an emoji or an ideograph, behind which a word may begin.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == 0xC2 || 0xE2...0xE9 ~= byte || byte == 0xEF || byte == 0xF0
  }

  private func match(in bytes: [UInt8], at start: Int, _ range: Range<Int>) -> Match? {
    let first = CodePoint(in: bytes, at: start)
    var value = Self.folded(first.value)
    guard var branch = tree.branch(behind: PhraseTree.root, value) else { return nil }
    var index = start + first.length
    var match: Match?
    while true {
      if let phrase = tree.phrase(at: branch), Self.isBorder(behind: index, value, in: bytes, range)
      {
        match = Match(phrase: phrase, range: start..<index)
      }
      guard let next = step(from: &index, behind: value, in: bytes, range.upperBound),
        let found = tree.branch(behind: branch, next)
      else { break }
      (branch, value) = (found, next)
    }
    guard match != nil, Self.isBorder(before: start, Self.folded(first.value), in: bytes, range)
    else { return nil }
    return match
  }

  /// Reads on to the next character that counts: soft hyphens do not, and any space of the text is
  /// one space of a phrase.
  private func step(
    from index: inout Int,
    behind last: UInt32,
    in bytes: [UInt8],
    _ end: Int
  ) -> UInt32? {
    while index < end {
      var value = UInt32(bytes[index])
      if Byte.isLetter(bytes[index]) {
        index += 1
        return value | 0x20
      }
      let codePoint = CodePoint(in: bytes, at: index)
      index += codePoint.length
      if codePoint.value == Self.softHyphen { continue }
      value = Self.folded(codePoint.value)
      if value != Self.space || last != Self.space { return value }
    }
    return nil
  }
}

// What counts as the same.
extension PhraseTable {
  private static let space: UInt32 = 0x20
  private static let softHyphen: UInt32 = 0xAD

  private static func folded(_ phrase: String) -> [UInt32] {
    let words = phrase.unicodeScalars.map { folded($0.value) }.split(separator: space)
    return Array(words.joined(separator: [space]))
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: return value | 0x20
    case 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return space
    case 0x2019, 0x2BC: return 0x27
    case 0x2010, 0x2011: return 0x2D
    case 0..<0x80: return value
    default:
      guard let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars,
        lower.count == 1
      else { return value }
      return lower.first?.value ?? value
    }
  }

  private static func isBorder(
    before start: Int,
    _ first: UInt32,
    in bytes: [UInt8],
    _ range: Range<Int>
  ) -> Bool {
    guard start > range.lowerBound else { return true }
    let before = CodePoint(in: bytes, before: start)
    if before.value == UInt8(ascii: "@") { return false }
    guard isWithinAddress(before.value) else { return !belongs(before, beside: first) }
    let next = start - before.length
    return next == range.lowerBound || !belongs(CodePoint(in: bytes, before: next), beside: first)
  }

  private static func isBorder(
    behind end: Int,
    _ last: UInt32,
    in bytes: [UInt8],
    _ range: Range<Int>
  ) -> Bool {
    guard end < range.upperBound else { return true }
    let after = CodePoint(in: bytes, at: end)
    if after.value == UInt8(ascii: "@") { return false }
    guard isWithinAddress(after.value) else { return !belongs(after, beside: last) }
    let next = end + after.length
    return next >= range.upperBound || !belongs(CodePoint(in: bytes, at: next), beside: last)
  }

  private static func isWithinAddress(_ value: UInt32) -> Bool {
    value == UInt8(ascii: ".") || value == UInt8(ascii: "/") || value == UInt8(ascii: ":")
      || value == UInt8(ascii: "=")
  }

  /// Whether a neighbour is part of the same word; ideographs are words of their own.
  private static func belongs(_ codePoint: CodePoint, beside value: UInt32) -> Bool {
    let isIdeograph = { (value: UInt32) in 0x3040..<0xA000 ~= value || value >= 0x20000 }
    if isIdeograph(value) || isIdeograph(codePoint.value) { return false }
    guard codePoint.value != UInt8(ascii: "_"), let properties = codePoint.properties else {
      return true
    }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.canonicalCombiningClass != .notReordered
  }
}
