/// The lines of a text as ranges, without the line feeds that end them.
///
/// A text that ends in a line feed has an empty last line; an empty text has no line.
struct LineReader: IteratorProtocol {
  private let text: ArraySlice<UInt8>
  private var position: Int
  private var isAtEnd: Bool

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
    isAtEnd = text.isEmpty
  }

  mutating func next() -> Range<Int>? {
    guard !isAtEnd else { return nil }
    let start = position
    let end = text[start...].firstIndex(of: Byte.lineFeed)
    isAtEnd = end == nil
    position = end.map { $0 + 1 } ?? text.endIndex
    return start..<(end ?? text.endIndex)
  }
}

extension [UInt8] {
  /// Returns what follows an offset without the carriage return before each line feed.
  func droppingCarriageReturns(from start: Int = 0) -> ArraySlice<UInt8> {
    guard let first = firstIndex(of: Byte.carriageReturn, from: start) else {
      return self[start...]
    }
    var kept = self[start..<first]
    kept.reserveCapacity(count - start)
    for index in first..<count {
      let isBeforeLineFeed = index + 1 < count && self[index + 1] == Byte.lineFeed
      if self[index] != Byte.carriageReturn || !isBeforeLineFeed { kept.append(self[index]) }
    }
    return kept
  }
}

/// The bytes that texts are cut at.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hyphen = UInt8(ascii: "-")

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Returns the number that digits stand for; `nil` if one of them is none.
  ///
  /// There have to be few enough for an `Int`.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      number = 10 * number + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
}
