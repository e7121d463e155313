internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost revoke`: an approval is taken back.
enum RevokeCommand {
  private static let because = OptionSpec(
    "because",
    value: "TEXT",
    need: .required,
    help: "why, for the record"
  )
  private static let question = "Take the approval back?"

  static let command = Command(
    spec: CommandSpec(
      "revoke",
      group: Group.approve,
      summary: "take an approval back",
      description: """
        Writes a record that takes back the last approval of the role, from the moment it is on the \
        main branch. Approving again later is 'ghost approve'.
        """,
      operands: [ApproveCommand.draft],
      options: [because, ApproveCommand.role, ApproveCommand.key, ApproveCommand.yes],
      examples: [
        .init("ghost revoke cfo-pricing --because restated", "take it back")
      ]
    )
  ) { call throws(Diagnostic) in
    try call.demandAnswer(question, yes: ApproveCommand.yes)
    var log = DiagnosticLog()
    let revocation = try Approver(of: call).revocation(
      of: call.arguments.operand(ApproveCommand.draft) ?? "",
      because: call.arguments.value(because) ?? "",
      as: call.arguments.value(ApproveCommand.role),
      key: call.arguments.value(ApproveCommand.key),
      log: &log
    )
    guard let revocation else { return call.console.report(log.sorted()) }
    return try call.sign(revocation, asking: question, yes: ApproveCommand.yes)
  }
}
