import Diagnostics

extension Diagnostic {
  static func wrongType(
    of name: String,
    wanted: String,
    got node: YAMLNode,
    at location: Location
  ) -> Diagnostic {
    if node.isNull {
      return Diagnostic(
        .error,
        "yaml.missing-value",
        "\(name) is empty and needs \(wanted)",
        at: location
      )
    }
    return Diagnostic(
      .error,
      "yaml.wrong-type",
      "\(name) needs \(wanted), not \(kind(of: node))",
      at: location,
      hint: hint(wanted: wanted, got: node)
    )
  }

  static func blank(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, "yaml.missing-value", "\(name) is empty and needs text", at: location)
  }

  static func unknownWord(
    _ word: String,
    for name: String,
    among words: [String],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.unknown-word",
      "\(name) cannot be '\(word)'",
      at: location,
      hint: Suggestion.hint(for: word, among: words) ?? "one of: \(words.joined(separator: ", "))"
    )
  }

  static func unknownKey(
    _ key: String,
    in name: String,
    among names: [String],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.unknown-key",
      "unknown key '\(key)' in \(name)",
      at: location,
      hint: Suggestion.hint(for: key, among: names)
        ?? "the keys here are: \(names.joined(separator: ", "))"
    )
  }

  static func missingKey(_ key: String, in name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.missing-key",
      "\(name) lacks the key '\(key)'",
      at: location,
      hint: "add a line '\(key): …'"
    )
  }

  private static func kind(of node: YAMLNode) -> String {
    switch node.content {
    case .sequence: "a list"
    case .mapping: "keys with values"
    case .scalar(let text, _): "'\(text.prefix(40))\(text.count > 40 ? "…" : "")'"
    }
  }

  private static func hint(wanted: String, got node: YAMLNode) -> String? {
    switch (wanted, node.content) {
    case ("text", .mapping), ("text", .sequence):
      return "put quotes around a text that begins with '{' or '[' or holds ': '"
    case ("a list", .scalar(let text, _)) where text.utf8.count <= 40:
      return "write it as a list: [\(ScalarWriter.write(text))]"
    case ("true or false", .scalar(let text, _)):
      switch text.lowercased() {
      case "yes", "on", "y", "1": return "write true"
      case "no", "off", "n", "0": return "write false"
      default: return nil
      }
    default: return nil
    }
  }
}
