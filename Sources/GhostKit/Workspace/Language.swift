public import YAML

/// The language of a text, as `de` or `pt-BR`.
///
/// Source: BCP 47, without its rarer forms; it is safe in a file's name.
public struct Language: Sendable, Hashable, CustomStringConvertible {
  /// The tag as it was written.
  public let description: String

  /// What everything is written in that says nothing else.
  public static let english = Language(known: "en")

  /// Takes a tag that is one; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: Byte.hyphen, omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(Byte.isLetter),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.count)
          && part.allSatisfy { Byte.isLetter($0) || Byte.isDigit($0) }
      }),
      text.utf8.count <= 35
    else { return nil }
    description = text
  }

  private init(known text: String) { description = text }

  /// The tags under which a file in this language may stand, the nearest first: `pt-BR`, `pt`.
  public var fallbacks: [String] {
    var tags = [description]
    while let hyphen = tags.last?.lastIndex(of: "-"), let tag = tags.last {
      tags.append(String(tag[..<hyphen]))
    }
    return tags
  }
}

extension Language {
  /// Whether it is written from right to left, by its script or by what it is usually written in.
  ///
  /// Source: Unicode CLDR 45, scriptMetadata and likelySubtags.
  public var isRightToLeft: Bool {
    let parts = description.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(script)
    }
    return parts.first.map(Self.rightToLeft.contains) ?? false
  }

  private static let rightToLeft: Set<String> = [
    "ar", "fa", "he", "iw", "yi", "ji", "ur", "ps", "sd", "ug", "ckb", "dv", "syr", "nqo",
  ]
}

extension Language: YAMLValue {
  /// Reads a tag, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Language? {
    decoder.text(node, "a language, such as en or pt-BR") { Language($0) }
  }
}
