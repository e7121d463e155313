internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost new exec`: a profile, asked for on a terminal, from options elsewhere.
enum NewExecCommand {
  private static let slug = OperandSpec(
    "NAME",
    help: "how commands and files call the person, such as cfo"
  )
  private static let name = OptionSpec(
    "name",
    value: "TEXT",
    need: .asked,
    help: "the person's name"
  )
  private static let title = OptionSpec(
    "title",
    value: "TEXT",
    need: .asked,
    help: "the office that they hold, or the title of a piece"
  )
  private static let email = OptionSpec(
    "email",
    value: "ADDRESS",
    need: .asked,
    help: "where they are written to"
  )
  private static let github = OptionSpec("github", value: "LOGIN", help: "their account on GitHub")
  private static let tone = OptionSpec(
    "tone",
    value: "TEXT",
    help: "how they talk, in a sentence or two"
  )

  static let command = Command(
    spec: CommandSpec(
      "new exec",
      group: Group.write,
      summary: "write an executive's profile",
      description: """
        Writes Templates/execs/NAME.yml and says what a good profile has beyond what was given. \
        On a terminal everything is asked for that no option gives.
        """,
      operands: [slug],
      options: [name, title, email, github, tone],
      examples: [
        .init("ghost new exec cfo", "answer the questions on the terminal"),
        .init("ghost new exec cfo --name Dana --title CFO --email d@a.example", "ask nothing"),
      ]
    )
  ) { call throws(Diagnostic) in
    let workspace = try call.workspace()
    let slug = try Slug(argument: call.arguments.operand(slug) ?? "", of: "an executive")
    try NewProfile.checkVacancy(of: slug, in: workspace)
    var profile = NewProfile(
      name: try call.value(name, orAsk: "Full name"),
      title: try call.value(title, orAsk: "Title, such as Chief Financial Officer"),
      email: try address(call)
    )
    profile.github = try call.value(github, orOffer: "GitHub account")
    profile.tone = try call.value(tone, orOffer: "How they talk, in a sentence or two")
    var log = DiagnosticLog()
    if let written = try profile.write(as: slug, in: workspace, log: &log) {
      call.sayWritten(written, kind: "profile")
      call.console.say("Next: ghost topics")
    }
    return call.console.report(log.sorted())
  }

  private static func address(_ call: Invocation) throws(Diagnostic) -> EmailAddress {
    let text = try call.value(email, orAsk: "E-mail address")
    guard let address = EmailAddress(text) else { throw .badEmail(text, call.usage) }
    return address
  }
}

extension Invocation {
  /// Says where a new file is and what a good one has besides.
  func sayWritten(_ written: (path: String, gaps: [String]), kind: String) {
    console.say("Wrote \(written.path)")
    if written.gaps.isEmpty { return }
    let gaps = written.gaps.map { "  - \($0)" }
    console.say((["A good \(kind) also has:"] + gaps).joined(separator: "\n"))
  }
}
