/// Thirty-two bytes of a text at once, for looks at whole texts that seldom find anything.
///
/// A test returns marks as those of ``EightBytes``, for four times eight bytes: the first of all is
/// exact. The compiler makes vector instructions of four words; of thirty-two bytes it makes a loop.
public struct ThirtyTwoBytes {
  /// The marks of four times eight bytes, in the order of the text.
  public typealias Marks = SIMD4<UInt64>

  /// How many bytes it is.
  @inlinable @inline(__always) public static var count: Int { 32 }

  @usableFromInline let value: SIMD4<UInt64>

  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> SIMD4<UInt64> {
    SIMD4(repeating: EightBytes.ones &* UInt64(byte))
  }

  /// Takes the bytes from an offset on, which must be within the text.
  @inlinable @inline(__always)
  public init(of bytes: Span<UInt8>, at offset: Int) {
    let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(
      fromByteOffset: offset,
      as: SIMD4<UInt64>.self
    )
    value = SIMD4(
      UInt64(littleEndian: loaded.x),
      UInt64(littleEndian: loaded.y),
      UInt64(littleEndian: loaded.z),
      UInt64(littleEndian: loaded.w)
    )
  }

  /// Marks what is beyond ASCII.
  @inlinable @inline(__always) public var nonASCII: Marks { value & Self.all(0x80) }

  /// Marks a certain byte.
  @inlinable @inline(__always)
  public func marks(of byte: UInt8) -> Marks {
    let difference = value ^ Self.all(byte)
    return (difference &- Self.all(1)) & ~difference & Self.all(0x80)
  }

  /// Marks what is less than a limit of at most 128.
  @inlinable @inline(__always)
  public func marks(lessThan limit: UInt8) -> Marks {
    (value &- Self.all(limit)) & ~value & Self.all(0x80)
  }

  /// Marks what differs from other bytes, in any bit of each.
  @inlinable @inline(__always)
  func differences(from other: ThirtyTwoBytes) -> Marks { value ^ other.value }

  /// Marks what is between `0` and `?`.
  @inlinable @inline(__always) public var digitMarks: Marks {
    let turned = value ^ Self.all(0x30)
    return (turned &- Self.all(0x10)) & ~turned & Self.all(0x80)
  }

  /// Marks letters, digits and the low line, each of them exactly, if all bytes are ASCII.
  @inlinable @inline(__always) public var wordMarks: Marks {
    // A sum reaches the top bit of its byte from a limit on, and no further.
    let small = value | Self.all(0x20)
    let letters = (small &+ Self.all(0x1F)) & ~(small &+ Self.all(0x05))
    let digits = (value &+ Self.all(0x50)) & ~(value &+ Self.all(0x46))
    let others = (value ^ Self.all(0x5F)) &+ Self.all(0x7F)
    return (letters | digits | ~others) & Self.all(0x80)
  }

  /// Marks `{`, `|`, `}`, `~` and DEL.
  @inlinable @inline(__always) public var braceMarks: Marks {
    ((value & Self.all(0x7F)) &+ Self.all(0x05)) & ~value & Self.all(0x80)
  }

  /// Whether there is no mark.
  @inlinable @inline(__always)
  public static func isEmpty(_ marks: Marks) -> Bool {
    marks.x | marks.y | marks.z | marks.w == 0
  }

  /// Gathers exact marks as one bit for each byte, the first byte's the lowest.
  @inlinable @inline(__always)
  public static func bits(of marks: Marks) -> UInt32 {
    var bits: UInt64 = 0
    for index in 0..<4 {
      // The product's top byte has the eight bits side by side.
      let eight = ((marks[index] &>> 7) &* 0x0102_0408_1020_4080) &>> 56
      bits |= eight &<< UInt64(index &* 8)
    }
    return UInt32(truncatingIfNeeded: bits)
  }

  /// Returns how many bytes stand before the first mark, all of them if there is none.
  @inlinable @inline(__always)
  public static func count(before marks: Marks) -> Int {
    var index = 0
    while index < 4, marks[index] == 0 { index &+= 1 }
    return index < 4 ? index &* 8 &+ EightBytes.count(before: marks[index]) : count
  }
}
