/// One argument of a command line, told apart by its looks alone.
enum ArgumentToken: Equatable {
  /// `--name` or `--name=value`.
  case long(name: String, value: String?)
  /// `-abc`: letters behind a single dash, some of which may turn out to be a value.
  case short(letters: String)
  /// Anything else, and everything behind `--`.
  case word(String)
  /// The `--` behind which there are only words.
  case terminator

  /// Tells arguments apart as POSIX utilities do; `-` alone is a word (standard input by habit).
  static func split(_ arguments: some Sequence<String>) -> [ArgumentToken] {
    var isTerminated = false
    return arguments.map { argument in
      guard !isTerminated, argument.utf8.count > 1, argument.utf8.first == UInt8(ascii: "-") else {
        return .word(argument)
      }
      if argument == "--" {
        isTerminated = true
        return .terminator
      }
      guard argument.hasPrefix("--") else { return .short(letters: String(argument.dropFirst())) }
      let parts = argument.dropFirst(2)
        .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return .long(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  /// The argument as it was typed.
  var spelling: String {
    switch self {
    case .long(let name, let value): value.map { "--\(name)=\($0)" } ?? "--\(name)"
    case .short(let letters): "-\(letters)"
    case .word(let word): word
    case .terminator: "--"
    }
  }
}
