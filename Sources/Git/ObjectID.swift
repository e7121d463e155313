/// The name of a git object: a SHA-1 of 20 bytes, or a SHA-256 of 32.
///
/// It is kept in words rather than in an array, since a run holds hundreds of thousands.
public struct ObjectID: Sendable, Hashable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var size: UInt8

  /// Takes a name in binary, as a tree has it; `nil` unless it has 20 or 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    self.init(count: bytes.count)
    for (index, byte) in bytes.enumerated() { put(byte, at: index) }
  }

  /// Takes a name in lower-case hexadecimal; `nil` unless it has 40 or 64 digits.
  public init?(hex: some Collection<UInt8>) {
    self.init(count: hex.count / 2)
    guard hex.count % 2 == 0 else { return nil }
    var high: UInt8 = 0
    for (index, digit) in hex.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if index % 2 == 0 { high = value << 4 } else { put(high | value, at: index / 2) }
    }
  }

  private init?(count: Int) {
    guard count == 20 || count == 32 else { return nil }
    self.size = UInt8(count)
  }

  private mutating func put(_ byte: UInt8, at index: Int) {
    let bits = UInt64(byte) << (56 - 8 * UInt64(index % 8))
    switch index / 8 {
    case 0: words.0 |= bits
    case 1: words.1 |= bits
    case 2: words.2 |= bits
    default: words.3 |= bits
    }
  }

  /// The name in lower-case hexadecimal.
  public var hex: String { String(decoding: hexBytes, as: UTF8.self) }

  /// The name in lower-case hexadecimal, as bytes.
  var hexBytes: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * count)
    for byte in bytes {
      for value in [byte >> 4, byte & 15] {
        digits.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value)
      }
    }
    return digits
  }

  /// How many bytes it has.
  var count: Int { Int(size) }

  /// Whether it is all zeros, with which git says that there is no object.
  public var isNull: Bool { words == (0, 0, 0, 0) }

  /// The name in binary.
  public var bytes: [UInt8] {
    let packed = [words.0, words.1, words.2, words.3]
    return (0..<count).map { index in
      UInt8(truncatingIfNeeded: packed[index / 8] >> (56 - 8 * UInt64(index % 8)))
    }
  }

  /// Compares all of both names.
  public static func == (left: ObjectID, right: ObjectID) -> Bool {
    left.words == right.words && left.size == right.size
  }

  /// Hashes the first word, which is as good as random.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
