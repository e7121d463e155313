internal import Diagnostics
internal import GhostKit

/// The last line of a check: what is left, what happens next and whose turn it is.
enum CheckSummary {
  static func text(of run: CheckRun, by basis: Gate.Basis) -> String {
    let approvals = ApprovalSummary(run, basis)
    let errors = run.diagnostics.filter { $0.severity == .error }
    let warnings = run.diagnostics.count { $0.severity == .warning }
    let drafts = counted(run.drafts.count, "draft")
    guard !errors.isEmpty else {
      if run.drafts.isEmpty, basis == .workingTree { return "No drafts yet. Next: ghost draft" }
      let ready = approvals.ready ?? "Nothing is left to write or correct in \(drafts)"
      return ready + (warnings > 0 ? ", " + counted(warnings, "warning") : "") + "."
    }
    if let advice = approvals.advice(errors) { return "Not ready: \(advice)." }
    // A question is counted as one, not as an error beside it.
    let isAsked = errors.contains { $0.code == "tk-left" }
    let questions = isAsked ? Questions(run.tasks) : Questions([])
    let faults = errors.count { $0.code != "tk-left" && $0.code != "not-approved" }
    let left =
      questions.byPerson + approvals.missing + (faults > 0 ? [counted(faults, "error")] : [])
      + (warnings > 0 ? [counted(warnings, "warning")] : [])
    let you = faults == 0 ? nil : faults == 1 ? "you correct the error" : "you correct the errors"
    let next = [you, questions.next ?? approvals.next].compactMap { $0 }.joined(separator: ", ")
    let turn = next.isEmpty ? "" : " Next: \(next)."
    return "Not ready: \(left.joined(separator: ", ")) in \(drafts)." + turn
  }

  /// What the executives have to answer.
  private struct Questions {
    private let counts: [(person: String, count: Int)]

    init(_ tasks: [Report.Task]) {
      counts = Dictionary(grouping: tasks, by: \.person)
        .map { (person: $0.key, count: $0.value.count) }
        .sorted { $0.person < $1.person }
    }

    /// More names than these are no news any more.
    private static let mostPeople = 3

    var byPerson: [String] {
      guard counts.count > Self.mostPeople else {
        return counts.map { "\(counted($0.count, "question")) for \($0.person)" }
      }
      let sum = counts.reduce(0) { $0 + $1.count }
      return ["\(counted(sum, "question")) for \(counts.count) people"]
    }

    var next: String? {
      let names = counts.map(\.person)
      switch names.count {
      case 0: return nil
      case 1: return "\(names[0]) answers"
      case ...Self.mostPeople:
        return names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1]) answer"
      default: return "\(names.count) people answer"
      }
    }
  }

  private static func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
