internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost topics`: the briefs that there are.
enum TopicsCommand {
  static let command = Command(
    spec: CommandSpec(
      "topics",
      group: Group.write,
      summary: "list the topics",
      options: [.json]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    return call.list { log in
      workspace.topics(log: &log).compactMap { slug in
        workspace.topic(slug.description, log: &log)
      }
    } row: { topic in
      [topic.slug.description, topic.title, topic.executiveNames.joined(separator: ", ")]
    } json: {
      $0.json
    } none: {
      "No topic yet. Next: ghost new topic NAME"
    }
  }
}
