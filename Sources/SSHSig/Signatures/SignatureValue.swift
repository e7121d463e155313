import Diagnostics

/// The numbers that prove a signature, of the one shape that fits its key.
struct SignatureValue: Sendable, Hashable {
  let numbers: Numbers
  /// What a FIDO authenticator says of itself, `nil` for other keys.
  let authenticator: Authenticator?

  enum Numbers: Sendable, Hashable {
    case edwards([UInt8])
    case elliptic(r: [UInt8], s: [UInt8])
    case rsa(HashAlgorithm, [UInt8])
  }

  struct Authenticator: Sendable, Hashable {
    let flags: UInt8
    let counter: UInt32

    /// Bit 0: somebody touched the authenticator for this very signature (PROTOCOL.u2f).
    var isUserPresent: Bool { flags & 1 == 1 }
  }

  init(parsing blob: ArraySlice<UInt8>, of key: PublicKey) throws(Diagnostic) {
    var reader = WireReader(blob)
    let name = try reader.name("signature algorithm")
    let hash = Self.rsaHash(named: name)
    let isFitting =
      key.kind == .rsa ? hash != nil : name.utf8.elementsEqual(key.kind.rawValue.utf8)
    guard isFitting else { throw .unsupportedAlgorithm(name, key.kind) }
    let numbers = try reader.string("signature value")
    switch key.material {
    case .edwards:
      guard numbers.count == 64 else { throw .badSignatureLength() }
      self.numbers = .edwards(Array(numbers))
    case .elliptic(let curve, _):
      self.numbers = try Self.readElliptic(numbers, curve)
    case .rsa(_, let modulus):
      // OpenSSH fills a shorter one up with zeros: a second spelling.
      guard let hash, numbers.count == modulus.count else { throw .badSignatureLength() }
      self.numbers = .rsa(hash, Array(numbers))
    }
    authenticator =
      key.kind.isSecurityKey
      ? Authenticator(
        flags: try reader.byte("authenticator's flags"),
        counter: try reader.uint32("authenticator's counter")
      ) : nil
    try reader.finish("signature value")
  }

  func encode(of key: PublicKey) -> [UInt8] {
    var writer = WireWriter()
    switch numbers {
    case .edwards(let bytes):
      writer.string(key.kind.rawValue.utf8)
      writer.string(bytes)
    case .elliptic(let r, let s):
      writer.string(key.kind.rawValue.utf8)
      var numbers = WireWriter()
      numbers.positiveInteger(r)
      numbers.positiveInteger(s)
      writer.string(numbers.bytes)
    case .rsa(let hash, let bytes):
      writer.string(hash == .sha256 ? Self.rsaSHA256.utf8 : Self.rsaSHA512.utf8)
      writer.string(bytes)
    }
    if let authenticator {
      writer.raw([authenticator.flags])
      writer.uint32(authenticator.counter)
    }
    return writer.bytes
  }

  // RFC 8332. The older `ssh-rsa` signs SHA-1 and is refused.
  private static let rsaSHA256 = "rsa-sha2-256"
  private static let rsaSHA512 = "rsa-sha2-512"

  private static func rsaHash(named name: String) -> HashAlgorithm? {
    if name.utf8.elementsEqual(rsaSHA256.utf8) { return .sha256 }
    if name.utf8.elementsEqual(rsaSHA512.utf8) { return .sha512 }
    return nil
  }

  private static func readElliptic(
    _ blob: ArraySlice<UInt8>,
    _ curve: EllipticCurve
  ) throws(Diagnostic) -> Numbers {
    var reader = WireReader(blob)
    let r = try reader.positiveInteger("number r")
    let s = try reader.positiveInteger("number s")
    try reader.finish("numbers r and s")
    // The order's own bound is libcrypto's to check; this one keeps lengths in hand.
    guard r.count <= curve.fieldSize, s.count <= curve.fieldSize else {
      throw .badSignatureLength()
    }
    return .elliptic(r: Array(r), s: Array(s))
  }
}
