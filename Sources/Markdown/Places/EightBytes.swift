/// Eight bytes of a text at once, for loops that nearly always find nothing to do.
///
/// The tests are those of Hacker's Delight, 6-1: exact in whether there is such a byte.
struct EightBytes: Equatable {
  private let value: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Takes the eight bytes from an offset on, which must be within the text.
  @inline(__always)
  init(of bytes: Span<UInt8>, at offset: Int) {
    value = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether all are ASCII.
  @inline(__always) var isASCII: Bool { value & Self.tops == 0 }

  /// Whether one of them is a certain byte.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let difference = value ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.tops != 0
  }

  /// Whether one of them is less than a limit of at most 128.
  @inline(__always)
  func contains(lessThan limit: UInt8) -> Bool {
    (value &- Self.ones &* UInt64(limit)) & ~value & Self.tops != 0
  }
}
