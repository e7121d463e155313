internal import Diagnostics
internal import GhostKit

/// The last line of a check: what is left, and whose turn it is.
enum CheckSummary {
  static func text(of run: CheckRun) -> String {
    let errors = run.diagnostics.filter { $0.severity == .error }
    let warnings = count(run.diagnostics.count { $0.severity == .warning }, "warning")
    guard !errors.isEmpty else {
      if run.drafts.isEmpty { return "No drafts yet. Next: ghost draft" }
      let drafts = count(run.drafts.count, "draft") ?? ""
      return "Nothing is left to write or correct in \(drafts)"
        + (warnings.map { ", \($0)." } ?? ".")
    }
    let asked = run.questions.sorted { $0.key < $1.key }.map {
      "\(question($0.value)) for \($0.key)"
    }
    let shown = asked.count <= mostPeople ? asked : [people(run.questions)]
    let faults = count(errors.count { $0.code != "tk-left" }, "error")
    return "Not ready: " + (shown + [faults, warnings].compactMap { $0 }).joined(separator: ", ")
      + "."
  }

  private static let mostPeople = 3

  private static func people(_ questions: [String: Int]) -> String {
    "\(question(questions.values.reduce(0, +))) for \(questions.count) people"
  }

  private static func question(_ number: Int) -> String {
    number == 1 ? "1 question" : "\(number) questions"
  }

  private static func count(_ number: Int, _ word: String) -> String? {
    number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
