public import Diagnostics

/// A public key as SSH writes it: the one thing that says who may have signed.
///
/// It is parsed strictly. Every key has exactly one blob, so two keys are equal if and only if
/// their blobs are, and ``encode()`` gives back what was read. Certificates, weak RSA keys and
/// Ed25519 keys that anybody could sign for are refused. Whether a NIST point lies on its curve is
/// for libcrypto to say, when a ``KeyLine`` is read or a signature verified.
///
/// Source: RFC 4253 (6.6), 5656 (3.1), 8709 (4) and OpenSSH's PROTOCOL.u2f.
public struct PublicKey: Sendable, Hashable {
  /// The kind of key.
  public let kind: KeyKind
  /// The key as it stands in signatures and, in base64, in text files.
  public let blob: [UInt8]
  let material: Material
  /// What a FIDO authenticator binds its signatures to (`ssh:`), empty for other keys.
  let application: [UInt8]

  /// The numbers of the key.
  enum Material: Sendable, Hashable {
    case edwards([UInt8])
    case elliptic(EllipticCurve, point: [UInt8])
    case rsa(exponent: [UInt8], modulus: [UInt8])
  }

  /// Parses the blob of a key; throws if it is anything else than one complete key that counts.
  public init(blob: some Collection<UInt8>) throws(Diagnostic) {
    let bytes = Array(blob)
    var reader = WireReader(bytes[...])
    let name = try reader.name("key type")
    guard let kind = KeyKind(name: name.utf8) else { throw .unsupportedKey(name) }
    let material = try Self.readMaterial(of: kind, from: &reader)
    application = kind.isSecurityKey ? try Self.readApplication(from: &reader) : []
    try reader.finish("public key")
    self.kind = kind
    self.material = material
    self.blob = bytes
  }

  /// Compares blobs, which say everything else.
  public static func == (left: PublicKey, right: PublicKey) -> Bool { left.blob == right.blob }

  /// Hashes the blob, which says everything else.
  public func hash(into hasher: inout Hasher) { hasher.combine(blob) }

  /// Returns the blob, written anew from what was understood of it.
  public func encode() -> [UInt8] {
    var writer = WireWriter()
    writer.string(kind.rawValue.utf8)
    switch material {
    case .edwards(let point):
      writer.string(point)
    case .elliptic(let curve, let point):
      writer.string(curve.rawValue.utf8)
      writer.string(point)
    case .rsa(let exponent, let modulus):
      writer.positiveInteger(exponent)
      writer.positiveInteger(modulus)
    }
    if kind.isSecurityKey { writer.string(application) }
    return writer.bytes
  }

  /// The key as text files have it: its type and its blob in base64, without a comment.
  public var text: String {
    "\(kind.rawValue) \(String(decoding: Base64.encode(blob), as: UTF8.self))"
  }

  /// The size that `ssh-keygen -l` prints in front of the fingerprint.
  public var bits: Int {
    switch material {
    case .edwards: 256
    case .elliptic(let curve, _): curve.bits
    case .rsa(_, let modulus): modulus[...].bitWidth
    }
  }
}

extension PublicKey {
  /// Smaller keys are within reach of those who have a reason (OpenSSH takes 1024 bits).
  private static let smallestModulus = 2048
  /// OpenSSH's and libcrypto's own bound.
  private static let largestModulus = 16384
  /// ssh-keygen writes 65537; a larger exponent than this would only cost time.
  private static let largestExponent = 64

  private static func readMaterial(
    of kind: KeyKind,
    from reader: inout WireReader
  ) throws(Diagnostic) -> Material {
    if let curve = kind.curve { return try readPoint(on: curve, from: &reader) }
    guard kind == .rsa else {
      let point = try reader.string("Ed25519 point")
      guard EdwardsPoint.isSound(point) else { throw .badKey("its Ed25519 point is not sound") }
      return .edwards(Array(point))
    }
    let exponent = try reader.positiveInteger("RSA exponent")
    let modulus = try reader.positiveInteger("RSA modulus")
    guard (smallestModulus...largestModulus).contains(modulus.bitWidth) else {
      throw .weakKey("its RSA modulus has \(modulus.bitWidth) bits")
    }
    // With the exponent 1 every number is its own signature; an even one or an even modulus is
    // no RSA at all.
    guard exponent.bitWidth <= largestExponent, isOdd(exponent), exponent != [1], isOdd(modulus)
    else { throw .weakKey("its RSA numbers are not sound") }
    return .rsa(exponent: Array(exponent), modulus: Array(modulus))
  }

  private static func readPoint(
    on curve: EllipticCurve,
    from reader: inout WireReader
  ) throws(Diagnostic) -> Material {
    let name = try reader.string("curve")
    guard name.elementsEqual(curve.rawValue.utf8) else { throw .badKey("it names another curve") }
    let point = try reader.string("curve point")
    guard curve.accepts(point: point) else { throw .badKey("its point is not sound") }
    return .elliptic(curve, point: Array(point))
  }

  private static func readApplication(from reader: inout WireReader) throws(Diagnostic) -> [UInt8] {
    let application = try reader.string("application")
    // OpenSSH reads it as a C string and refuses what a C string cannot hold.
    guard !application.contains(0) else { throw .badName("application") }
    return Array(application)
  }

  private static func isOdd(_ magnitude: ArraySlice<UInt8>) -> Bool {
    (magnitude.last ?? 0) & 1 == 1
  }
}
