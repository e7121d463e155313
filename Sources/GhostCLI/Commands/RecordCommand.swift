internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost record`: a colleague signs that a person said yes.
enum RecordCommand {
  private static let role = OptionSpec(
    "role",
    value: "ROLE",
    need: .required,
    help: "the role whose holder said yes"
  )
  private static let said = OptionSpec(
    "said",
    value: "TEXT",
    need: .required,
    help: "when and where they did, such as 'by telephone, 14:10'"
  )
  private static let evidence = OptionSpec(
    "evidence",
    value: "FILE",
    .file,
    help: "what proves it, copied to Drafts/approvals/evidence/"
  )
  private static let question = "Sign that they approved it?"

  static let command = Command(
    spec: CommandSpec(
      "record",
      group: Group.approve,
      summary: "sign as a witness that a person approved a draft",
      description: """
        For a person who has no key: a colleague signs, with a key that was enrolled with \
        --witness, that the person said yes, and when. It counts where .ghost/policy.yml accepts \
        the method 'witness', and is shown everywhere as what it is. Nobody is a witness for \
        themself, and who wrote on the draft only where the policy allows it.
        """,
      operands: [ApproveCommand.draft],
      options: [role, said, evidence, ApproveCommand.key, ApproveCommand.yes],
      examples: [
        .init(
          "ghost record cfo-pricing --role cfo --said telephone,14:10",
          "the CFO said yes on the telephone"
        )
      ]
    )
  ) { call throws(Diagnostic) in
    try call.demandAnswer(question, yes: ApproveCommand.yes)
    var log = DiagnosticLog()
    let approver = try Approver(of: call)
    let proof = try call.arguments.value(evidence).map { file throws(Diagnostic) in
      try Evidence(file, from: call.context.folder)
    }
    let approval = try approver.witnessed(
      call.arguments.operand(ApproveCommand.draft) ?? "",
      for: call.arguments.value(role) ?? "",
      said: call.arguments.value(said) ?? "",
      key: call.arguments.value(ApproveCommand.key),
      log: &log
    )
    guard let approval else { return call.console.report(log.sorted()) }
    call.console.report(log.sorted())
    let workspace = try call.workspace()
    return try call.sign(approval, asking: question, yes: ApproveCommand.yes) {
      approval throws(Diagnostic) in
      try proof?.keep(for: &approval, in: workspace, variables: call.context.variables)
    }
  }
}
