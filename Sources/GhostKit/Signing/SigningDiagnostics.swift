internal import Diagnostics
internal import SSHSig

// What there is to say about keys and about those who hold them.

extension Diagnostic {
  static func noRole(_ name: String, among roles: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "no-role",
      "there is no role '\(name)' in \(Policy.path)",
      hint: Suggestion.hint(for: name, among: roles)
        ?? (roles.isEmpty
          ? "name its holder under 'roles'" : "the roles are: \(roles.joined(separator: ", "))"),
      cause: .usage
    )
  }

  static func severalRoles(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "several-roles",
      "the key belongs to who holds \(names.joined(separator: " and "))",
      hint: "say which: --as \(names.first ?? "ROLE")",
      cause: .usage
    )
  }

  static func noKeyFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-key-file",
      "'\(path)' holds no SSH key, or more than one",
      hint: "ssh-keygen -t ed25519 makes one",
      cause: .usage
    )
  }

  static func privateKey(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "private-key",
      "'\(path)' is a private key, which nobody but its owner should ever hold",
      hint: "enrol the public half, which ends in .pub",
      cause: .usage
    )
  }

  static func keyOfAnother(_ principal: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "key-of-another",
      "this key is \(principal)'s already",
      at: place,
      hint: "each person has keys of their own"
    )
  }

  static func keyNotEnrolled(_ path: String, _ fingerprint: String) -> Diagnostic {
    Diagnostic(
      .error,
      "unknown-key",
      "\(Enrolment.path) does not know the key in '\(path)' (\(fingerprint))",
      hint: "have it enrolled: ghost enrol ROLE --key FILE.pub"
    )
  }

  static func noKey(_ principal: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-key",
      "none of the keys at hand may sign for \(principal)",
      hint: "name the key with --key, or have it enrolled: ghost enrol ROLE --key FILE.pub"
    )
  }

  static func wrongPrincipal(
    _ owner: String,
    _ name: String,
    _ principal: String,
    at place: Location
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-principal",
      "the key belongs to \(owner), and only \(name) (\(principal)) can approve in this role",
      at: place
    )
  }

  static func notForApprovals(_ principal: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-namespace",
      "the key of \(principal) may not sign approvals",
      at: place,
      hint: "ghost enrol ROLE --key FILE.pub"
    )
  }

  static func keyNotValidNow(_ principal: String, at place: Location) -> Diagnostic {
    Diagnostic(.error, "key-not-valid", "the key of \(principal) does not count today", at: place)
  }

  static func notForWitnesses(_ principal: String) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-namespace",
      "the key of \(principal) may not sign as a witness",
      hint: "ghost enrol ROLE --key FILE.pub --witness"
    )
  }

  static func witnessForOneself(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-witness",
      "nobody is a witness for themself: the key is \(name)'s own",
      hint: "ghost approve takes the person's own approval"
    )
  }

  static func authorAsWitness(_ witness: String, _ draft: String) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-witness",
      "\(witness) wrote on the draft and cannot be the witness that it was approved",
      at: Location(path: draft),
      hint: "have another colleague record it, or allow it in \(Policy.path): allow: [self-witness]"
    )
  }

  static var noWitnessKey: Diagnostic {
    Diagnostic(
      .error,
      "no-key",
      "none of the keys at hand may sign as a witness",
      hint:
        "name the key with --key, or have it enrolled: ghost enrol ROLE --key FILE.pub --witness"
    )
  }

  static func signingFailed(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "signing-failed",
      "ssh-keygen made no signature with '\(file)'",
      hint: "nothing was written",
      cause: .environment
    )
  }
}

// What there is to say about the approval itself.

extension Diagnostic {
  static func draftChangedMeanwhile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-changed",
      "the draft or a file of it changed while it was being shown; nothing was written",
      at: Location(path: path),
      hint: "read it again: ghost approve"
    )
  }

  static func approvedMeanwhile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "approval-exists",
      "somebody else has written this approval meanwhile; nothing was written",
      at: Location(path: path),
      hint: "run the command again"
    )
  }

  static func brokenChain(_ path: String, _ why: String) -> Diagnostic {
    Diagnostic(
      .error,
      "broken-chain",
      "the approvals are no unbroken chain: \(why)",
      at: Location(path: path),
      hint: "restore the files from git; an approval is never edited, renamed or deleted"
    )
  }

  static func nothingToRevoke(_ slug: Slug, _ role: Slug) -> Diagnostic {
    Diagnostic(
      .error,
      "nothing-to-revoke",
      "'\(slug)' has no approval of the role '\(role)' that could be taken back"
    )
  }

  static func unsignableText(_ option: String) -> Diagnostic {
    Diagnostic(
      .error,
      "unsignable-text",
      "'--\(option)' is one line of visible characters, at most \(NewApproval.longestText) bytes",
      cause: .usage
    )
  }

  static func badEvidence(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "bad-evidence",
      "'\(path)' cannot be kept as evidence: there is no such file, or it is larger than 16 MiB",
      cause: .usage
    )
  }

  static func slugless(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-name",
      "the file's name is no name of a draft, so no approval could name it",
      at: Location(path: path)
    )
  }

  static func severalDrafts(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "several-drafts",
      "'\(name)' is more than one draft",
      hint: "name one of them by its path",
      cause: .usage
    )
  }

  static var trustRootUnchanged: Diagnostic {
    Diagnostic(
      .error,
      "nothing-to-approve",
      "nothing changes in the trust root",
      hint: "--base names the commit that the change is to be merged into"
    )
  }

  static var noBase: Diagnostic {
    Diagnostic(
      .error,
      "no-base",
      "there is no protected branch to compare the trust root with",
      hint: "--base names the commit that the change is to be merged into",
      cause: .usage
    )
  }

  static var noOwners: Diagnostic {
    Diagnostic(
      .error,
      "no-owners",
      "the base's policy names no owners, so nobody can approve its change",
      hint: "\(Policy.path) names them: owners: [legal]"
    )
  }

  static func noOwner(_ role: String, _ owners: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "wrong-role",
      "'\(role)' is no owner of the trust root",
      hint: "the owners are: \(owners.joined(separator: ", "))"
    )
  }
}
