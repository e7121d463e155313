internal import Diagnostics

/// What a gate says of drafts, one after the other; threads share it.
///
/// It is no more than that takes, since each thread copies it for each draft.
struct DraftFindings: Sendable {
  /// Whether a merge is judged, which nothing unapproved may pass.
  let isMerge: Bool
  let scope: GateScope

  /// Returns what there is to say of one draft's approvals.
  ///
  /// In the working tree, a draft in which a question is left open, or that cannot be read, is not
  /// asked for an approval yet: the question or the fault is the finding. So is a file's name that
  /// no draft has, wherever that is an error.
  func findings(
    of judgement: DraftJudgement,
    isUnfinished: Bool,
    isUnread: Bool,
    isMisnamed: Bool
  ) -> [Diagnostic] {
    judgement.outcomes.compactMap { outcome in
      guard case .refused(let failure, var finding) = outcome.verdict else { return nil }
      if isUnfinished, !isMerge, [.notApproved, .unmetRule].contains(failure) { return nil }
      if failure == .noDraft, isMisnamed || isUnread && !isMerge { return nil }
      if failure == .revoked, scope.mayRevoke(judgement.path) {
        finding.severity = .warning
        finding.hint = "it is no longer published once this is merged"
      }
      return finding
    }
  }
}

extension Gate {
  /// Whether a merge is judged, which nothing unapproved may pass.
  var isMerge: Bool { if case .merge = basis { true } else { false } }

  /// What it says of drafts.
  var draftFindings: DraftFindings { DraftFindings(isMerge: isMerge, scope: scope) }

  /// Returns what was found before any draft was looked at, and what belongs to none.
  func findings(beside folder: DraftFolder, isWhole: Bool) -> DiagnosticLog {
    var log = DiagnosticLog()
    for finding in findings { log.add(finding) }
    guard let judge, isWhole, !isMerge else { return log }
    for stray in judge.index.strays(beside: Set(folder.entries.compactMap(\.slug))) {
      log.add(stray)
    }
    return log
  }
}
