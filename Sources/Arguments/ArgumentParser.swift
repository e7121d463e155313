public import Diagnostics

/// What a command line asks for.
public enum Request: Sendable, Hashable {
  /// To run a command.
  case run(CommandSpec, ParsedArguments)
  /// To explain the commands that begin with these words; no word asks for the overview.
  case help([String])
  /// To say which version this is.
  case version
}

/// Turns a command line into a request, by the table of a program alone.
///
/// Options and operands may be interleaved, and the program's own options may stand before the
/// command as well as behind it. A value that begins with a dash has to be written `--option=-value`:
/// most of the time it is the next option behind a forgotten value.
public struct ArgumentParser: Sendable {
  private let program: ProgramSpec

  /// Makes a parser for a program.
  public init(_ program: ProgramSpec) { self.program = program }

  /// Returns what the arguments behind the program's name ask for.
  ///
  /// Throws a diagnostic with the cause ``Diagnostic/Cause/usage`` for the first thing that cannot
  /// be meant; whoever asks for help gets it, whatever else is wrong.
  public func parse(_ arguments: [String]) throws(Diagnostic) -> Request {
    let tokens = ArgumentToken.split(arguments)
    let asksForHelp = tokens.prefix { $0 != .terminator }.contains {
      $0 == .long(name: OptionSpec.help.name, value: nil) || $0 == .short(letters: "h")
    }
    if asksForHelp { return .help(commandWords(in: tokens)) }
    var run = ParserRun(program: program, tokens: tokens)
    return try run.request()
  }

  /// The words that name a command, as far as there are such.
  private func commandWords(in tokens: [ArgumentToken]) -> [String] {
    var words: [String] = []
    for case .word(let word) in tokens {
      let longer = words + [word]
      if program.command(longer) != nil { return longer }
      if program.commands(under: longer).isEmpty { continue }
      words = longer
    }
    return words
  }
}

/// One way through the tokens of one command line.
private struct ParserRun {
  let program: ProgramSpec
  let tokens: [ArgumentToken]
  var index = 0
  var isTerminated = false
  var names: [String] = []
  var command: CommandSpec?
  var words: [String] = []
  var parsed = ParsedArguments()

  init(program: ProgramSpec, tokens: [ArgumentToken]) {
    self.program = program
    self.tokens = tokens
  }

  var usage: Usage { Usage(of: command, in: program) }

  mutating func request() throws(Diagnostic) -> Request {
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .terminator: isTerminated = true
      case .word(let word): try take(word: word)
      case .long(let name, let value): try take(long: name, value: value)
      case .short(let letters): try take(short: letters)
      }
    }
    if parsed.flag(.help) { return .help(names) }
    if parsed.flag(.version) { return .version }
    guard let command else {
      if names.isEmpty { return .help([]) }
      throw .incompleteCommand(names, in: program)
    }
    try assignOperands(of: command)
    for option in command.options where option.need == .required && !parsed.flag(option) {
      throw .missingOption(option, usage)
    }
    return .run(command, parsed)
  }

  private mutating func take(word: String) throws(Diagnostic) {
    guard command == nil else {
      words.append(word)
      return
    }
    let longer = names + [word]
    command = program.command(longer)
    guard command != nil || !program.commands(under: longer).isEmpty else {
      throw .unknownCommand(word, after: names, in: program)
    }
    names = longer
  }

  private mutating func take(long name: String, value: String?) throws(Diagnostic) {
    guard let option = usage.options.first(where: { $0.name == name }) else {
      throw .unknownOption(name, usage)
    }
    guard option.value != nil else {
      if let value { throw .unwantedValue(value, for: option, usage) }
      return parsed.add("", to: option)
    }
    if let value { return try add(value, to: option) }
    try add(nextValue(for: option), to: option)
  }

  private mutating func take(short letters: String) throws(Diagnostic) {
    var rest = letters[...]
    while let letter = rest.popFirst() {
      guard let option = usage.options.first(where: { $0.short == letter }) else {
        throw .unknownShortOption(letter, in: letters, usage)
      }
      guard option.value != nil else {
        parsed.add("", to: option)
        continue
      }
      if rest.first == "=" { rest.removeFirst() }
      return try add(rest.isEmpty ? nextValue(for: option) : String(rest), to: option)
    }
  }

  private mutating func nextValue(for option: OptionSpec) throws(Diagnostic) -> String {
    let next = index < tokens.count ? tokens[index] : nil
    guard !isTerminated, case .word(let value) = next else {
      throw .missingValue(of: option, before: next?.spelling, usage)
    }
    index += 1
    return value
  }

  private mutating func add(_ value: String, to option: OptionSpec) throws(Diagnostic) {
    if !option.isRepeatable, let earlier = parsed.value(option) {
      throw .repeatedOption(option, earlier, value, usage)
    }
    if let kind = option.value?.kind {
      try check(value, kind, of: "'--\(option.name)'")
    }
    parsed.add(value, to: option)
  }

  /// Gives each operand its share from the left, leaving enough for those behind it.
  private mutating func assignOperands(of command: CommandSpec) throws(Diagnostic) {
    var rest = words[...]
    for (index, operand) in command.operands.enumerated() {
      guard rest.count >= operand.arity.least else {
        throw .missingOperand(operand, usage)
      }
      let reserved = command.operands[(index + 1)...].reduce(0) { $0 + $1.arity.least }
      let share = min(operand.arity.most, max(operand.arity.least, rest.count - reserved))
      let values = Array(rest.prefix(share))
      for value in values { try check(value, operand.kind, of: operand.name) }
      parsed.add(values, to: operand)
      rest = rest.dropFirst(share)
    }
    if let extra = rest.first { throw .unexpectedOperand(extra, usage) }
  }

  private func check(_ value: String, _ kind: ValueKind, of name: String) throws(Diagnostic) {
    switch kind {
    case .choice(let choices) where !choices.contains(value):
      throw .unknownChoice(value, for: name, among: choices, usage)
    case .integer(let bounds):
      guard let number = Int(value), bounds.contains(number) else {
        throw .badNumber(value, for: name, bounds, usage)
      }
    default: break
    }
  }
}
