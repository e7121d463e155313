internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost approve`: the person whose byline a draft carries says yes to exactly this text.
enum ApproveCommand {
  static let draft = OperandSpec("DRAFT", .one, .file, help: "the draft, by name or path")
  static let role = OptionSpec(
    "as",
    value: "ROLE",
    help: "the role; the one whose holder has the key without it"
  )
  static let key = OptionSpec(
    "key",
    value: "FILE",
    .file,
    help: "the SSH key, private or public; one of the agent or of ~/.ssh without it"
  )
  static let yes = OptionSpec(flag: "yes", short: "y", help: "ask nothing, for scripts")
  private static let note = OptionSpec("note", value: "TEXT", help: "a remark for the record")
  private static let question = "Approve for publication?"

  static let command = Command(
    spec: CommandSpec(
      "approve",
      group: Group.approve,
      summary: "approve a draft, as the person who answers for it",
      description: """
        Shows what is approved: who, as what, what changed since the last approval or the outline, \
        where every link leads. Asks once, has ssh-keygen sign, with a passphrase or a touch where \
        the key needs it, and writes the record to Drafts/approvals/. A draft with questions left, \
        or with any other error of 'ghost check', cannot be approved.
        """,
      operands: [draft],
      options: [role, key, note, yes],
      examples: [
        .init("ghost approve cfo-pricing", "read, say yes, sign"),
        .init(
          "ghost approve cfo-pricing --as legal --key ~/.ssh/id_ed25519",
          "in another role, with a certain key"
        ),
      ]
    )
  ) { call throws(Diagnostic) in
    try call.demandAnswer(question, yes: yes)
    var log = DiagnosticLog()
    let approval = try Approver(of: call).approval(
      of: call.arguments.operand(draft) ?? "",
      as: call.arguments.value(role),
      key: call.arguments.value(key),
      log: &log
    )
    guard var approval else { return call.console.report(log.sorted()) }
    call.console.report(log.sorted())
    if let text = call.arguments.value(note) { try approval.set(note: text, from: note.name) }
    return try call.sign(approval, asking: question, yes: yes)
  }
}

extension Approver {
  /// Makes one for the workspace of a call.
  init(of call: Invocation) throws(Diagnostic) {
    self.init(
      in: try call.workspace(),
      from: call.context.folder,
      variables: call.context.variables,
      clock: call.context.clock
    )
  }
}
