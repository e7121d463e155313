public import Diagnostics

/// What two people compare by telephone to know that they hold the same key.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  /// `SHA256:` and the digest of the key's blob in base64 without padding, as OpenSSH prints it.
  public let description: String

  /// Takes the fingerprint of a key; throws only if libcrypto fails.
  public init(of key: PublicKey, _ libcrypto: Libcrypto) throws(Diagnostic) {
    let digest = try libcrypto.digest(.sha256, of: key.blob)
    let base64 = Base64.encode(digest.bytes, isPadded: false)
    description = "SHA256:" + String(decoding: base64, as: UTF8.self)
  }

  /// Returns the line that `ssh-keygen -l` prints: `256 SHA256:… comment (ED25519)`.
  ///
  /// The comment is text from outside; whoever shows the line escapes it.
  public func line(of key: PublicKey, comment: String) -> String {
    "\(key.bits) \(self) \(comment.isEmpty ? "no comment" : comment) (\(key.kind.label))"
  }
}
