/// A string of a template's world: UTF-8 bytes, and whether they are markup already.
///
/// Bytes rather than a `String`: what is printed most often is only ever copied, and Ruby's
/// Liquid, whose results we owe, compares and sorts strings byte by byte.
public struct Text: Sendable {
  /// The text in UTF-8; a filter that decodes may leave bytes here that are none.
  public var bytes: [UInt8]
  /// Whether a tag or a capture made it, so that ``Environment/encode`` need not encode it again.
  ///
  /// A filter that only takes white space away keeps the mark; any other makes new data.
  public var isMarkup: Bool

  /// Takes bytes as they are.
  public init(_ bytes: [UInt8] = [], isMarkup: Bool = false) {
    self.bytes = bytes
    self.isMarkup = isMarkup
  }

  /// Copies a Swift string.
  public init(_ string: some StringProtocol) { self.init(Array(string.utf8)) }

  /// The text as a Swift string; bytes that are no UTF-8 become U+FFFD.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The number of code points, which is what Ruby calls a string's size.
  public var scalarCount: Int { bytes.reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 } }

  /// Whether there is nothing but white space in it.
  public var isBlank: Bool { bytes.allSatisfy(\.isSpace) }
}

extension Text: Hashable {
  /// Compares byte by byte; data equals markup.
  public static func == (left: Text, right: Text) -> Bool {
    let count = left.bytes.count
    guard count == right.bytes.count else { return false }
    return unsafe left.bytes.withUnsafeBytes { left in
      unsafe right.bytes.withUnsafeBytes { right in
        for index in 0..<count where unsafe left[index] != right[index] { return false }
        return true
      }
    }
  }

  /// Hashes the bytes alone.
  public func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension Text: Comparable {
  /// Orders byte by byte, as Ruby does.
  public static func < (left: Text, right: Text) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Text: ExpressibleByStringLiteral {
  /// Takes a text written in the source.
  public init(stringLiteral value: StaticString) {
    self.init(value.withUTF8Buffer { unsafe Array($0) })
  }
}

extension UInt8 {
  /// Whether it is one of Ruby's `\s`: space, tab, line feed, vertical tab, form feed, return.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Whether it is an ASCII digit.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
