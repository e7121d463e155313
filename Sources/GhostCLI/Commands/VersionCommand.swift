internal import Arguments

/// `ghost version`, the same as `ghost --version`.
enum VersionCommand {
  static let command = Command(
    spec: CommandSpec("version", group: Group.help, summary: "show the version")
  ) { run($0.console) }

  static func run(_ console: Console) -> ExitCode {
    console.out.write("ghost \(Version.number)\n")
    return .done
  }
}
