/// Eight bytes of a text at once, for loops that nearly always find nothing to do.
///
/// A test returns marks: the top bit of each byte that passes it, and perhaps of bytes behind the
/// first that does (Hacker's Delight, 6-1). So no marks means no such byte, and the lowest mark is
/// the first.
public struct EightBytes {
  @usableFromInline let value: UInt64

  /// Returns one of the bytes.
  @inlinable @inline(__always)
  public subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: value &>> UInt64(8 &* index)) }

  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var tops: UInt64 { 0x8080_8080_8080_8080 }

  /// Takes the eight bytes from an offset on, which must be within the text.
  @inlinable @inline(__always)
  public init(of bytes: Span<UInt8>, at offset: Int) {
    let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    value = UInt64(littleEndian: loaded)
  }

  /// Marks what is beyond ASCII.
  @inlinable @inline(__always) public var nonASCII: UInt64 { value & Self.tops }

  /// Marks what differs from other bytes, in any bit of each.
  @inlinable @inline(__always)
  func differences(from other: EightBytes) -> UInt64 { value ^ other.value }

  /// Marks a certain byte.
  @inlinable @inline(__always)
  public func marks(of byte: UInt8) -> UInt64 {
    let difference = value ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.tops
  }

  /// Marks a certain byte and the one that differs from it by one in the last bit.
  @inlinable @inline(__always)
  public func marks(ofPair byte: UInt8) -> UInt64 {
    let difference = value ^ (Self.ones &* UInt64(byte & 0xFE))
    return (difference &- Self.ones &* 2) & ~difference & Self.tops
  }

  /// Marks what is less than a limit of at most 128.
  @inlinable @inline(__always)
  public func marks(lessThan limit: UInt8) -> UInt64 {
    (value &- Self.ones &* UInt64(limit)) & ~value & Self.tops
  }

  /// The lowest five bits of each of the first three bytes, which capitals and small letters share.
  @inlinable @inline(__always) public var beginning: Int {
    let first = (value & 0x1F) &<< 10
    return Int(truncatingIfNeeded: first | (value &>> 3) & 0x3E0 | (value &>> 16) & 0x1F)
  }

  /// Returns how many bytes stand before the first mark.
  @inlinable @inline(__always)
  public static func count(before marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }
}
