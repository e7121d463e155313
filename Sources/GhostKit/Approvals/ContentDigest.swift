public import Diagnostics
public import SSHSig

/// The two digests by which an approval knows a draft: content, version 1.
public struct ContentDigest: Sendable, Hashable {
  /// The SHA-256 of the text, 64 lower-case hexadecimal digits.
  public let text: String
  /// The SHA-256 of the same without the line breaks of plain prose.
  public let content: String

  /// Digests a draft's bytes as they lie in its file, for one workspace and one slug.
  ///
  /// - Throws: only what libcrypto says if it fails.
  public init(
    of draft: [UInt8],
    workspace: Slug,
    slug: Slug,
    _ libcrypto: Libcrypto
  ) throws(Diagnostic) {
    let encoding = ContentEncoding(
      of: draft,
      workspace: workspace.description,
      slug: slug.description
    )
    text = try libcrypto.digest(.sha256, of: encoding.text).hex
    content = try libcrypto.digest(.sha256, of: encoding.content).hex
  }
}
