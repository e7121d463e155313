internal import Diagnostics

extension Diagnostic {
  static func draftVanished(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-vanished",
      "the file was there and is gone",
      at: Location(path: path)
    )
  }

  static func draftChanged(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-changed",
      "the draft changed while it was checked, and was not corrected",
      at: Location(path: path),
      hint: "run the command again"
    )
  }

  static func unknownDraft(_ name: String, among drafts: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "unknown-draft",
      "there is no draft '\(name)'",
      hint: Suggestion.hint(for: name, among: drafts)
        ?? "a draft is named by its file's name without '.md', or by a path below Drafts/",
      cause: .usage
    )
  }

  static func unknownRule(_ name: String, among names: [String], at location: Location)
    -> Diagnostic
  {
    Diagnostic(
      .error,
      "policy-unknown-rule",
      "there is no rule '\(name)' whose weight could be changed",
      at: location,
      hint: Suggestion.hint(for: name, among: names) ?? "'ghost help explain' lists the rules"
    )
  }
}
