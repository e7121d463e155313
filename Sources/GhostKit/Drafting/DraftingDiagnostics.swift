import Diagnostics

extension Diagnostic {
  static func valueNeedsQuotes(_ value: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-value-place",
      "the value '\(value)' needs double quotes here",
      hint: "write key: \"{{ … }}\" in the outline's front matter"
    )
  }

  static func valueIsNoKey(_ value: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-value-place",
      "the value '\(value)' stands where front matter has its keys",
      hint: "values of a brief can only follow 'key: ' in the outline's front matter"
    )
  }
}
