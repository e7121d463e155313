internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost enrol`: whose keys count.
enum EnrolCommand {
  private static let role = OperandSpec(
    "ROLE",
    .one,
    help: "the role, as .ghost/policy.yml names it, whose holder has the key"
  )
  private static let key = OptionSpec(
    "key",
    value: "FILE",
    .file,
    need: .required,
    help: "the public key; - reads standard input, where there may be several"
  )
  private static let witness = OptionSpec(
    flag: "witness",
    help: "the key may witness that somebody else said yes, not approve"
  )

  static let command = Command(
    spec: CommandSpec(
      "enrol",
      group: Group.approve,
      summary: "let a person's key sign for their role",
      description: """
        Adds a line to .ghost/allowed_signers and prints the fingerprint as ssh-keygen -l does. A \
        file can be exchanged on its way to you: have the person read their fingerprint to you by \
        telephone before you commit the line.
        """,
      operands: [role],
      options: [key, witness],
      examples: [
        .init("ghost enrol cfo --key dana.pub", "a key that came by mail"),
        .init("ghost enrol cfo --key - <dreyes.keys", "what https://github.com/dreyes.keys serves"),
      ]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    var log = DiagnosticLog()
    let isWitness = call.arguments.flag(witness)
    let method: ApprovalRecord.Method = isWitness ? .witness : .key
    let enrolment = try Enrolment(
      of: try keys(call),
      for: call.arguments.operand(role) ?? "",
      in: method.namespace,
      of: workspace,
      log: &log
    )
    guard let enrolment else { return call.console.report(log.sorted()) }
    try enrolment.write(to: workspace.folder)
    call.console.show(enrolment.fingerprints.joined(separator: "\n"))
    guard enrolment.added > 0 else {
      call.console.say(
        "\(Enrolment.path) had \(enrolment.fingerprints.count == 1 ? "it" : "them")."
      )
      return call.console.report(log.sorted())
    }
    call.console.say("Wrote \(Enrolment.path)")
    call.console.say(
      "Next: have \(enrolment.name) read the fingerprint to you by telephone, then commit the file"
    )
    return call.console.report(log.sorted())
  }

  private static let largestFile = 1 << 18

  private static func keys(_ call: Invocation) throws(Diagnostic) -> SourceText {
    let file = call.arguments.value(key) ?? ""
    if file == "-" {
      let bytes = try call.console.readInput(limit: largestFile)
      return SourceText(path: "standard input", bytes: bytes)
    }
    let absolute = file.hasPrefix("/") ? file : call.context.folder + "/" + file
    let parts = absolute.split(separator: "/")
    guard let name = parts.last.map(String.init) else { throw .keyFileMissing(file) }
    let folder = try FileStore(root: "/" + parts.dropLast().joined(separator: "/"))
    guard let source = try folder.read(name, limit: largestFile) else {
      throw .keyFileMissing(file)
    }
    return SourceText(path: file, bytes: source.bytes)
  }
}
