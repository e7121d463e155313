internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost formats`: the outlines that there are.
enum FormatsCommand {
  static let command = Command(
    spec: CommandSpec(
      "formats",
      group: Group.write,
      summary: "list the formats",
      options: [.json]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    return call.list { log in
      workspace.formats(log: &log)
    } row: { format in
      [format.description, workspace.summary(of: format) ?? ""]
    } json: { format in
      ["format": .string(format.description), "summary": JSON(workspace.summary(of: format))]
    } none: {
      "No format yet: a format is an outline in Templates/, such as Templates/article.md"
    }
  }
}
