internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost doctor`: whether every rule can be met today.
enum DoctorCommand {
  static let command = Command(
    spec: CommandSpec(
      "doctor",
      group: Group.approve,
      summary: "say whether every rule of the policy can be met today",
      description: """
        Looks at roles, keys, rules and at what guards them, and ends with 1 if a draft could not be \
        approved though everybody did their part. 'ghost explain CODE' tells more of a finding, and \
        'ghost explain policy' how rules are written.
        """,
      options: [.json],
      examples: [.init("ghost doctor", "look at the workspace")]
    )
  ) { call throws(Diagnostic) in
    let run = DoctorRun(
      of: try call.workspace(),
      clock: call.context.clock,
      variables: call.context.variables
    )
    let report = Report(
      tool: CommandTable.program.name,
      version: Version.number,
      subjects: run.subjects,
      diagnostics: run.diagnostics,
      rules: DoctorTable.pages.map { .init($0.code, $0.summary) },
      summary: summary(of: run)
    )
    if call.arguments.flag(.json) {
      call.console.out.write(Reporter.json.write(report))
    } else {
      let console = call.console
      let reporter = TextReporter(colour: console.hasColour, width: console.width)
      console.out.write(reporter.report(report.diagnostics))
      console.say(report.summary)
    }
    return ExitCode(of: report.diagnostics)
  }

  private static func summary(of run: DoctorRun) -> String {
    let counts: [(Diagnostic.Severity, String)] = [(.error, "error"), (.warning, "warning")]
    let found = counts.compactMap { severity, word in
      count(run.diagnostics.count { $0.severity == severity }, word)
    }
    let hasErrors = run.diagnostics.contains { $0.severity == .error }
    let facts = [count(run.roles.count, "role"), count(run.keys, "key")].compactMap { $0 }
    let next = run.keyless.map { "\nNext: ghost enrol \($0) --key FILE.pub" } ?? ""
    return hasErrors
      ? "Not every rule can be met: " + found.joined(separator: ", ") + "." + next
      : "Every rule can be met: " + (facts + found).joined(separator: ", ") + "."
  }

  private static func count(_ number: Int, _ word: String) -> String? {
    number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
