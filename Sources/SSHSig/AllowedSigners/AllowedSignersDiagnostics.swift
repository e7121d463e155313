import Diagnostics

/// What can be wrong with an `allowed_signers` file as a whole.
extension Diagnostic {
  static func signersTooLarge(_ limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(.error, "signers.too-large", "the file is larger than \(limit) bytes", at: location)
  }

  static func controlCharacter(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.control-character",
      "a control character can hide what the file says",
      at: location,
      hint: "remove it; lines end in LF or CR LF"
    )
  }

  static func sharedKey(
    _ principals: [String],
    at location: Location,
    first: Location? = nil
  ) -> Diagnostic {
    let people = principals.map { "'\($0)'" }.joined(separator: " and ")
    return Diagnostic(
      .error,
      "signers.shared-key",
      "\(people) share one key, so its signature does not say who signed",
      at: location,
      hint: "give each person a key of their own, one line for each key",
      notes: first.map { [Diagnostic.Note("it stands here first", at: $0)] } ?? []
    )
  }

  static func anyNamespace(_ principal: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .warning,
      "signers.any-namespace",
      "this key of '\(principal)' may sign for every purpose",
      at: location,
      hint: "name the purposes in front of the key: namespaces=\"…\""
    )
  }
}

/// What can be wrong with one line's principal and key.
extension Diagnostic {
  static func badQuotes(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.bad-quotes",
      "the quotes do not enclose the whole principal",
      at: location
    )
  }

  static func pattern(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.pattern",
      "'\(name)' is a pattern: its key could sign for people that nobody named",
      at: location,
      hint: "write the exact name"
    )
  }

  static func badPrincipal(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.bad-principal",
      "'\(name)' is no principal",
      at: location,
      hint: "use up to \(SignerLine.longestName) visible ASCII characters, such as a mail address"
    )
  }

  static func missingKey(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.missing-key",
      "the line has no key",
      at: location,
      hint: "a line reads: PRINCIPAL namespaces=\"…\" ssh-ed25519 AAAA… COMMENT"
    )
  }
}

/// What can be wrong with one line's options.
extension Diagnostic {
  static func certAuthority(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.cert-authority",
      "a certificate authority would decide who signs, and nobody here would see it",
      at: location,
      hint: "list each person's own key"
    )
  }

  static func unknownOption(
    _ name: String,
    _ names: [String],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.unknown-option",
      "unknown option '\(name)'",
      at: location,
      hint: Suggestion.hint(for: name, among: names)
    )
  }

  static func badOption(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.bad-option",
      "this is no list of options",
      at: location,
      hint: "options read NAME=\"VALUE\" with a comma and no blank between them"
    )
  }

  static func repeatedOption(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, "signers.repeated-option", "'\(name)' is given twice", at: location)
  }

  static func badNamespace(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, "signers.bad-namespace", "'\(name)' is no namespace", at: location)
  }

  static func localTime(_ time: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.local-time",
      "'\(time)' is another moment in every time zone",
      at: location,
      hint: "add a Z for UTC: \(time)Z"
    )
  }

  static func badTime(_ time: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.bad-time",
      "'\(time)' is no time",
      at: location,
      hint: "write YYYYMMDDZ, YYYYMMDDHHMMZ or YYYYMMDDHHMMSSZ"
    )
  }

  static func emptyWindow(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "signers.empty-window",
      "the key ends to count before it begins to",
      at: location
    )
  }
}
