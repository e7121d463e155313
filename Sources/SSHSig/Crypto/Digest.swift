/// What a hash function makes of some bytes.
public struct Digest: Sendable, Hashable {
  /// The function.
  public let algorithm: HashAlgorithm
  /// Its result, as many bytes as the function gives.
  public let bytes: [UInt8]

  init(_ algorithm: HashAlgorithm, _ bytes: [UInt8]) {
    self.algorithm = algorithm
    self.bytes = bytes
  }

  /// Reads exactly what ``hex`` writes; `nil` for anything else, capital letters included.
  public init?(_ algorithm: HashAlgorithm, hex: some Collection<UInt8>) {
    guard hex.count == algorithm.byteCount * 2 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(algorithm.byteCount)
    var high: UInt8?
    for digit in hex {
      guard let value = Self.value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.init(algorithm, bytes)
  }

  /// The digest in lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
