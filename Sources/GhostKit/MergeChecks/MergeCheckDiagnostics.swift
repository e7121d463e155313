internal import Diagnostics

extension Diagnostic {
  static func oddFolder(_ prefix: String) -> Diagnostic {
    Diagnostic(
      .error,
      "ci-folder-name",
      "the folder '\(prefix)' cannot be named in a pipeline without quotes",
      hint: "letters, digits, dots, hyphens and underscores need none",
      cause: .usage
    )
  }
}
