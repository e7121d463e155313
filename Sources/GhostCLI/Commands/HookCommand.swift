internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost hook`: the gate as a git server runs it.
enum HookCommand {
  private static let preReceive = "pre-receive"
  private static let hook = OperandSpec(
    "HOOK",
    .one,
    .choice([preReceive]),
    help: "the hook that git runs: pre-receive"
  )

  static let command = Command(
    spec: CommandSpec(
      "hook",
      group: Group.approve,
      summary: "refuse a push that brings an unapproved draft",
      description: """
        Runs on the server, in a bare repository: the file hooks/pre-receive is a script with the line \
        'exec ghost hook pre-receive'. It judges the branches that .ghost/policy.yml protects as 'ghost \
        check --base' judges a merge, in each workspace of the repository, and lets them neither be \
        deleted nor pushed to by force. The policy of the branch as it was counts; for a new branch, \
        that of the default branch.
        """,
      operands: [hook],
      examples: [.init("ghost hook pre-receive", "judge the push that git describes on its input")]
    )
  ) { call throws(Diagnostic) in
    let place = try GatePlace(from: call.context.folder, variables: call.context.variables)
    let refs = try ReceivedRef.all(in: call.console.readInput(limit: mostInput))
    let hook = try ReceiveHook(in: place, now: call.context.clock.now)
    var worst = ExitCode.done
    for ref in refs {
      let code = call.console.report(try hook.findings(on: ref))
      if code != .done { call.console.say("Refused: \(ref.name)") }
      worst = max(worst, code)
    }
    return worst
  }

  private static let mostInput = 1 << 22
}
