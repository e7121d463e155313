internal import Diagnostics

/// The three kinds of question that a person in front of a terminal is asked.
///
/// Nothing is ever asked elsewhere: a command asks ``Console/isInteractive`` first.
struct Questions {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// One of the things to choose from.
  struct Choice {
    let name: String
    let help: String
  }

  /// After so many answers that are none, whoever answers is no person.
  private static let patience = 5

  /// Asks for one of several things by number or name, and returns its name.
  func choose(_ what: String, among choices: [Choice]) throws(Diagnostic) -> String {
    let rows = choices.enumerated().map { ["\($0 + 1)", $1.name, $1.help] }
    console.err.write(TextTable(rows).text(indent: 2))
    for _ in 0..<Self.patience {
      let answer = try line("\(what) (number or name): ")
      if let number = Int(answer), choices.indices.contains(number - 1) {
        return choices[number - 1].name
      }
      if choices.contains(where: { $0.name == answer }) { return answer }
      let hint = Suggestion.hint(for: answer, among: choices.map(\.name)).map { "; \($0)" } ?? ""
      if !answer.isEmpty { complain("'\(answer)' is none of them\(hint)") }
    }
    throw .noAnswer(what)
  }

  /// Asks for a text; an empty answer is asked again unless there is a `fallback`.
  func text(_ what: String, fallback: String? = nil) throws(Diagnostic) -> String {
    for _ in 0..<Self.patience {
      let offer = fallback.map { $0.isEmpty ? " (empty for none)" : " [\($0)]" } ?? ""
      let answer = try line("\(what)\(offer): ")
      if !answer.isEmpty { return answer }
      if let fallback { return fallback }
    }
    throw .noAnswer(what)
  }

  /// Asks for a yes; anything else, the end of input included, is a no.
  func confirm(_ question: String) -> Bool {
    let answer = console.ask("\(question) [y/N] ").map(Self.trimmed)?.lowercased()
    return answer == "y" || answer == "yes"
  }

  private func line(_ question: String) throws(Diagnostic) -> String {
    guard let answer = console.ask(question) else { throw .noAnswer(question) }
    return Self.trimmed(answer)
  }

  private func complain(_ text: String) {
    console.err.write(TerminalText.escaped(text) + "\n")
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(rest.prefix(rest.count - rest.reversed().prefix(while: \.isWhitespace).count))
  }
}
