/// A program: its commands, and the options that all of them understand.
public struct ProgramSpec: Sendable, Hashable {
  /// The name by which it is called.
  public let name: String
  /// What it is, in a few words: lower case, no full stop.
  public let summary: String
  /// The version, as `--version` shows it behind the name.
  public let version: String
  /// The day of that version, `YYYY-MM-DD`, for the manual's foot.
  public let date: String
  /// The options that stand before or behind any command; `--help` and `--version` among them.
  public let options: [OptionSpec]
  /// The commands, in the order in which the overview lists them.
  public let commands: [CommandSpec]

  /// Makes a program; `--help` and `--version` are added to its options.
  public init(
    name: String,
    summary: String,
    version: String,
    date: String,
    options: [OptionSpec],
    commands: [CommandSpec]
  ) {
    self.name = name
    self.summary = summary
    self.version = version
    self.date = date
    self.options = options + [.help, .version]
    self.commands = commands
  }

  /// Returns the command that is called by exactly these words.
  public func command(_ words: [String]) -> CommandSpec? {
    let name = words.joined(separator: " ")
    return commands.first { $0.name == name }
  }

  /// Returns the commands whose names begin with these words and go on: all of them for no word.
  public func commands(under words: [String]) -> [CommandSpec] {
    commands.filter { command in
      command.words.count > words.count && zip(command.words, words).allSatisfy { $0 == $1 }
    }
  }

  /// The headings of the overview, each with its commands.
  var groups: [(title: String, commands: [CommandSpec])] {
    var groups: [(title: String, commands: [CommandSpec])] = []
    for command in commands {
      if let index = groups.firstIndex(where: { $0.title == command.group }) {
        groups[index].commands.append(command)
      } else {
        groups.append((command.group, [command]))
      }
    }
    return groups
  }
}
