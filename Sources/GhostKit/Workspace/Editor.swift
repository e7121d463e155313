public import Diagnostics
internal import Subprocess

/// The program in which a person edits a file, as `VISUAL` or else `EDITOR` names it.
public struct Editor: Sendable {
  /// The program and the arguments that stand before the file, such as `code --wait`.
  private let words: [String]
  private let variables: [String: String]

  /// Finds the editor that the environment names.
  ///
  /// The value is cut into words as git cuts an alias: quotes and backslashes count, and no shell
  /// has a part in it.
  ///
  /// - Throws: a diagnostic about the environment if there is none, or its quotes do not close.
  public init(variables: [String: String]) throws(Diagnostic) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { name in
      variables[name].flatMap { $0.isEmpty ? nil : (name: name, value: $0) }
    }
    guard let (name, value) = named.first else { throw .noEditor }
    guard let words = Self.words(of: value), !words.isEmpty else {
      throw .badEditor(value, in: name)
    }
    self.words = words
    self.variables = variables
  }

  /// Opens a file, by its absolute path, and waits until the editor is closed.
  ///
  /// - Throws: a diagnostic about the environment if the editor cannot start or says it failed.
  public func open(_ path: String) throws(Diagnostic) {
    let environment = ChildEnvironment(variables)
    let program =
      words[0].hasPrefix("/")
      ? Executable(path: words[0])
      : try Executable.find(words[0], in: environment, remedy: "set EDITOR to one that is there")
    let arguments = (words.dropFirst() + [path]).map { Argument($0) }
    let status = try Command(program, arguments, environment: environment).runOnTerminal()
    guard status.isSuccess else { throw .editorFailed(words[0]) }
  }

  /// Cuts a command line into words, or returns `nil` if a quote or a backslash is left open.
  static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\\" where quote != "'":
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      case "'" where quote == nil, "\"" where quote == nil:
        quote = letter
        word = word ?? ""
      case quote: quote = nil
      case _ where letter.isWhitespace && quote == nil:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(letter)
      }
    }
    return quote == nil ? words + (word.map { [$0] } ?? []) : nil
  }
}
