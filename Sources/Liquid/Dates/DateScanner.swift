/// A number in a date, with the looks that tell a year from a day.
struct DateNumber {
  let value: Int
  let digits: Int
  let isSigned: Bool
  /// An apostrophe stands before it ('24).
  let isQuoted: Bool
  /// Something stands right behind it (the 5th).
  let hasTail: Bool

  var looksLikeYear: Bool { isQuoted || digits + (isSigned ? 1 : 0) > 2 || hasTail }
}

/// A text that a date is looked for in; what was understood is taken out of it.
struct DateScanner {
  private(set) var bytes: [UInt8]

  /// Takes a text in small letters, in which all but letters, digits and `-+',./:@[]` is white space.
  init(_ text: [UInt8]) {
    bytes = []
    bytes.reserveCapacity(text.count)
    for byte in text {
      if Self.isWord(byte) || "-+',./:@[]".utf8.contains(byte) {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
  }

  /// Puts a space in the place of what was understood.
  mutating func remove(_ range: Range<Int>) {
    bytes.replaceSubrange(range, with: [UInt8(ascii: " ")])
  }

  func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  func isDigit(at index: Int) -> Bool { byte(at: index)?.isDigit ?? false }

  /// Whether a word begins here.
  func isWordStart(_ index: Int) -> Bool {
    bytes.indices.contains(index) && Self.isWord(bytes[index])
      && (index == 0 || !Self.isWord(bytes[index - 1]))
  }

  /// Whether a word that ran to here ends here.
  func isWordEnd(_ index: Int) -> Bool { byte(at: index).map { !Self.isWord($0) } ?? true }

  func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while byte(at: index) == UInt8(ascii: " ") { index += 1 }
    return index
  }

  func skippingDigits(_ index: Int) -> Int {
    var index = index
    while isDigit(at: index) { index += 1 }
    return index
  }

  /// Skips what is neither digit nor space nor any of some bytes.
  func skippingWord(_ index: Int, but stops: String) -> Int {
    var index = index
    while let byte = byte(at: index), !byte.isDigit, !byte.isSpace, !stops.utf8.contains(byte) {
      index += 1
    }
    return index
  }

  func starts(with word: some StringProtocol, at index: Int) -> Bool {
    index <= bytes.count && bytes[index...].starts(with: word.utf8)
  }

  /// Returns the number of the name whose first three letters stand here, from 1.
  func name(of names: [[UInt8]], at index: Int) -> Int? {
    guard index + 3 <= bytes.count else { return nil }
    return names.firstIndex { name in
      LetterCase.lower(name[0]) == bytes[index] && name[1] == bytes[index + 1]
        && name[2] == bytes[index + 2]
    }.map { $0 + 1 }
  }

  /// Reads a number that may have an apostrophe before it, a sign, and `st`, `nd`, `rd`, `th` behind.
  func number(at index: inout Int, signs: String = "", ordinal: Bool = false) -> DateNumber? {
    var start = index
    let isQuoted = byte(at: start) == UInt8(ascii: "'")
    if isQuoted { start += 1 }
    let sign = byte(at: start).flatMap { signs.utf8.contains($0) ? $0 : nil }
    if sign != nil { start += 1 }
    let end = skippingDigits(start)
    guard end > start else { return nil }
    let value = Self.value(of: bytes[start..<end])
    index = end
    var hasTail = false
    if ordinal, ["st", "nd", "rd", "th"].contains(where: { starts(with: $0, at: end) }),
      isWordEnd(end + 2)
    {
      hasTail = true
      index = end + 2
    }
    return DateNumber(
      value: sign == UInt8(ascii: "-") ? -value : value,
      digits: end - start,
      isSigned: sign != nil,
      isQuoted: isQuoted,
      hasTail: hasTail
    )
  }

  /// Returns the value of digits; of more than eighteen, the largest there is.
  static func value(of digits: ArraySlice<UInt8>) -> Int {
    guard digits.count <= 18 else { return .max }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
  }

  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || byte.isDigit }
}
