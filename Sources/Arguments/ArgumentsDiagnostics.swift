public import Diagnostics

/// Everything that can be wrong with a command line, in the words that a user reads.
extension Diagnostic {
  /// Returns a fault in a command line, with the usage line in a note.
  ///
  /// Public for what only a command itself can find wrong with its command line.
  public static func usage(
    _ code: Code,
    _ message: String,
    hint: String? = nil,
    _ usage: Usage
  ) -> Diagnostic {
    Diagnostic(
      .error,
      code,
      message,
      hint: hint ?? "see '\(usage.help)'",
      notes: [Note("usage: \(usage.line)")],
      cause: .usage
    )
  }

  /// Returns the complaint about an option without which a command cannot run.
  public static func missingOption(_ option: OptionSpec, _ usage: Usage) -> Diagnostic {
    .usage("usage.missing-option", "'\(usage.name)' needs '\(option.synopsis)'", usage)
  }

  /// Returns the complaint about words that name no command, behind those that do.
  public static func unknownCommand(
    _ word: String,
    after names: [String],
    in program: ProgramSpec
  ) -> Diagnostic {
    let candidates = program.commands(under: names).map { String($0.words[names.count]) }
    return .usage(
      "usage.unknown-command",
      "unknown command '\((names + [word]).joined(separator: " "))'",
      hint: Suggestion.hint(for: word, among: candidates),
      Usage(of: nil, in: program)
    )
  }

  static func incompleteCommand(_ names: [String], in program: ProgramSpec) -> Diagnostic {
    let commands = program.commands(under: names)
    let words = commands.map { "'\($0.name)'" }.joined(separator: " or ")
    return .usage(
      "usage.incomplete-command",
      "'\(names.joined(separator: " "))' is half a command: \(words)",
      Usage(of: commands.count == 1 ? commands.first : nil, in: program)
    )
  }

  static func unknownOption(_ name: String, _ usage: Usage) -> Diagnostic {
    // An option of a command that stands before the command's name is not a misspelt one.
    let isMisplaced =
      usage.command == nil
      && usage.program.commands.contains { $0.options.contains { $0.name == name } }
    return .usage(
      "usage.unknown-option",
      isMisplaced ? "option '--\(name)' stands before a command" : "unknown option '--\(name)'",
      hint: isMisplaced
        ? "write '\(usage.program.name) COMMAND --\(name)'"
        : Suggestion.nearest(to: name, among: usage.options.map(\.name))
          .map { "did you mean '--\($0)'?" },
      usage
    )
  }

  static func unknownShortOption(
    _ letter: Character,
    in letters: String,
    _ usage: Usage
  ) -> Diagnostic {
    // `-exec` for `--exec` is what users of find and Java type.
    let name = letters.prefix { $0 != "=" }
    let isLong = usage.options.contains { $0.name == name }
    return .usage(
      "usage.unknown-option",
      "unknown option '-\(isLong ? String(name) : String(letter))'",
      hint: isLong ? "did you mean '--\(name)'?" : nil,
      usage
    )
  }

  static func unwantedValue(
    _ value: String,
    for option: OptionSpec,
    _ usage: Usage
  ) -> Diagnostic {
    .usage(
      "usage.unwanted-value",
      "option '--\(option.name)' takes no value, not '\(value)'",
      usage
    )
  }

  static func missingValue(
    of option: OptionSpec,
    before next: String?,
    _ usage: Usage
  ) -> Diagnostic {
    .usage(
      "usage.missing-value",
      "option '\(option.synopsis)' lacks its value"
        + (next.map { "; '\($0)' looks like an option" } ?? ""),
      hint: next.map { "a value that begins with a dash is written '--\(option.name)=\($0)'" },
      usage
    )
  }

  static func repeatedOption(
    _ option: OptionSpec,
    _ first: String,
    _ second: String,
    _ usage: Usage
  ) -> Diagnostic {
    .usage(
      "usage.repeated-option",
      "option '--\(option.name)' is given twice: '\(first)' and '\(second)'",
      usage
    )
  }

  static func missingOperand(_ operand: OperandSpec, _ usage: Usage) -> Diagnostic {
    .usage(
      "usage.missing-operand",
      "'\(usage.name)' needs \(operand.name): \(operand.help)",
      usage
    )
  }

  static func unexpectedOperand(_ word: String, _ usage: Usage) -> Diagnostic {
    // Word processors and chats turn two hyphens into a dash.
    let name = word.drop { "—–".contains($0) }.prefix { $0 != "=" }
    let isDashed =
      name.startIndex > word.startIndex && usage.options.contains { $0.name == name }
    return .usage(
      "usage.unexpected-operand",
      "unexpected '\(word)'",
      hint: isDashed ? "an option begins with two hyphens: '--\(name)'" : nil,
      usage
    )
  }

  static func unknownChoice(
    _ value: String,
    for name: String,
    among choices: [String],
    _ usage: Usage
  ) -> Diagnostic {
    let hint = Suggestion.hint(for: value, among: choices)
    // Nobody reads a long list who has only misspelt a name.
    let isListed = hint == nil || choices.count <= mostListed
    return .usage(
      "usage.unknown-choice",
      "\(name) cannot be '\(value)'"
        + (isListed ? ": choose \(choices.joined(separator: ", "))" : ""),
      hint: hint,
      usage
    )
  }

  private static let mostListed = 12

  static func badNumber(
    _ value: String,
    for name: String,
    _ bounds: ClosedRange<Int>,
    _ usage: Usage
  ) -> Diagnostic {
    .usage(
      "usage.bad-number",
      "\(name) cannot be '\(value)': a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
      usage
    )
  }
}
