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

  /// The digest in lower-case hexadecimal digits.
  public var hex: String {
    unsafe String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (index, byte) in bytes.enumerated() {
        unsafe text[2 * index] = Self.digit(byte >> 4)
        unsafe text[2 * index + 1] = Self.digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
