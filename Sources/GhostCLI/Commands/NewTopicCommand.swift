internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost new topic`: a brief, asked for on a terminal, from options elsewhere.
enum NewTopicCommand {
  private static let slug = OperandSpec(
    "NAME",
    help: "how commands and files call the topic, such as pricing"
  )
  private static let title = OptionSpec(
    "title",
    value: "TEXT",
    need: .asked,
    help: "the title of the piece"
  )
  private static let audience = OptionSpec(
    "audience",
    value: "TEXT",
    need: .asked,
    help: "who is meant to read it"
  )
  private static let angle = OptionSpec(
    "angle",
    value: "TEXT",
    need: .asked,
    help: "the one thought of the piece"
  )
  private static let reason = OptionSpec("reason", value: "TEXT", help: "why it matters now")
  private static let exec = OptionSpec(
    "exec",
    value: "EXEC",
    .listed(Listing.execs.rawValue),
    help: "the executive who should say it"
  )
  private static let whyYou = OptionSpec(
    "why-you",
    value: "TEXT",
    help: "why only this executive can say it"
  )
  private static let question = OptionSpec(
    "question",
    value: "TEXT",
    isRepeatable: true,
    help: "what only they can answer"
  )
  private static let claim = OptionSpec(
    "claim",
    value: "TEXT",
    isRepeatable: true,
    help: "a fact that proves the angle; its source goes into the file"
  )

  static let command = Command(
    spec: CommandSpec(
      "new topic",
      group: Group.write,
      summary: "write the brief of a topic",
      description: """
        Writes Templates/topics/NAME.yml and says what a good brief has beyond what was given: a \
        source for every proof point, a question that only this person can answer, a reason why \
        only they can. On a terminal everything is asked for that no option gives.
        """,
      operands: [slug],
      options: [title, audience, angle, reason, exec, whyYou, question, claim],
      examples: [.init("ghost new topic pricing", "answer the questions on the terminal")]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    let slug = try Slug(argument: call.arguments.operand(slug) ?? "", of: "a topic")
    try NewBrief.checkVacancy(of: slug, in: workspace)
    var brief = NewBrief(
      title: try call.value(title, orAsk: "Title of the piece"),
      audience: try call.value(audience, orAsk: "Who should read it"),
      angle: try call.value(angle, orAsk: "The one thought of it")
    )
    brief.why = try call.value(reason, orOffer: "Why it matters now")
    var log = DiagnosticLog()
    brief.executive = try executive(call, workspace, log: &log)
    if log.hasErrors { return call.console.report(log.sorted()) }
    brief.questions = try questions(call)
    brief.proofPoints = try proofPoints(call)
    if let written = try brief.write(as: slug, in: workspace, log: &log) {
      call.sayWritten(written, kind: "brief")
      let exec = brief.executive?.slug.description ?? "EXEC"
      let before = written.gaps.isEmpty ? "" : "fill these in, then "
      call.console.say("Next: \(before)ghost draft --exec \(exec) --topic \(slug)")
    }
    return call.console.report(log.sorted())
  }

  private static func executive(
    _ call: Invocation,
    _ workspace: Workspace,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> (slug: Slug, whyYou: String)? {
    let given = call.arguments.value(exec)
    let chosen = given == nil ? try choice(call, workspace, log: &log) : given
    guard let name = chosen, let executive = workspace.executive(name, log: &log) else {
      return nil
    }
    let question = "Why only \(executive.name) can say it"
    guard let reason = try call.value(whyYou, orOffer: question) else { return nil }
    return (executive.slug, reason)
  }

  private static func choice(
    _ call: Invocation,
    _ workspace: Workspace,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> String? {
    let executives = workspace.executives(log: &log)
    if !call.console.isInteractive || executives.isEmpty { return nil }
    let nobody = Questions.Choice(name: "nobody", help: "decide later")
    let choices = executives.map { Questions.Choice(name: $0.description, help: "") }
    let name = try Questions(call.console)
      .choose("The executive who should say it", among: choices + [nobody])
    return name == nobody.name ? nil : name
  }

  /// More than these are not typed in by a person.
  private static let mostAnswers = 20

  private static func questions(_ call: Invocation) throws(Diagnostic) -> [String] {
    var questions = call.arguments.values(question)
    if !questions.isEmpty { return questions }
    while questions.count < mostAnswers,
      let question = try call.answer(to: "A question that only they can answer")
    {
      questions.append(question)
    }
    return questions
  }

  private static func proofPoints(_ call: Invocation) throws(Diagnostic)
    -> [NewBrief.ProofPoint]
  {
    var points = call.arguments.values(claim).map { NewBrief.ProofPoint(claim: $0) }
    if !points.isEmpty { return points }
    while points.count < mostAnswers, let claim = try call.answer(to: "A fact that proves it") {
      points.append(.init(claim: claim, source: try call.answer(to: "Its source")))
    }
    return points
  }
}
