internal import Arguments
internal import Diagnostics
internal import GhostKit

/// One call of a command.
struct Invocation {
  let arguments: ParsedArguments
  let context: Context
  /// How the command is called, for faults that only the command itself can find.
  let usage: Usage

  var console: Console { context.console }

  /// Returns the workspace of the call, which is looked for only when a command needs it.
  func workspace() throws(Diagnostic) -> Workspace { try context.workspace() }

  /// Shows a list as a table, or as JSON where `--json` was given, and what is wrong with the rest.
  func list<Item>(
    _ items: (inout DiagnosticLog) -> [Item],
    row: (Item) -> [String],
    json: (Item) -> JSON,
    none: () -> String
  ) -> ExitCode {
    var log = DiagnosticLog()
    let items = items(&log)
    if arguments.flag(.json) {
      console.show(.array(items.map(json)))
    } else if items.isEmpty, log.isEmpty {
      console.say(none())
    } else {
      console.out.write(TextTable(items.map(row)).text())
    }
    return console.report(log.sorted())
  }

  /// Returns an option's value; asks for it where a person can be asked.
  ///
  /// - Throws: a usage error elsewhere.
  func value(
    _ option: OptionSpec,
    orAsk question: String
  ) throws(Diagnostic) -> String {
    if let value = arguments.value(option) { return value }
    guard console.isInteractive else { throw .missingOption(option, usage) }
    return try Questions(console).text(question)
  }

  /// Returns an option's value; lets a person choose where one can be asked.
  ///
  /// - Throws: a usage error elsewhere, and where there is nothing to choose from.
  func value(
    _ option: OptionSpec,
    orChoose what: String,
    among choices: (inout DiagnosticLog) -> [Questions.Choice]
  ) throws(Diagnostic) -> String {
    if let value = arguments.value(option) { return value }
    guard console.isInteractive else { throw .missingOption(option, usage) }
    // A file that cannot be read is told of when it is chosen.
    var aside = DiagnosticLog()
    let choices = choices(&aside)
    guard !choices.isEmpty else { throw .missingOption(option, usage) }
    return try Questions(console).choose(what, among: choices)
  }

  /// Returns an option's value, or the answer of a person who may have none.
  func value(_ option: OptionSpec, orOffer question: String) throws(Diagnostic) -> String? {
    if let value = arguments.value(option) { return value }
    return try answer(to: question)
  }

  /// Returns the answer of a person who may have none; `nil` where nobody can be asked.
  func answer(to question: String) throws(Diagnostic) -> String? {
    guard console.isInteractive else { return nil }
    let answer = try Questions(console).text(question, fallback: "")
    return answer.isEmpty ? nil : answer
  }
}

extension OptionSpec {
  /// The option of every command whose results a program may read.
  static let json = OptionSpec(flag: "json", help: "write data for a program")
}
