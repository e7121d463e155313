extension Reporter {
  /// A page for people in a forge: the summary of a CI job, or a comment on a change.
  ///
  /// Source: GitHub Flavored Markdown Spec, version 0.29.
  static let markdown = Reporter(
    name: "markdown",
    summary: "Markdown, for a job's summary or a comment"
  ) { report in
    let told = Set(report.tasks.map(\.location))
    // What a person has to answer is not told a second time as a fault.
    let findings = report.diagnostics.filter { finding in
      finding.location.map { !told.contains($0) } ?? true
    }
    let parts =
      MarkdownPage.tasks(of: report) + MarkdownPage.findings(findings)
      + MarkdownPage.changes(of: report)
    return (parts + [MarkdownText.escaped(report.summary)]).filter { !$0.isEmpty }
      .joined(separator: "\n\n") + "\n"
  }
}

private enum MarkdownPage {
  /// A comment on GitHub has room for some.
  private static let mostItems = 100

  static func tasks(of report: Report) -> [String] {
    var people: [String] = []
    var tasks: [String: [Report.Task]] = [:]
    for task in report.tasks {
      if tasks[task.person] == nil { people.append(task.person) }
      tasks[task.person, default: []].append(task)
    }
    return people.flatMap { person -> [String] in
      let own = tasks[person] ?? []
      let questions = own.count == 1 ? "1 question" : "\(own.count) questions"
      let heading = "## Waiting for \(MarkdownText.escaped(person)): \(questions)"
      let shown = own.prefix(mostItems)
      let rest = own.count - shown.count
      return [heading] + files(of: shown, report) + (rest > 0 ? ["and \(rest) more"] : [])
    }
  }

  private static func files(of tasks: ArraySlice<Report.Task>, _ report: Report) -> [String] {
    tasks.map(\.location.path).reduce(into: [String]()) { paths, path in
      if paths.last != path { paths.append(path) }
    }
    .map { path in
      let items = tasks.filter { $0.location.path == path }.enumerated().map { index, task in
        "\(index + 1). \(MarkdownText.escaped(task.text)) (line \(task.location.line))"
      }
      let name = MarkdownText.escaped(path)
      let edit = report.links[path].map { "[Edit \(name)](\(MarkdownText.destination($0)))" }
      return "\(edit ?? name):\n\n" + items.joined(separator: "\n")
    }
  }

  static func changes(of report: Report) -> [String] {
    report.changes.sorted { $0.key < $1.key }.flatMap { path, blocks in
      ["## Changed since the outline: \(MarkdownText.escaped(path))"] + blocks
    }
  }

  static func findings(_ findings: [Diagnostic]) -> [String] {
    guard !findings.isEmpty else { return [] }
    let errors = findings.filter { $0.severity == .error }
    let others = findings.filter { $0.severity != .error }
    let items = (errors + others).prefix(mostItems).map(item)
    let rest = findings.count - items.count
    return ["## To correct", items.joined(separator: "\n")]
      + (rest > 0 ? ["and \(rest) more"] : [])
  }

  private static func item(_ finding: Diagnostic) -> String {
    var text = "- **\(finding.severity.rawValue)**"
    if let location = finding.location {
      let line = location.line > 0 ? ":\(location.line)" : ""
      let column = location.line > 0 && location.column > 0 ? ":\(location.column)" : ""
      text += " \(MarkdownText.escaped(location.path))\(line)\(column)"
    }
    text += ": \(MarkdownText.escaped(finding.message))"
    if let hint = finding.hint { text += " (\(MarkdownText.escaped(hint)))" }
    return text + " \\[\(MarkdownText.escaped(finding.code.rawValue))\\]"
  }
}

/// Text from outside that stands in Markdown as itself.
public enum MarkdownText {
  /// Returns a text of one line in which nothing is markup, HTML, a link or a mention.
  ///
  /// Source: CommonMark 0.31, section 2.4: every ASCII punctuation character can be escaped by a
  /// backslash.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      if isPunctuation(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
      // Forges look for people and issues in what is shown, where a backslash is gone; behind a
      // joiner that nobody sees they find none.
      if ["@", "#", "!", "~", "&", "%", "$"].contains(scalar) {
        result.unicodeScalars.append("\u{2060}")
      }
    }
    return result
  }

  /// Returns an address as a link's destination has it.
  static func destination(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars where scalar > " " && scalar != "\u{7F}" {
      if ["(", ")", "<", ">", "\\"].contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
    default: false
    }
  }
}
