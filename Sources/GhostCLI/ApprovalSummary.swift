internal import Diagnostics
internal import GhostKit

/// What the last line of a check says of approvals, and by whose rules.
struct ApprovalSummary {
  private let judgements: [DraftJudgement]
  private let basis: Gate.Basis

  init(_ run: CheckRun, _ basis: Gate.Basis) {
    judgements = run.judgements
    self.basis = basis
  }

  /// That nothing is missing, as `Ready by this folder's own rules: approved by Dana Reyes`.
  ///
  /// `nil` where nobody was asked about approvals.
  var ready: String? {
    let start =
      switch basis {
      case .workingTree: "Ready by this folder's own rules"
      case .commit(let name): "Ready by the rules of \(name) itself"
      case .merge(let base): "Ready to merge by the rules of \(base)"
      }
    guard let first = judgements.first else {
      return basis == .workingTree ? nil : start + ": no draft is concerned"
    }
    guard judgements.count > 1 else { return start + ": " + Self.said(first) }
    let approved = judgements.count { !$0.isDeclined }
    let declined = judgements.count - approved
    return start + ": \(approved) drafts approved" + (declined > 0 ? ", \(declined) declined" : "")
  }

  private static func said(_ judgement: DraftJudgement) -> String {
    guard !judgement.isDeclined else { return "declined, so it is never published" }
    let people = judgement.approvals.map { "\($0.record.name) (\($0.record.method.spoken))" }
    guard !people.isEmpty else { return "approved" }
    return "approved by " + people.joined(separator: ", ")
  }

  /// What to do where all that is wrong is one thing that was approved otherwise.
  func advice(_ errors: [Diagnostic]) -> String? {
    guard errors.count == 1, let error = errors.first,
      ["changed", "asset-changed", "re-wrapped"].contains(error.code.rawValue)
    else { return nil }
    return error.hint
  }

  private var waiting: [DraftJudgement] {
    judgements.filter { $0.state == .notApproved }
  }

  /// How many approvals are missing.
  var missing: [String] {
    guard !waiting.isEmpty else { return [] }
    return [judgements.count == 1 ? "no approval" : "\(waiting.count) without approval"]
  }

  /// Whose turn it is.
  var next: String? {
    var names: [String] = []
    for outcome in waiting.flatMap(\.outcomes) {
      guard case .refused(.notApproved, _) = outcome.verdict, !names.contains(outcome.person) else {
        continue
      }
      names.append(outcome.person)
    }
    switch names.count {
    case 0: return nil
    case 1: return "\(names[0]) approves"
    case ...3: return names.joined(separator: " and ") + " approve"
    default: return "\(names.count) people approve"
    }
  }
}
