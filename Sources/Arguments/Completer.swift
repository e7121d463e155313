/// Finds what may stand next on a command line, for the completion scripts of the shells.
///
/// The scripts hold no table of their own: they hand the words of the command line to the program,
/// so that they never disagree with it, and names from a workspace complete as options do.
public struct Completer {
  /// What may stand at the cursor.
  public struct Answer: Sendable, Hashable {
    /// Which paths the shell shall offer beside the candidates.
    public enum Paths: String, Sendable, Hashable {
      case none, files, folders
    }

    /// One word that may stand at the cursor.
    public struct Candidate: Sendable, Hashable {
      /// The whole word, what is typed already included.
      public let word: String
      /// What it is, for shells that show it.
      public let help: String
    }

    /// The words that fit what is typed already.
    public var candidates: [Candidate] = []
    /// Which paths the shell shall offer beside them.
    public var paths = Paths.none

    /// The answer as the scripts read it: a line per candidate, then the kind of paths.
    public var lines: String {
      candidates.map { "\(Self.line($0.word))\t\(Self.line($0.help))\n" }.joined()
        + ":\(paths.rawValue)\n"
    }

    private static func line(_ text: String) -> String {
      String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
  }

  private let program: ProgramSpec
  private let list: (String) -> [String]

  /// Makes a completer; `list` returns the names of a ``ValueKind/listed(_:)`` kind.
  public init(_ program: ProgramSpec, list: @escaping (String) -> [String]) {
    self.program = program
    self.list = list
  }

  /// Returns what may stand in the place of the last word, which may be half typed or empty.
  public func complete(_ words: [String]) -> Answer {
    let typed = words.last ?? ""
    let place = Place(behind: ArgumentToken.split(words.dropLast()), in: program)
    if let option = place.pending { return values(of: option, typed: typed) }
    if !place.isTerminated, typed.first == "-" {
      return attachedValue(typed: typed, at: place) ?? options(typed: typed, at: place)
    }
    guard let command = place.command else { return commands(typed: typed, under: place.names) }
    guard let operand = operand(of: command, at: place.operands) else { return Answer() }
    return values(of: operand.kind, typed: typed)
  }

  private func commands(typed: String, under names: [String]) -> Answer {
    var answer = Answer()
    for command in program.commands(under: names) {
      let word = String(command.words[names.count])
      guard word.hasPrefix(typed), answer.candidates.last?.word != word else { continue }
      let isWhole = command.words.count == names.count + 1
      answer.candidates.append(.init(word: word, help: isWhole ? command.summary : ""))
    }
    return answer
  }

  private func options(typed: String, at place: Place) -> Answer {
    let options = place.options.filter { $0.isRepeatable || !place.given.contains($0.name) }
    return Answer(
      candidates: options.map { .init(word: "--\($0.name)", help: $0.help) }
        .filter { $0.word.hasPrefix(typed) }
    )
  }

  /// The values for `--option=` and what is typed behind it.
  private func attachedValue(typed: String, at place: Place) -> Answer? {
    guard let sign = typed.firstIndex(of: "="),
      let option = place.options.first(where: { "--\($0.name)" == typed[..<sign] })
    else { return nil }
    let prefix = typed[...sign]
    var answer = values(of: option, typed: String(typed[sign...].dropFirst()))
    answer.candidates = answer.candidates.map { .init(word: prefix + $0.word, help: $0.help) }
    return answer
  }

  private func values(of option: OptionSpec, typed: String) -> Answer {
    option.value.map { values(of: $0.kind, typed: typed) } ?? Answer()
  }

  private func values(of kind: ValueKind, typed: String) -> Answer {
    switch kind {
    case .text, .integer: Answer()
    case .file: Answer(paths: .files)
    case .folder: Answer(paths: .folders)
    case .choice(let words): answer(words, typed: typed)
    case .listed(let name): answer(list(name), typed: typed)
    }
  }

  private func answer(_ words: [String], typed: String) -> Answer {
    Answer(candidates: words.filter { $0.hasPrefix(typed) }.map { .init(word: $0, help: "") })
  }

  private func operand(of command: CommandSpec, at index: Int) -> OperandSpec? {
    var index = index
    for operand in command.operands {
      if index < operand.arity.most { return operand }
      index -= operand.arity.most
    }
    return nil
  }
}

/// Where the cursor stands, by the words before it; nothing there is a fault.
private struct Place {
  let program: ProgramSpec
  var names: [String] = []
  var command: CommandSpec?
  var operands = 0
  var given: Set<String> = []
  var pending: OptionSpec?
  var isTerminated = false

  var options: [OptionSpec] { Usage(of: command, in: program).options }

  init(behind tokens: [ArgumentToken], in program: ProgramSpec) {
    self.program = program
    for token in tokens {
      let awaited = pending
      pending = nil
      switch token {
      case .word(let word) where awaited == nil: take(word)
      case .word: break
      case .terminator: isTerminated = true
      case .long(let name, let value):
        guard let option = options.first(where: { $0.name == name }) else { continue }
        given.insert(name)
        if value == nil, option.value != nil { pending = option }
      case .short(let letters):
        guard let option = options.first(where: { $0.short == letters.last }) else { continue }
        given.insert(option.name)
        if option.value != nil { pending = option }
      }
    }
  }

  private mutating func take(_ word: String) {
    if command != nil {
      operands += 1
    } else {
      names.append(word)
      command = program.command(names)
    }
  }
}
