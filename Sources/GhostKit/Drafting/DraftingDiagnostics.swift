internal import Diagnostics
internal import YAML

extension Diagnostic {
  static func valueNeedsQuotes(_ value: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-value-place",
      "the value '\(shortened(value))' needs double quotes here",
      hint: "write key: \"{{ … }}\" in the outline's front matter"
    )
  }

  static let misplacedKey: Code = "draft-value-key"

  static func valueIsNoKey(_ value: String) -> Diagnostic {
    Diagnostic(
      .error,
      misplacedKey,
      "the value '\(shortened(value))' stands where front matter has its keys",
      hint: "end the front matter with a line '---'; in it, values can only follow 'key: '"
    )
  }

  private static func shortened(_ value: String) -> String {
    value.count > 60 ? value.prefix(60) + "…" : value
  }
}

extension Diagnostic {
  static func placeholderAsksNothing() -> Diagnostic {
    Diagnostic(
      .error,
      "draft-empty-question",
      "the tag 'tk' has no question to ask",
      hint: "write {% tk \"how did churn change?\" words: 40 %}"
    )
  }

  static func placeholderWords(_ value: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-question-words",
      "'words' is '\(value)', not a number from 1 to 10000"
    )
  }

  static func noFrontMatter(at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "front-matter-missing",
      "the draft has no front matter",
      at: place,
      hint: "it begins with a line '---', keys such as title, and another line '---'"
    )
  }

  static func outlineNamesOthers(at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-names",
      "exec, topic or format are not those that were asked for",
      at: place
    )
  }

  /// The faults of what was rendered, told at the outline: nobody has seen the rendered text.
  static func outlineMakesNoDraft(_ path: String, because log: DiagnosticLog) -> Diagnostic {
    Diagnostic(
      .error,
      "outline-no-draft",
      "the outline renders to a text that is no draft",
      at: Location(path: path),
      hint: "write its values as key: \"{{ … }}\", as Templates/partials/front-matter.md does",
      notes: log.diagnostics.prefix(5).map(rendered)
    )
  }

  /// What is wrong with a text that is in no file, with its line.
  private static func rendered(_ fault: Diagnostic) -> Note {
    guard let place = fault.location, let text = place.excerpt else { return Note(fault.message) }
    return Note("line \(place.line), '\(shortened(text))': \(fault.message)")
  }

  static func draftTooThin(
    _ draft: NewDraft,
    threshold: Int,
    brief: String,
    gaps: [String]
  ) -> Diagnostic {
    let share = draft.share
    let sections = share.thinSections(at: threshold).map { section in
      let heading = section.heading.map { "'\($0)'" } ?? "the beginning"
      return Note(
        "\(heading): \(section.prepared) \(section.prepared == 1 ? "word" : "words") written, \(section.expected) asked for"
      )
    }
    return Diagnostic(
      .error,
      "draft-too-thin",
      "only \(share.percent)% of \(draft.slug) would be written, \(draft.executive) would have to"
        + " write the rest; more than \(threshold)% is asked for",
      hint: gaps.isEmpty ? "write more of it in \(brief)" : "fill in what \(brief) lacks",
      notes: sections + gaps.map { Note("missing: \($0)") }
    )
  }
}

extension Diagnostic {
  static func draftExists(_ path: String, free: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-exists",
      "there is a file '\(path)' already",
      hint: "give the new one a name of its own: \(free)",
      cause: .usage
    )
  }

  static func outputNoFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "output-no-file",
      "'\(path)' cannot be written to: it is no file, or no name of one",
      hint: "--output names a file, such as pricing.md",
      cause: .usage
    )
  }

  static func draftNotInGit(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "draft-not-in-git",
      "'\(path)' has text that git has not; it would be lost",
      at: Location(path: path),
      hint: "commit it first, or give the new one a name with --slug"
    )
  }

  static func formatDisliked(_ format: Slug, by executive: Executive) -> Diagnostic {
    let likes = executive.formats.likes.map(\.value.description).joined(separator: ", ")
    return Diagnostic(
      .warning,
      "format-disliked",
      "\(executive.name) does not like '\(format)'",
      hint: likes.isEmpty ? nil : "they finish: \(likes)"
    )
  }
}
