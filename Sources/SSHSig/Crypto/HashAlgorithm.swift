/// The hash functions of SHA-2 (FIPS 180-4) that signatures and digests use.
public enum HashAlgorithm: String, Sendable, Hashable, CaseIterable {
  /// SHA-256, 32 bytes.
  case sha256
  /// SHA-384, 48 bytes: only inside signatures of ECDSA over P-384.
  case sha384
  /// SHA-512, 64 bytes.
  case sha512

  /// The number of bytes of a digest.
  public var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }
}
