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
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}
