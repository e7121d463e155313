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
  private static let optionalDraft = OperandSpec(
    "DRAFT",
    .optional,
    .file,
    help: "the draft, by name or path"
  )
  private static let trustRoot = OptionSpec(
    flag: "trust-root",
    help: "approve what changes in who is trusted, as an owner, instead of a draft"
  )
  private static let base = OptionSpec(
    "base",
    value: "REF",
    help: "what the change of the trust root is to be merged into; the protected branch without it"
  )

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
      operands: [optionalDraft],
      options: [role, key, note, trustRoot, base, yes],
      examples: [
        .init("ghost approve cfo-pricing", "read, say yes, sign"),
        .init(
          "ghost approve cfo-pricing --as legal --key ~/.ssh/id_ed25519",
          "in another role, with a certain key"
        ),
        .init("ghost approve --trust-root", "as an owner, before a change of .ghost/ is merged"),
      ]
    )
  ) { call throws(Diagnostic) in
    try call.demandAnswer(question, yes: yes)
    if call.arguments.flag(trustRoot) { return try approveTrustRoot(call) }
    guard let name = call.arguments.operand(optionalDraft) else {
      throw .nothingToApprove(call.usage)
    }
    guard call.arguments.value(base) == nil else { throw .baseWithoutTrustRoot(call.usage) }
    var log = DiagnosticLog()
    let approval = try Approver(of: call).approval(
      of: name,
      as: call.arguments.value(role),
      key: call.arguments.value(key),
      log: &log
    )
    guard var approval else { return call.console.report(log.sorted()) }
    call.console.report(log.sorted())
    if let text = call.arguments.value(note) { try approval.set(note: text, from: note.name) }
    return try call.sign(approval, asking: question, yes: yes)
  }

  private static func approveTrustRoot(_ call: Invocation) throws(Diagnostic) -> ExitCode {
    guard call.arguments.operand(optionalDraft) == nil else {
      throw .nothingToApprove(call.usage)
    }
    var log = DiagnosticLog()
    let root = try Approver(of: call).trustRoot(
      since: call.arguments.value(base),
      as: call.arguments.value(role),
      key: call.arguments.value(key),
      log: &log
    )
    guard let root else { return call.console.report(log.sorted()) }
    call.console.show(root.text)
    guard call.isConfirmed("Approve this change of who is trusted?", yes: yes) else {
      return .content
    }
    try root.sign()
    call.console.say("Wrote \(root.path)")
    return .done
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
