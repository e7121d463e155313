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

  static func tooLarge(path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.too-large",
      "the file is larger than \(limit >> 20) MiB",
      at: Location(path: path),
      hint: "cut it into several files"
    )
  }

  static func notUTF8(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.not-utf-8",
      "this is no UTF-8 text",
      at: location,
      hint: "save the file with the encoding UTF-8"
    )
  }

  static func nulByte(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.nul",
      "a NUL byte is no text",
      at: location,
      hint: "remove it, or save the file with the encoding UTF-8"
    )
  }

  static func nestedTooDeeply(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.too-deep",
      "quotes and lists are nested too deeply",
      at: location,
      hint: "keep their marks within the first \(StructureScan.deepestMark) columns"
    )
  }

  static func tooManyBrackets(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "markdown.too-many-brackets",
      "one paragraph holds too many images and links to be read",
      at: location,
      hint: "cut it into several with blank lines"
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
