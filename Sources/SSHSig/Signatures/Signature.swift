public import Diagnostics

/// A signature of OpenSSH's own format: who claims to have signed, for what purpose, and the proof.
///
/// Nothing in it is true before a ``Verifier`` has said so, and even then it proves only that the
/// holder of ``key`` signed: whether that key counts is for ``AllowedSigners``.
///
/// Source: OpenSSH's PROTOCOL.sshsig, version 1.
public struct Signature: Sendable, Hashable {
  /// The key that it claims to be made with.
  public let key: PublicKey
  /// The purpose that it was made for, which keeps a signature of one kind from passing as another.
  public let namespace: String
  /// What the message was hashed with before it was signed.
  public let hash: HashAlgorithm
  let value: SignatureValue

  private static let magic = "SSHSIG".utf8
  private static let version: UInt32 = 1

  /// Reads a signature in its text form; throws if anything about it is unusual.
  public init(armored text: [UInt8]) throws(Diagnostic) {
    try self.init(blob: Armor(parsing: text).blob)
  }

  /// Reads a signature in its binary form; throws if anything about it is unusual.
  public init(blob: [UInt8]) throws(Diagnostic) {
    var reader = WireReader(blob[...])
    guard reader.skip(Self.magic) else { throw .notASignature() }
    let version = try reader.uint32("version")
    guard version == Self.version else { throw .unsupportedVersion(version) }
    key = try PublicKey(blob: reader.string("public key"))
    namespace = try reader.name("namespace")
    // OpenSSH skips what stands here, and no signature covers it.
    guard try reader.string("reserved field").isEmpty else { throw .reservedField() }
    // Visible ASCII, which has one spelling.
    let name = try reader.name("hash algorithm")
    value = try SignatureValue(parsing: reader.string("signature"), of: key)
    try reader.finish("signature")
    guard let hash = HashAlgorithm(rawValue: name), hash != .sha384 else {
      throw .unsupportedHash(name)
    }
    self.hash = hash
  }

  /// Returns the binary form, written anew from what was understood of it.
  public func encode() -> [UInt8] {
    var writer = WireWriter()
    writer.raw(Self.magic)
    writer.uint32(Self.version)
    writer.string(key.encode())
    writer.string(namespace.utf8)
    writer.string([])
    writer.string(hash.rawValue.utf8)
    writer.string(value.encode(of: key))
    return writer.bytes
  }

  /// The bytes that the key signed, given the digest of the message.
  func signedBytes(_ digest: Digest) -> [UInt8] {
    var writer = WireWriter()
    writer.raw(Self.magic)
    writer.string(namespace.utf8)
    writer.string([])
    writer.string(hash.rawValue.utf8)
    writer.string(digest.bytes)
    return writer.bytes
  }
}
