public import YAML

/// An e-mail address, by which `allowed_signers` knows a person as well.
///
/// Only what can stand in a mail's header and in `allowed_signers` without quoting; a pattern such
/// as `*@example.com` is none, since principals must match exactly.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address.
  public let description: String

  /// Takes an address that is one; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let refused = "()<>[],;:\\\"*?!|#".utf8
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !refused.contains($0) })
    else { return nil }
    description = text
  }

  /// What a blank model holds until it is read.
  static let blank = EmailAddress(known: "")

  private init(known address: String) { description = address }
}

extension EmailAddress: YAMLValue {
  /// Reads an address, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> EmailAddress? {
    decoder.text(node, "an e-mail address, such as dana@example.com") { EmailAddress($0) }
  }
}

/// The address of a page on the web, which may stand in a link.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// The address.
  public let description: String

  /// Takes an `http` or `https` address; anything else, `javascript:` above all, is `nil`.
  public init?(_ text: String) {
    let lower = text.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix),
      text.utf8.count > scheme.utf8.count, text.utf8.count <= 2048,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !Self.refused.contains($0) })
    else { return nil }
    description = text
  }

  /// What would end a link, in Markdown or in HTML, or could not be seen in it.
  private static let refused: Set<Unicode.Scalar> = [
    "<", ">", "\"", "\\", "`", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{202E}",
  ]
}

extension WebAddress: YAMLValue {
  /// Reads an address, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> WebAddress? {
    decoder.text(node, "a web address that begins with https://") { WebAddress($0) }
  }
}
