public import Diagnostics
internal import Synchronization

/// Says whether a signature was made over a message, with a key that the caller trusts.
///
/// One verifier serves a whole run and all of its threads: it keeps each key in libcrypto's form, so
/// that ten thousand approvals of five people prepare five keys.
public final class Verifier: Sendable {
  private let libcrypto: Libcrypto
  private let prepared = Mutex<[Preparation: VerifyingKey]>([:])

  /// What a key is made ready for.
  private struct Preparation: Hashable {
    let key: PublicKey
    /// `nil` where the key brings its own.
    let hash: HashAlgorithm?
  }

  /// Makes a verifier that has prepared no key yet.
  public init(_ libcrypto: Libcrypto) { self.libcrypto = libcrypto }

  /// Returns if a signature proves that the holder of a key signed a message for a purpose.
  ///
  /// Throws `sshsig.wrong-namespace` if it was made for another purpose, `sshsig.wrong-key` if it
  /// claims another key, `sshsig.bad-signature` if it does not fit the message, and
  /// `sshsig.no-user-presence` if an authenticator signed without anybody touching it (OpenSSH asks
  /// for that touch only when somebody logs in).
  public func verify(
    _ signature: Signature,
    of message: some Sequence<UInt8>,
    in namespace: String,
    by key: PublicKey
  ) throws(Diagnostic) {
    guard signature.namespace.utf8.elementsEqual(namespace.utf8) else {
      throw .wrongNamespace(signature.namespace, expected: namespace)
    }
    guard signature.key == key else { throw .wrongKey() }
    let digest = try libcrypto.digest(signature.hash, of: message)
    let signed = try signedBytes(signature, signature.signedBytes(digest))
    guard try isProven(signature, over: signed) else { throw .badSignature() }
    if let authenticator = signature.value.authenticator, !authenticator.isUserPresent {
      throw .noUserPresence()
    }
  }

  /// What the key itself put its name to: for an authenticator, its own statement around a hash.
  private func signedBytes(_ signature: Signature, _ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
    guard let authenticator = signature.value.authenticator else { return bytes }
    var writer = WireWriter()
    writer.raw(try libcrypto.digest(.sha256, of: signature.key.application).bytes)
    writer.raw([authenticator.flags])
    writer.uint32(authenticator.counter)
    writer.raw(try libcrypto.digest(.sha256, of: bytes).bytes)
    return writer.bytes
  }

  private func isProven(_ signature: Signature, over bytes: [UInt8]) throws(Diagnostic) -> Bool {
    switch signature.value.numbers {
    case .edwards(let value):
      return try prepare(signature.key, nil).verifies(value, over: bytes)
    case .elliptic(let r, let s):
      guard let curve = signature.key.kind.curve else { return false }
      let value = DERSignature.encode(r: r, s: s)
      return try prepare(signature.key, curve.hash).verifies(value, over: bytes)
    case .rsa(let hash, let value):
      return try prepare(signature.key, hash).verifies(value, over: bytes)
    }
  }

  private func prepare(
    _ key: PublicKey,
    _ hash: HashAlgorithm?
  ) throws(Diagnostic) -> VerifyingKey {
    let wanted = Preparation(key: key, hash: hash)
    if let known = prepared.withLock({ $0[wanted] }) { return known }
    let new = try VerifyingKey(key, hash: hash.map(libcrypto.method))
    prepared.withLock { $0[wanted] = new }
    return new
  }
}
