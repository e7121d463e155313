internal import Diagnostics

// What there is to say about profiles, briefs and outlines as files.

extension Diagnostic {
  static func unknownName(_ name: String, of shelf: Shelf, among names: [Slug]) -> Diagnostic {
    let known = names.map(\.description)
    let list = known.isEmpty ? "there is none yet" : "there are: \(known.joined(separator: ", "))"
    return Diagnostic(
      .error,
      "unknown-name",
      "no \(shelf.kind) '\(name)'; \(list)",
      hint: Suggestion.hint(for: name, among: known) ?? shelf.command.map { "\($0) \(name)" },
      cause: .usage
    )
  }

  static func unknownReference(
    _ name: String,
    to shelf: Shelf,
    among known: [String],
    at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      "unknown-reference",
      "there is no \(shelf.kind) '\(name)'",
      at: location,
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  static func otherEnding(_ path: String, wanted: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "bad-file-name",
      "the file is not read, its name ends differently",
      at: Location(path: path),
      hint: "rename it to end in \(wanted)"
    )
  }

  static func badFileName(_ path: String, kind: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "bad-file-name",
      "the file's name is no name of \(kind)",
      at: Location(path: path),
      hint: "names are lower-case letters, digits and hyphens"
    )
  }

  static func fileMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file-missing",
      "there is no file '\(path)'",
      at: Location(path: path),
      hint: "ghost init writes one"
    )
  }

  static func textMissing(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "topic-text-missing",
      "there is no file '\(name)' in \(Shelf.topics.folder)",
      at: location
    )
  }

  static func outlineNotText(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "outline-not-text",
      "this is not UTF-8 text",
      at: location,
      hint: "save the file as UTF-8"
    )
  }

  static func outlineMissing(_ format: Slug, in language: Language) -> Diagnostic {
    Diagnostic(
      .error,
      "outline-missing",
      "the format '\(format)' has no outline in '\(language)' and none for all languages",
      hint: "write \(Shelf.formats.path(format.description))"
    )
  }

  static func textNotUTF8(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(.error, "topic-text-not-utf8", "'\(name)' is not UTF-8 text", at: location)
  }
}
