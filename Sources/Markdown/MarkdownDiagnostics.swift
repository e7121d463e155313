internal import Diagnostics

extension Diagnostic {
  static func unclosedFrontMatter(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.unclosed-front-matter",
      "the front matter is not closed",
      at: location,
      hint: "end it with a line that holds nothing but ---"
    )
  }

  static func outOfMemory(path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.out-of-memory",
      "there is no memory to read the file",
      at: Location(path: path),
      cause: .environment
    )
  }
}
