import Diagnostics

// What the tree has to say; libyaml's own complaints are in SyntaxFault.swift, those about the
// meaning of keys in DecodingDiagnostics.swift.

extension DiagnosticLog {
  /// A file with more faults is no better understood by reading on, and each costs a look-up.
  static let mostFindingsOfAFile = 50
}

extension Diagnostic {
  static func tooLarge(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.too-large",
      "the YAML is longer than \(limit) bytes",
      at: location,
      hint: "move long texts to files of their own"
    )
  }

  static func notUTF8(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.not-utf8",
      "this is not UTF-8 text",
      at: location,
      hint: "save the file as UTF-8"
    )
  }

  static func zeroByte(at location: Location) -> Diagnostic {
    Diagnostic(.error, "yaml.not-utf8", "a zero byte has no place in text", at: location)
  }

  static func noMemory(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.no-memory",
      "not enough memory to read this",
      at: location,
      cause: .environment
    )
  }

  static func severalDocuments(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.several-documents",
      "a second document starts here, and only one can be read",
      at: location,
      hint: "remove the line '---', or split the file"
    )
  }

  static func tooDeep(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(.error, "yaml.too-deep", "nested deeper than \(limit) levels", at: location)
  }

  static func tooManyNodes(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.too-many-values",
      "this grows to more than \(limit) values",
      at: location,
      hint: "aliases (*name) count with all that they stand for"
    )
  }

  static func recursiveAlias(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.recursive-alias",
      "'*\(name)' stands inside '&\(name)' itself",
      at: location
    )
  }

  static func unknownAlias(_ name: String, known: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.unknown-alias",
      "'*\(name)' refers to '&\(name)', which is not defined above it",
      at: location,
      hint: Suggestion.nearest(to: name, among: known).map { "did you mean '*\($0)'?" }
        ?? "put quotes around a text that begins with '*'"
    )
  }

  static func unknownTag(_ tag: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.unknown-tag",
      "the tag '\(tag)' means nothing here",
      at: location,
      hint: "remove it, or put quotes around a text that begins with '!'"
    )
  }

  static func keyIsNoText(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.key-no-text",
      "a key must be text, not a list or a mapping",
      at: location,
      hint: "put quotes around a text that begins with '{' or '['"
    )
  }

  static func duplicateKey(_ key: String, at location: Location, first: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.duplicate-key",
      "'\(key)' stands here a second time",
      at: location,
      hint: "keep one of the two",
      notes: [Diagnostic.Note("first set here", at: first)]
    )
  }

  static func badMerge(at location: Location) -> Diagnostic {
    Diagnostic(.error, "yaml.bad-merge", "'<<' merges only keys with values", at: location)
  }

  static func mergeAtRoot(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "yaml.merge-at-root",
      "'<<' has no place here: other programs let it override the keys beside it",
      at: location,
      hint: "write the keys that it brings themselves"
    )
  }

  static func unreadable(_ problem: String, at offset: Int, in source: SourceText) -> Diagnostic {
    let isControl = problem.hasPrefix("control character")
    return Diagnostic(
      .error,
      "yaml.unreadable",
      isControl ? "a control character has no place in YAML" : "this cannot be read as YAML",
      at: source.location(of: offset..<offset + 1),
      hint: isControl ? "delete the invisible character" : nil
    )
  }
}
