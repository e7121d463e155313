internal import Arguments
internal import Diagnostics
internal import GhostKit

extension Invocation {
  /// Shows what is about to be signed, asks once, signs and says what was written.
  ///
  /// - Throws: `no-answer` (usage) where nobody can be asked, and what keeps it from being signed.
  func sign(
    _ approval: NewApproval,
    asking question: String,
    yes: OptionSpec,
    before prepare: (inout NewApproval) throws(Diagnostic) -> Void = { (_) throws(Diagnostic) in }
  ) throws(Diagnostic) -> ExitCode {
    var approval = approval
    console.show(ApprovalScreen(approval, title: title(of: approval)).text)
    guard isConfirmed(question, yes: yes) else { return .content }
    try prepare(&approval)
    try approval.sign()
    console.say("Wrote \(approval.path)")
    return .done
  }

  /// Asks once, unless nothing is to be asked; what was shown is on the screen by then.
  func isConfirmed(_ question: String, yes: OptionSpec) -> Bool {
    console.out.flush()
    if arguments.flag(yes) || Questions(console).confirm(question) { return true }
    console.say("Nothing was written.")
    return false
  }

  /// Demands that somebody can be asked, before anything is done.
  func demandAnswer(_ question: String, yes: OptionSpec) throws(Diagnostic) {
    guard arguments.flag(yes) || console.isInteractive else { throw .noAnswer(question) }
  }

  /// An executive's title; of any other role, its name.
  private func title(of approval: NewApproval) -> String {
    var aside = DiagnosticLog()
    let role = approval.signatory.role.description
    let executive = try? workspace().executive(role, log: &aside)
    return executive?.title ?? role
  }
}
