/// One line of an `allowed_signers` file: one person's key, and what it may sign when.
public struct AllowedSigner: Sendable, Hashable {
  /// Who signs with this key.
  public let principal: String
  /// The key.
  public let key: PublicKey
  /// The purposes that it may sign for; `nil` means every purpose.
  public let namespaces: [String]?
  /// The first second at which it counts, in seconds since 1970 (UTC).
  public let validAfter: Int?
  /// The last second at which it counts, in seconds since 1970 (UTC).
  public let validBefore: Int?
  /// What the line says behind the key, which proves nothing.
  public let comment: String
  /// The bytes of the line, for ``AllowedSigners/location(of:)``.
  public let range: Range<Int>

  /// Whether the line grants a purpose, compared byte by byte.
  public func grants(namespace: String) -> Bool {
    guard let namespaces else { return true }
    return namespaces.contains { $0.utf8.elementsEqual(namespace.utf8) }
  }
}
