/// One option of a command: its names, its value, and what it is for.
///
/// Options are constants that are listed in a ``CommandSpec`` and handed to ``ParsedArguments`` for
/// looking them up, so that a misspelt name does not compile.
public struct OptionSpec: Sendable, Hashable {
  /// The value that an option takes.
  public struct Value: Sendable, Hashable {
    /// The word that stands for it in help, such as `FILE`.
    public let name: String
    /// What it may be.
    public let kind: ValueKind
  }

  /// Whether a command can do without the option.
  public enum Need: Sendable, Hashable {
    /// Nothing is missing without it.
    case optional
    /// The command asks for it on a terminal, and complains elsewhere.
    case asked
    /// The parser refuses a command line without it.
    case required
  }

  /// The long name, without dashes.
  public let name: String
  /// The letter that stands for it behind a single dash.
  public let short: Character?
  /// The value it takes; `nil` for a flag.
  public let value: Value?
  /// Whether a command can do without it.
  public let need: Need
  /// Whether it may be given more than once.
  public let isRepeatable: Bool
  /// One sentence: lower case, no full stop.
  public let help: String

  /// Makes a flag.
  public init(flag name: String, short: Character? = nil, help: String) {
    self.name = name
    self.short = short
    value = nil
    need = .optional
    isRepeatable = false
    self.help = help
  }

  /// Makes an option that takes a value.
  public init(
    _ name: String,
    short: Character? = nil,
    value: String,
    _ kind: ValueKind = .text,
    need: Need = .optional,
    isRepeatable: Bool = false,
    help: String
  ) {
    self.name = name
    self.short = short
    self.value = Value(name: value, kind: kind)
    self.need = need
    self.isRepeatable = isRepeatable
    self.help = help
  }

  /// The flag that asks for help; every program has it.
  public static let help = OptionSpec(flag: "help", short: "h", help: "show this help")

  /// The flag that asks for the program's version; every program has it.
  public static let version = OptionSpec(flag: "version", help: "show the version")

  /// The option as it is written: `--exec EXEC`, `--json`.
  var synopsis: String { value.map { "--\(name) \($0.name)" } ?? "--\(name)" }
}
