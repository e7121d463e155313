import Arguments

/// A program that exists in these tests alone: a little mailer with one of everything.
enum MailProgram {
  static let to = OptionSpec(
    "to",
    short: "t",
    value: "NAME",
    .listed("people"),
    need: .required,
    help: "who gets it"
  )
  static let copy = OptionSpec(
    "copy",
    value: "NAME",
    .listed("people"),
    isRepeatable: true,
    help: "who else gets it"
  )
  static let priority = OptionSpec(
    "priority",
    short: "p",
    value: "LEVEL",
    .choice(["low", "normal", "high"]),
    help: "how much it matters"
  )
  static let tries = OptionSpec(
    "tries",
    value: "N",
    .integer(1...9),
    help: "how often to try"
  )
  static let attach = OptionSpec("attach", short: "a", value: "FILE", .file, help: "a file to add")
  static let dryRun = OptionSpec(
    flag: "dry-run",
    short: "n",
    help: "only show what would be sent, without opening a connection to any server"
  )
  static let force = OptionSpec(flag: "force", short: "f", help: "send it though it is empty")
  static let folder = OptionSpec("folder", value: "DIR", .folder, help: "where the mail lies")

  static let message = OperandSpec("FILE", .one, .file, help: "the message to send")
  static let signatures = OperandSpec("SIGNATURE", .any, help: "texts to put below it")
  static let names = OperandSpec("NAME", .some, .listed("people"), help: "whom to add")
  static let address = OperandSpec("ADDRESS", help: "the address they share")

  static let send = CommandSpec(
    "send",
    group: "Mail",
    summary: "send a message",
    description: """
      The message is sent once, to everybody at the same time. Long prose like this paragraph is \
      wrapped to the width of the terminal.

        kept   as it is
        table  in two columns

      .A line that looks like a request, with a \\ backslash and «quotes».
      """,
    operands: [message, signatures],
    options: [to, copy, priority, tries, attach, dryRun, force],
    examples: [
      .init("mail send --to anna hello.txt", "send a greeting"),
      .init("mail send -t anna -p high -- -odd-name.txt", "send a file with an odd name"),
    ]
  )
  static let list = CommandSpec("list", group: "Mail", summary: "list what came")
  static let add = CommandSpec(
    "people add",
    group: "People",
    summary: "add people to an address",
    operands: [names, address]
  )
  static let remove = CommandSpec("people remove", group: "People", summary: "forget people")

  static let program = ProgramSpec(
    name: "mail",
    summary: "sends mail, in tests",
    version: "1.2.3",
    date: "2026-02-07",
    options: [folder, OptionSpec(flag: "quiet", short: "q", help: "say less")],
    commands: [send, list, add, remove]
  )

  static func parse(_ line: String) throws -> Request {
    try ArgumentParser(program).parse(line.split(separator: " ").map(String.init))
  }
}
