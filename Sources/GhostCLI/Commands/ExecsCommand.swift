internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost execs`: the people whose byline a piece can carry.
enum ExecsCommand {
  static let command = Command(
    spec: CommandSpec(
      "execs",
      group: Group.write,
      summary: "list the executives",
      options: [.json]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    return call.list { log in
      workspace.executives(log: &log).compactMap { slug in
        workspace.executive(slug.description, log: &log)
      }
    } row: { executive in
      [executive.slug.description, executive.name, executive.title]
    } json: {
      $0.json
    } none: {
      "No executive yet. Next: ghost new exec NAME"
    }
  }
}
