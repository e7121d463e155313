/// The name of a git object: a SHA-1 of 20 bytes, or a SHA-256 of 32.
///
/// It is kept in words rather than in an array, since a run holds hundreds of thousands.
public struct ObjectID: Sendable, Hashable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var count: UInt8

  /// Takes a name in binary, as a tree has it; `nil` unless it has 20 or 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 20 || bytes.count == 32 else { return nil }
    count = UInt8(bytes.count)
    var packed: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() {
      packed[index / 8] |= UInt64(byte) << (56 - 8 * UInt64(index % 8))
    }
    words = (packed[0], packed[1], packed[2], packed[3])
  }

  /// Takes a name in lower-case hexadecimal; `nil` unless it has 40 or 64 digits.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 40 || hex.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for digit in hex {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.init(bytes: bytes)
  }

  /// The name in lower-case hexadecimal.
  public var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  /// The name in lower-case hexadecimal, as bytes.
  var hexBytes: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// Whether it is all zeros, with which git says that there is no object.
  public var isNull: Bool { words == (0, 0, 0, 0) }

  /// The name in binary.
  public var bytes: [UInt8] {
    let packed = [words.0, words.1, words.2, words.3]
    return (0..<Int(count)).map { index in
      UInt8(truncatingIfNeeded: packed[index / 8] >> (56 - 8 * UInt64(index % 8)))
    }
  }

  /// Compares all of both names.
  public static func == (left: ObjectID, right: ObjectID) -> Bool {
    left.words == right.words && left.count == right.count
  }

  /// Hashes the first word, which is as good as random.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
