/// A code point in a UTF-8 text and how many bytes it takes.
public struct CodePoint: Sendable {
  /// Its number.
  public let value: UInt32
  /// How many bytes it takes.
  public let length: Int

  /// Decodes what begins at an offset within the text; bytes that are no UTF-8 count one by one.
  @inlinable @inline(__always)
  public init(in bytes: [UInt8], at offset: Int) {
    let first = bytes[offset]
    guard first >= 0x80 else {
      (value, length) = (UInt32(first), 1)
      return
    }
    let expected = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC0, offset + expected <= bytes.count else {
      (value, length) = (0xFFFD, 1)
      return
    }
    var result = UInt32(first) & (0x7F >> UInt32(expected))
    for index in (offset + 1)..<(offset + expected) {
      result = result << 6 | UInt32(bytes[index] & 0x3F)
    }
    (value, length) = (result, expected)
  }

  /// Decodes what ends before an offset of the text, which must not be its beginning.
  public init(in bytes: [UInt8], before offset: Int) {
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(in: bytes, at: start)
  }

  /// What Unicode knows of it.
  public var properties: Unicode.Scalar.Properties? { Unicode.Scalar(value)?.properties }

  /// Whether a character may be invisible, by the bytes that it begins with (the third is 0 if it
  /// has two): controls beyond ASCII and what is ignorable by default, among others; `false` is
  /// certain.
  @inlinable @inline(__always)
  public static func mayBeInvisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xC2: second < 0xA0 || second == 0xAD
    case 0xCD: second == 0x8F
    case 0xD8: second == 0x9C
    case 0xE1: second == 0x85 || second == 0x9E || second == 0xA0
    case 0xE2:
      second == 0x80 && (0x8B...0x8F ~= third || 0xA8...0xAE ~= third)
        || second == 0x81 && third >= 0xA0
    case 0xE3: second == 0x85
    case 0xEF:
      second == 0xB8 && third < 0x90
        || (second == 0xBB || second == 0xBE || second == 0xBF) && third >= 0xA0
    case 0xF0: second != 0x9F && second < 0xA0
    case 0xF3: true
    default: false
    }
  }
}
