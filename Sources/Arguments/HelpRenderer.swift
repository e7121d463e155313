/// Explains a program and its commands on a terminal.
public struct HelpRenderer: Sendable {
  private let program: ProgramSpec
  private let width: Int

  /// Makes a renderer for lines of at most `width` columns, which is never taken below 40.
  public init(_ program: ProgramSpec, width: Int) {
    self.program = program
    self.width = width
  }

  /// Returns the help on the command of these words, on all commands that begin with them, or on
  /// the program as a whole for no word; `nil` if no command begins with them.
  public func help(on words: [String]) -> String? {
    if let command = program.command(words) { return help(on: command) }
    let commands = program.commands(under: words)
    if commands.isEmpty { return nil }
    return words.isEmpty ? overview : list(of: commands, under: words)
  }

  private var overview: String {
    var lines = ["\(program.name): \(program.summary)", ""]
    lines += ["Usage: \(Usage(of: nil, in: program).line)"]
    let widest = program.commands.map(\.name.count).max() ?? 0
    for group in program.groups {
      lines += ["", "\(group.title):"] + rows(of: group.commands, width: widest)
    }
    lines += ["", "Options:"] + table(program.options)
    lines += ["", "'\(program.name) help COMMAND' explains a command."]
    return text(lines)
  }

  private func list(of commands: [CommandSpec], under words: [String]) -> String {
    let name = ([program.name] + words).joined(separator: " ")
    return text(
      ["Usage: \(name) COMMAND [options]", "", "Commands:"] + rows(of: commands, width: 0)
    )
  }

  private func help(on command: CommandSpec) -> String {
    let usage = Usage(of: command, in: program)
    let wrapper = TextWrapper(width: width)
    var lines = wrapper.lines(of: "\(usage.name): \(command.summary)")
    lines += ["", "Usage: \(usage.line)"]
    if !command.description.isEmpty { lines += [""] + wrapper.lines(of: command.description) }
    if !command.operands.isEmpty {
      let rows = command.operands.map { (name: $0.name, help: $0.help) }
      lines += ["", "Operands:"] + wrapper.table(rows)
    }
    if !command.options.isEmpty { lines += ["", "Options:"] + table(command.options) }
    lines += ["", "Options of every command:"] + table(program.options)
    if !command.examples.isEmpty { lines += ["", "Examples:"] }
    for example in command.examples {
      lines += wrapper.lines(of: "# \(example.help)", indent: 2) + ["  $ \(example.line)"]
    }
    return text(lines)
  }

  private func rows(of commands: [CommandSpec], width widest: Int) -> [String] {
    let rows = commands.map { command in
      let gap = String(repeating: " ", count: max(0, widest - command.name.count))
      return (name: command.name + gap, help: command.summary)
    }
    return TextWrapper(width: width).table(rows)
  }

  private func table(_ options: [OptionSpec]) -> [String] {
    let rows = options.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      return (name: short + option.synopsis, help: option.explanation)
    }
    return TextWrapper(width: width).table(rows)
  }

  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}

extension OptionSpec {
  /// The help, and what the value may be.
  var explanation: String {
    var text = help
    switch value?.kind {
    case .choice(let choices): text += ": " + choices.joined(separator: ", ")
    case .integer(let bounds) where bounds.upperBound < .max:
      text += ", from \(bounds.lowerBound) to \(bounds.upperBound)"
    default: break
    }
    return isRepeatable ? text + " (may be repeated)" : text
  }
}
