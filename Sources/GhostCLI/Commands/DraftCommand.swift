internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost draft`: the main job.
enum DraftCommand {
  private static let exec = OptionSpec(
    "exec",
    value: "EXEC",
    .listed(Listing.execs.rawValue),
    need: .asked,
    help: "the executive whose byline it carries"
  )
  private static let topic = OptionSpec(
    "topic",
    value: "TOPIC",
    .listed(Listing.topics.rawValue),
    need: .asked,
    help: "the brief that it is drafted from"
  )
  private static let format = OptionSpec(
    "format",
    value: "FORMAT",
    .listed(Listing.formats.rawValue),
    help: "the kind of piece; the first that the executive likes without it"
  )
  private static let due = OptionSpec(
    "due",
    value: "DATE",
    help: "the day by which it is wanted, as 2026-12-04"
  )
  private static let slug = OptionSpec(
    "slug",
    value: "SLUG",
    help: "the draft's name; EXEC-TOPIC without it"
  )
  private static let set = OptionSpec(
    "set",
    value: "KEY=VALUE",
    isRepeatable: true,
    help: "a further variable for the outline"
  )
  private static let output = OptionSpec(
    "output",
    short: "o",
    value: "FILE",
    .file,
    help: "where to write it instead of Drafts/; - is standard output"
  )
  private static let dryRun = OptionSpec(
    flag: "dry-run",
    short: "n",
    help: "write nothing, say what would be written"
  )
  private static let force = OptionSpec(
    flag: "force",
    short: "f",
    help: "replace a draft whose text git has"
  )
  private static let open = OptionSpec(
    flag: "open",
    help: "open it in $VISUAL or $EDITOR"
  )

  static let command = Command(
    spec: CommandSpec(
      "draft",
      group: Group.write,
      summary: "write a draft that an executive only has to finish",
      description: """
        Renders the format's outline with the executive's profile and the topic's brief, and says \
        how much is written and how long the rest will take. A draft of which the executive would \
        have to write more than half is refused, with the entries of the brief that are missing. \
        On a terminal, executive and topic are asked for where they are not given.
        """,
      options: [exec, topic, format, due, slug, set, output, dryRun, force, open],
      examples: [
        .init("ghost draft --exec cfo --topic pricing", "write Drafts/cfo-pricing.md"),
        .init(
          "ghost draft --exec cfo --topic pricing --format interview --slug cfo-pricing-call",
          "prepare a call on the same topic"
        ),
      ]
    )
  ) { call throws(Diagnostic) in
    let writesFile = call.arguments.value(output) != "-" && !call.arguments.flag(dryRun)
    guard writesFile || !call.arguments.flag(open) else { throw .nothingToOpen(call.usage) }
    let workspace = try call.workspace()
    let request = try request(call, workspace)
    var log = DiagnosticLog()
    let drafter = Drafter(in: workspace, clock: call.context.clock)
    guard let draft = drafter.draft(request, log: &log) else {
      return call.console.report(log.sorted())
    }
    try deliver(draft, of: workspace, call)
    return call.console.report(log.sorted())
  }

  // MARK: What is asked for

  private static func request(
    _ call: Invocation,
    _ workspace: Workspace
  ) throws(Diagnostic) -> Drafter.Request {
    let executive = try call.value(exec, orChoose: "Executive") { log in
      workspace.executives(log: &log).map { slug in
        .init(
          name: slug.description,
          help: workspace.executive(slug.description, log: &log)?.name ?? ""
        )
      }
    }
    let topic = try call.value(topic, orChoose: "Topic") { log in
      workspace.topics(log: &log).map { slug in
        .init(
          name: slug.description,
          help: workspace.topic(slug.description, log: &log)?.title ?? ""
        )
      }
    }
    var request = Drafter.Request(executive: executive, topic: topic)
    request.format = call.arguments.value(format)
    request.slug = call.arguments.value(slug)
    if let date = call.arguments.value(due) {
      guard let due = CalendarDate(date) else { throw .badDate(date, call.usage) }
      request.due = due
    }
    for setting in call.arguments.values(set) {
      guard let equals = setting.firstIndex(of: "=") else { throw .badSetting(setting, call.usage) }
      let name = String(setting[..<equals])
      guard Drafter.Request.isFree(name) else { throw .badSetting(setting, call.usage) }
      request.settings.append((name, String(setting[setting.index(after: equals)...])))
    }
    return request
  }

  // MARK: What becomes of it

  private static func deliver(
    _ draft: NewDraft,
    of workspace: Workspace,
    _ call: Invocation
  ) throws(Diagnostic) {
    let file = call.arguments.value(output)
    if file == "-" { return call.console.show(file: draft.bytes) }
    let target = try DraftTarget(file, of: draft, in: workspace, from: call.context.folder)
    let isReplacing = call.arguments.flag(force)
    if call.arguments.flag(dryRun) {
      try target.check(replacing: isReplacing, variables: call.context.variables)
      call.console.say("Would write \(target.shown)")
      return say(draft, call)
    }
    try target.write(
      draft.bytes,
      replacing: isReplacing,
      variables: call.context.variables
    )
    call.console.say("Wrote \(target.shown)")
    say(draft, call)
    call.console.say("Next: send it to \(draft.email)")
    if call.arguments.flag(open) {
      call.console.out.flush()
      try Editor(variables: call.context.variables).open(target.absolute)
    }
  }

  private static func say(_ draft: NewDraft, _ call: Invocation) {
    let share = draft.share
    let time = count(share.minutes, "minute")
    let rest =
      share.questions == 0
      ? "to read and approve, \(time)" : "\(count(share.questions, "question")), \(time)"
    call.console.say(
      "\(share.percent)% written: \(count(share.prepared, "word")). Left for \(draft.executive): \(rest)."
    )
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
