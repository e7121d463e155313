// The words around a number.
extension FigureScanner {
  private static let longestWord = 32

  func word(at offset: Int) -> String {
    var index = offset
    while index - offset < Self.longestWord, let codePoint = codePoint(at: index),
      Self.isWord(codePoint.value)
    {
      index += codePoint.length
      // Chinese and Japanese have no spaces; their scales are one character.
      if WordClass(codePoint.value) == .ideograph { break }
    }
    guard index > offset else { return "" }
    return String(decoding: bytes[offset..<index], as: UTF8.self)
  }

  func word(endingAt offset: Int) -> String {
    var index = offset
    while offset - index < Self.longestWord, let codePoint = codePoint(before: index),
      Self.isWord(codePoint.value) || WordClass(codePoint.value) == .digit
    {
      index -= codePoint.length
    }
    return String(decoding: bytes[index..<offset], as: UTF8.self)
  }

  private static func isWord(_ value: UInt32) -> Bool {
    switch WordClass(value) {
    case .letter, .extend, .ideograph: true
    default: false
    }
  }

  static func isLetterOrDigit(_ value: UInt32) -> Bool {
    switch WordClass(value) {
    case .letter, .digit, .extend, .ideograph: true
    default: false
    }
  }

  static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0xA0 || value == 0x202F || value == 0x2009
  }
}
