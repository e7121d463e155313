internal import Diagnostics

extension Diagnostic {
  static func nameTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "name-taken",
      "'\(path)' is there already",
      hint: "edit it, or take another name",
      cause: .usage
    )
  }
}
