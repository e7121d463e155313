internal import Arguments
internal import Diagnostics

/// `ghost help`: the overview, a command in full, or the manual for man(1).
enum HelpCommand {
  private static let words = OperandSpec(
    "COMMAND",
    .any,
    .listed(Listing.commands.rawValue),
    help: "the command to explain; the overview without one"
  )
  private static let manual = OptionSpec(
    flag: "man",
    help: "write the manual page in mdoc(7), for man(1) to show"
  )

  static let command = Command(
    spec: CommandSpec(
      "help",
      group: Group.help,
      summary: "explain a command",
      operands: [words],
      options: [manual],
      examples: [
        .init("ghost help draft", "explain 'ghost draft'"),
        .init("ghost help --man draft > ghost-draft.1", "write its manual page"),
      ]
    )
  ) { call throws(Diagnostic) in
    let words = call.arguments.operands(words)
    return call.arguments.flag(manual)
      ? try showManual(on: words, call.console) : try help(on: words, call.console)
  }

  static func help(on words: [String], _ console: Console) throws(Diagnostic) -> ExitCode {
    let renderer = HelpRenderer(CommandTable.program, width: min(console.width, widest))
    guard let help = renderer.help(on: words) else { throw unknown(words) }
    console.out.write(help)
    return .done
  }

  /// Longer lines are hard to read, however wide the terminal.
  private static let widest = 100

  private static func showManual(on words: [String], _ console: Console) throws(Diagnostic)
    -> ExitCode
  {
    let manual = ManPage(CommandTable.program)
    if words.isEmpty {
      console.out.write(manual.overview)
    } else {
      guard let command = CommandTable.program.command(words) else { throw unknown(words) }
      console.out.write(manual.page(on: command))
    }
    return .done
  }

  /// The first word that leads nowhere is the one that is misspelt.
  private static func unknown(_ words: [String]) -> Diagnostic {
    let program = CommandTable.program
    let known = words.indices.prefix { !program.commands(under: Array(words[...$0])).isEmpty }
    let names = Array(words.prefix(known.count))
    return .unknownCommand(words[names.count...].joined(separator: " "), after: names, in: program)
  }
}
