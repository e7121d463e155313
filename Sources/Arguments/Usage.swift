/// How a command is called: what a fault in a command line is measured by.
public struct Usage: Sendable, Hashable {
  let program: ProgramSpec
  let command: CommandSpec?

  /// Takes a command of a program, or the program itself as long as no command is known.
  public init(of command: CommandSpec?, in program: ProgramSpec) {
    self.program = program
    self.command = command
  }

  /// The call on one line.
  ///
  /// Options that a command cannot do without stand in full; the others are `[options]`.
  public var line: String {
    guard let command else { return "\(name) COMMAND [options]" }
    let needed = command.options.filter { $0.need != .optional }
    var parts = [name] + command.operands.map(\.synopsis) + needed.map(\.synopsis)
    if needed.count < command.options.count { parts.append("[options]") }
    return parts.joined(separator: " ")
  }

  /// The words that call it: `ghost draft`.
  var name: String { command.map { "\(program.name) \($0.name)" } ?? program.name }

  /// The command line that explains it.
  var help: String { command.map { "\(program.name) help \($0.name)" } ?? "\(program.name) help" }

  /// The options that may stand here.
  var options: [OptionSpec] { (command?.options ?? []) + program.options }
}
