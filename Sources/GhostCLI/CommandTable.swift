internal import Arguments
internal import Diagnostics

/// A command: what there is to know about it, and what it does.
struct Command: Sendable {
  let spec: CommandSpec
  let run: @Sendable (Invocation) throws(Diagnostic) -> ExitCode
}

/// The commands, in the order of the overview; who adds one adds a file and a line here.
enum CommandTable {
  static let all: [Command] = [
    InitCommand.command,
    NewExecCommand.command,
    NewTopicCommand.command,
    DraftCommand.command,
    ExecsCommand.command,
    TopicsCommand.command,
    FormatsCommand.command,
    RenderCommand.command,
    StatusCommand.command,
    DiffCommand.command,
    CheckCommand.command,
    ApproveCommand.command,
    RevokeCommand.command,
    RecordCommand.command,
    EnrolCommand.command,
    DoctorCommand.command,
    HookCommand.command,
    HelpCommand.command,
    ExplainCommand.command,
    CompletionCommand.command,
    VersionCommand.command,
  ]

  static let workspace = OptionSpec(
    "workspace",
    value: "DIR",
    .folder,
    help: "the workspace to work in, instead of that of the current folder"
  )
  static let quiet = OptionSpec(
    flag: "quiet",
    short: "q",
    help: "say only what was asked for, and what is wrong"
  )

  static let program = ProgramSpec(
    name: "ghost",
    summary: "drafts for executives, approved by them and published as they approved them",
    version: Version.number,
    date: Version.date,
    options: [workspace, quiet],
    commands: all.map(\.spec)
  )
}

/// The headings of the overview.
enum Group {
  static let write = "Write"
  static let see = "See"
  static let approve = "Approve"
  static let help = "Help"
}
