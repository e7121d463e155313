internal import Arguments
internal import Diagnostics
internal import GhostKit

/// The options of `ghost check` that say whose judgement counts.
enum CheckGate {
  private static let base = OptionSpec(
    "base",
    value: "REF",
    help: "judge what a merge into REF results in, by the trust root of REF"
  )
  private static let rev = OptionSpec(
    "rev",
    value: "REV",
    help: "judge a commit instead of the working tree; with --base, merge that one"
  )
  private static let all = OptionSpec(
    flag: "all",
    help: "with --base, look at drafts as well that the change does not touch"
  )
  private static let bootstrap = OptionSpec(
    flag: "bootstrap",
    help: "with --base, let a change bring the first policy that REF ever had"
  )

  static let options = [base, rev, all, bootstrap]

  /// Returns the gate that is asked for, and the workspace that names on the command line are
  /// relative to.
  static func gate(
    _ call: Invocation,
    hasInput: Bool
  ) throws(Diagnostic) -> Gate {
    let arguments = call.arguments
    let now = call.context.clock.now
    let (base, rev) = (arguments.value(base), arguments.value(rev))
    let needsBase = arguments.flag(all) || arguments.flag(bootstrap)
    guard base != nil || !needsBase, !hasInput || (base == nil && rev == nil) else {
      throw .noBase(call.usage)
    }
    guard base != nil || rev != nil else {
      let variables = call.context.variables
      return try .workingTree(call.workspace(), variables: variables, now: now)
    }
    let place = try place(call)
    guard let base else { return try .commit(rev ?? "HEAD", in: place, now: now) }
    let options = Gate.MergeOptions(
      change: rev ?? "HEAD",
      isAll: arguments.flag(all),
      isBootstrap: arguments.flag(bootstrap)
    )
    return try .merging(into: base, options, in: place, now: now)
  }

  /// Returns where commits are, and where in them to look for the workspace.
  private static func place(_ call: Invocation) throws(Diagnostic) -> GatePlace {
    try GatePlace(
      from: call.context.workspacePath ?? call.context.folder,
      isWorkspace: call.context.workspacePath != nil,
      variables: call.context.variables
    )
  }
}

extension Diagnostic {
  fileprivate static func noBase(_ usage: Usage) -> Diagnostic {
    .usage(
      "usage.no-base",
      "'--all' and '--bootstrap' need '--base', and '-' goes with none of them",
      hint: "ghost check --base main --all",
      usage
    )
  }
}
