internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost init`: a workspace that `ghost draft` works in at once.
enum InitCommand {
  private static let folder = OperandSpec(
    "DIR",
    .optional,
    .folder,
    help: "where to write it; the current folder without one"
  )

  static let command = Command(
    spec: CommandSpec(
      "init",
      group: Group.write,
      summary: "write a new workspace",
      description: """
        Writes one executive, one topic, the formats and .ghost/. Nothing that is there already is \
        touched, so it can be run again to fill in what is missing.
        """,
      operands: [folder],
      examples: [.init("ghost init blog", "write a workspace to the folder blog")]
    )
  ) { call throws(Diagnostic) in
    let folder = call.arguments.operand(folder) ?? "."
    let files = try FileStore(making: folder, from: call.context.folder)
    let name = files.root.split(separator: "/").last.map(String.init) ?? ""
    var random = SystemRandomNumberGenerator()
    let outcome = try Skeleton(named: name, random: &random).write(to: files)
    for path in outcome.kept { call.console.say("Kept \(path)") }
    let count = outcome.written.count
    call.console.say(
      count == 0
        ? "Nothing is missing from \(files.root)"
        : "Wrote \(count) \(count == 1 ? "file" : "files") to \(files.root)"
    )
    let example = Skeleton.example
    let draft = "ghost draft --exec \(example.executive) --topic \(example.topic)"
    call.console.say("Next: " + (folder == "." ? draft : "cd \(quoted(folder)) && \(draft)"))
    return .done
  }

  /// A name as a shell takes it for one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789._/-".unicodeScalars.contains(scalar)
    }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }
}
