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
}
