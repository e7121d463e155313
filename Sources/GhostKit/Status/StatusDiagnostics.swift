internal import Diagnostics

// What there is to say where a version of a draft is looked for in vain.

extension Diagnostic {
  static func branchUnreadable(_ name: String, _ fault: Diagnostic) -> Diagnostic {
    let branch =
      ["refs/heads/", "refs/remotes/"].first(where: name.hasPrefix)
      .map { name.dropFirst($0.count) } ?? name[...]
    return Diagnostic(
      .warning,
      "branch-unreadable",
      "the branch '\(branch)' is left out: \(fault.message)",
      hint: fault.hint
    )
  }

  static func shallowVersions(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-shallow",
      "this clone has no full history, so the first version of '\(name)' may be missing",
      hint: "git fetch --unshallow",
      cause: .environment
    )
  }

  static func notAsked(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-not-asked",
      "'\(name)' was never handed over: its front matter has no 'asked'",
      hint: "compare with the outline: --since outline",
      cause: .usage
    )
  }

  static func askedUncommitted(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-asked-uncommitted",
      "no commit has the 'asked' of '\(name)', so git does not know what was handed over",
      hint: "commit the draft when it is handed over",
      cause: .usage
    )
  }

  static func notApproved(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-not-approved",
      "no commit has an approval of '\(name)'",
      hint: "compare with the outline: --since outline",
      cause: .usage
    )
  }

  static func notInRevision(_ name: String, _ revision: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-not-in-revision",
      "there is no draft '\(name)' in '\(revision)'",
      hint: "git log -- \(DraftFolder.path)",
      cause: .usage
    )
  }

  static func noRevisions(_ revision: String) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-no-repository",
      "without a git repository there is no '\(revision)' to compare with",
      hint: "git init",
      cause: .usage
    )
  }

  static func noOutline(_ name: String, because fault: Diagnostic?) -> Diagnostic {
    Diagnostic(
      .error,
      "diff-no-outline",
      "no commit has '\(name)', and its outline cannot be rendered again",
      hint: "commit the draft as 'ghost draft' wrote it",
      notes: fault.map { [Diagnostic.Note($0.message, at: $0.location)] } ?? []
    )
  }
}
