extension Reporter {
  /// Workflow commands, which GitHub shows beside the changed lines.
  ///
  /// Source: GitHub's documentation, "Workflow commands for GitHub Actions", and
  /// actions/toolkit's `command.ts` for what is escaped.
  static let github = Reporter(
    name: "github",
    summary: "workflow commands of GitHub Actions"
  ) { report in
    let byWeight = report.diagnostics.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }
    var text = byWeight.prefix(mostAnnotations)
      .map { GitHubCommand.text(of: $0.element, in: report) }.joined()
    let left = report.diagnostics.count - mostAnnotations
    if left > 0 {
      text += "and \(left) more \(left == 1 ? "finding" : "findings"), not shown beside the lines\n"
    }
    return report.summary.isEmpty ? text : text + GitHubCommand.plain(report.summary) + "\n"
  }

  /// GitHub drops what a step says beyond its tenth annotation.
  private static let mostAnnotations = 10
}

private enum GitHubCommand {
  static func text(of diagnostic: Diagnostic, in report: Report) -> String {
    var properties: [String] = []
    if let location = diagnostic.location {
      properties.append("file=\(property(report.pathInRepository(location.path)))")
      if location.line > 0 {
        properties += ["line=\(location.line)", "endLine=\(location.endLine)"]
      }
      // GitHub refuses columns of a range over several lines.
      if location.column > 0, location.line == location.endLine {
        properties += ["col=\(location.column)", "endColumn=\(location.endColumn)"]
      }
    }
    properties.append("title=\(property(diagnostic.code.rawValue))")
    let message = [diagnostic.message, diagnostic.hint.map { "hint: \($0)" }].compactMap { $0 }
    let command = "::\(name(of: diagnostic.severity)) \(properties.joined(separator: ","))"
    return command + "::\(data(message.joined(separator: "\n")))\n"
  }

  /// A line of the log that no text can turn into a command.
  ///
  /// Source: actions/runner's `ActionCommand.cs`: blanks before `::` are passed over, and `##[` is
  /// one anywhere in a line.
  static func plain(_ text: String) -> String {
    let line = TerminalText.escaped(text).replacing("##[", with: "## [")
    return line.drop { $0 == " " }.hasPrefix("::") ? "> " + line : line
  }

  private static func name(of severity: Diagnostic.Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  private static func data(_ text: String) -> String {
    TerminalText.escaped(text, lines: true)
      .replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
