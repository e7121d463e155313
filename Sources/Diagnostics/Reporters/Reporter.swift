/// A form that a report can take in a file or for a program; at a terminal, people read
/// ``TextReporter``.
public struct Reporter: Sendable {
  /// The word after `--to`.
  public let name: String
  /// Who reads it, for the help.
  public let summary: String
  /// Gives a report its form.
  public let write: @Sendable (Report) -> String

  /// Every form there is.
  public static let all = [json, github, markdown, gitlab, sarif, junit]

  /// What people read, for a file that keeps it.
  public static let text = Reporter(name: "text", summary: "for people") { report in
    let reporter = TextReporter()
    let findings = reporter.report(report.diagnostics) + reporter.report(report.passed ?? [])
    return report.summary.isEmpty
      ? findings : findings + TerminalText.escaped(report.summary) + "\n"
  }
}
