/// The kinds of key that count, by the names that OpenSSH writes into keys and signatures.
///
/// Not here on purpose: `ssh-dss` (too weak), certificates (they let somebody else decide who signs)
/// and everything that libcrypto could not verify.
public enum KeyKind: String, Sendable, Hashable, CaseIterable {
  /// Ed25519 (RFC 8709).
  case ed25519 = "ssh-ed25519"
  /// ECDSA over NIST P-256 (RFC 5656).
  case ecdsaP256 = "ecdsa-sha2-nistp256"
  /// ECDSA over NIST P-384 (RFC 5656).
  case ecdsaP384 = "ecdsa-sha2-nistp384"
  /// ECDSA over NIST P-521 (RFC 5656).
  case ecdsaP521 = "ecdsa-sha2-nistp521"
  /// RSA (RFC 4253), which must sign with SHA-2 (RFC 8332).
  case rsa = "ssh-rsa"
  /// Ed25519 inside a FIDO authenticator (OpenSSH's PROTOCOL.u2f).
  case securityKeyEd25519 = "sk-ssh-ed25519@openssh.com"
  /// ECDSA over P-256 inside a FIDO authenticator (OpenSSH's PROTOCOL.u2f).
  case securityKeyECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"

  /// Whether the private half lives in a FIDO authenticator.
  public var isSecurityKey: Bool { self == .securityKeyEd25519 || self == .securityKeyECDSA }

  /// The short name that `ssh-keygen -l` prints in parentheses.
  public var label: String {
    switch self {
    case .ed25519: "ED25519"
    case .ecdsaP256, .ecdsaP384, .ecdsaP521: "ECDSA"
    case .rsa: "RSA"
    case .securityKeyEd25519: "ED25519-SK"
    case .securityKeyECDSA: "ECDSA-SK"
    }
  }

  /// Finds a kind by the bytes of its name; `String` comparison would be too lenient.
  init?(name: some Sequence<UInt8>) {
    guard let kind = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else {
      return nil
    }
    self = kind
  }

  var curve: EllipticCurve? {
    switch self {
    case .ecdsaP256, .securityKeyECDSA: .p256
    case .ecdsaP384: .p384
    case .ecdsaP521: .p521
    case .ed25519, .rsa, .securityKeyEd25519: nil
    }
  }
}
