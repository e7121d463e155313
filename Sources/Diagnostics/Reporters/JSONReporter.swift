extension Reporter {
  /// ghost's own form, version 1: keys may be added to it, none will change its meaning.
  public static let json = Reporter(name: "json", summary: "ghost's own, version 1") { report in
    let totals: JSON = [
      "errors": .number(report.count(of: .error)),
      "warnings": .number(report.count(of: .warning)),
      "notes": .number(report.count(of: .note)),
    ]
    var document: [(key: String, value: JSON)] = [
      ("version", 1),
      ("tool", ["name": .string(report.tool), "version": .string(report.version)]),
      ("files", .array(report.subjects.map(JSON.string))),
      ("findings", .array(report.diagnostics.map(JSON.init(finding:)))),
      ("tasks", .array(report.tasks.map(JSON.init(task:)))),
    ]
    if let passed = report.passed {
      document.append(("passed", .array(passed.map(JSON.init(pass:)))))
    }
    document += [("totals", totals), ("summary", .string(report.summary))]
    return JSON.object(document).text(indented: true) + "\n"
  }
}

extension JSON {
  /// A finding as ghost's own form has it: a missing place, hint or note is left out.
  public init(finding: Diagnostic) {
    var entries: [(key: String, value: JSON)] = [
      ("severity", .string(finding.severity.rawValue)),
      ("code", .string(finding.code.rawValue)),
      ("message", .string(finding.message)),
    ]
    if let location = finding.location { entries += Self.entries(of: location) }
    if let hint = finding.hint { entries.append(("hint", .string(hint))) }
    if !finding.notes.isEmpty {
      let notes = finding.notes.map { note in
        JSON.object([("message", .string(note.message))] + (note.location.map(Self.entries) ?? []))
      }
      entries.append(("notes", .array(notes)))
    }
    self = .object(entries)
  }

  fileprivate init(task: Report.Task) {
    let what: [(key: String, value: JSON)] = [
      ("person", .string(task.person)), ("text", .string(task.text)),
    ]
    self = .object(what + Self.entries(of: task.location))
  }

  fileprivate init(pass: Report.Pass) {
    self = [
      "code": .string(pass.code.rawValue), "text": .string(pass.text), "path": .string(pass.path),
    ]
  }

  private static func entries(of location: Location) -> [(key: String, value: JSON)] {
    var entries: [(key: String, value: JSON)] = [("path", .string(location.path))]
    guard location.line > 0 else { return entries }
    entries.append(("line", .number(location.line)))
    guard location.column > 0 else { return entries }
    entries.append(("column", .number(location.column)))
    entries.append(("endLine", .number(location.endLine)))
    entries.append(("endColumn", .number(location.endColumn)))
    return entries
  }
}
