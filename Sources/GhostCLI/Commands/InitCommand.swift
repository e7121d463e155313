internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost init`: a workspace that `ghost draft` works in at once, and the check of what is merged.
enum InitCommand {
  private static let folder = OperandSpec(
    "DIR",
    .optional,
    .folder,
    help: "where to write it; the current folder without one"
  )
  private static let ci = OptionSpec(
    "ci",
    value: "PLACE",
    .choice(MergeCheck.all.map(\.name)),
    help: "write the merge check as well: \(MergeCheck.all.map(\.name).joined(separator: ", "))"
  )

  static let command = Command(
    spec: CommandSpec(
      "init",
      group: Group.write,
      summary: "write a new workspace, or the check of what is merged",
      description: """
        Writes one executive, one topic, the formats and .ghost/. Nothing that is there already is \
        touched, so it can be run again to fill in what is missing.

        With --ci it writes what runs 'ghost check' before a change is merged: a workflow and \
        CODEOWNERS for GitHub, a job for GitLab, the hook of a bare repository, or the \
        configuration of pre-commit, which reminds whoever writes and guards nothing: it judges a \
        change by the rules that the change brings. In a workspace that is there already, it writes nothing else.
        """,
      operands: [folder],
      options: [ci],
      examples: [
        .init("ghost init blog", "write a workspace to the folder blog"),
        .init("ghost init --ci github", "let GitHub check what is merged into this workspace"),
        .init("ghost init --ci pre-receive blog.git", "let a bare repository check what is pushed"),
      ]
    )
  ) { call throws(Diagnostic) in
    let place = call.arguments.value(ci)
    guard let check = MergeCheck.all.first(where: { $0.name == place }) else {
      let folder = call.arguments.operand(folder) ?? "."
      _ = try writeSkeleton(to: folder, call)
      let example = Skeleton.example
      let draft = "ghost draft --exec \(example.executive) --topic \(example.topic)"
      call.console.say("Next: " + (folder == "." ? draft : "cd \(quoted(folder)) && \(draft)"))
      return .done
    }
    try write(check, call)
    return .done
  }

  private static func writeSkeleton(
    to folder: String,
    _ call: Invocation
  ) throws(Diagnostic) -> String {
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
    return files.root
  }

  private static func write(_ check: MergeCheck, _ call: Invocation) throws(Diagnostic) {
    let variables = call.context.variables
    if check.sourceFile == nil {
      let folder = call.arguments.operand(folder) ?? "."
      let path = folder.hasPrefix("/") ? folder : call.context.folder + "/" + folder
      guard let outcome = try MergeCheck.writeHook(to: path, variables: variables) else {
        call.console.out.write(MergeCheck.hookText)
        return call.console.say("Next: make this hooks/pre-receive of the bare repository")
      }
      return say(outcome, of: check, call.console)
    }
    let workspace = try workspace(call)
    let source = GhostSource.find(builtAt: call.context.program, variables: variables)
    let outcome = try check.write(for: workspace, source: source, variables: variables)
    say(outcome, of: check, source: source, call.console)
  }

  private static func workspace(_ call: Invocation) throws(Diagnostic) -> Workspace {
    let named = call.arguments.operand(folder)
    if named == nil, let found = try? call.workspace() { return found }
    let folder = named ?? "."
    let path = folder.hasPrefix("/") ? folder : call.context.folder + "/" + folder
    if let found = try? Workspace(at: path) { return found }
    return try Workspace(at: writeSkeleton(to: folder, call))
  }

  private static func say(
    _ outcome: MergeCheck.Outcome,
    of check: MergeCheck,
    source: GhostSource? = nil,
    _ console: Console
  ) {
    for file in outcome.kept {
      console.say("Kept \(file.path)" + (file.addition == nil ? "" : "; add to it:"))
      if let addition = file.addition { console.show(String(addition.dropLast())) }
    }
    for path in outcome.written { console.say("Wrote \(path)") }
    var steps = check.nextSteps
    if let file = check.sourceFile, source == .unknown, outcome.written.contains(file) {
      steps.insert("say in \(file) where ghost itself comes from", at: 0)
    }
    for (index, step) in steps.enumerated() {
      console.say((index == 0 ? "Next: " : "      ") + step)
    }
  }

  /// A name as a shell takes it for one word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789._/-".unicodeScalars.contains(scalar)
    }
    return isPlain ? name : "'\(name.replacing("'", with: "'\\''"))'"
  }
}
