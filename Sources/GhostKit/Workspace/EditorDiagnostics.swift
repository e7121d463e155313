internal import Diagnostics

/// What can be wrong with the editor that the environment names.
extension Diagnostic {
  static let noEditor = Diagnostic(
    .error,
    "editor",
    "no editor is named by VISUAL or EDITOR",
    hint: "export EDITOR=nano",
    cause: .environment
  )

  static func badEditor(_ value: String, in variable: String) -> Diagnostic {
    Diagnostic(
      .error,
      "editor",
      "\(variable) names no program: '\(value)'",
      hint: "close its quotes: export \(variable)='code --wait'",
      cause: .environment
    )
  }

  static func editorFailed(_ name: String) -> Diagnostic {
    Diagnostic(.error, "editor", "the editor '\(name)' failed", cause: .environment)
  }
}
