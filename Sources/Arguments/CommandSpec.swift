/// All that there is to know about one command before it runs.
///
/// Parsing, help, the manual and the shells' completions are derived from it.
public struct CommandSpec: Sendable, Hashable {
  /// A command line to copy, and what it is good for.
  public struct Example: Sendable, Hashable {
    /// The command line.
    public let line: String
    /// What it does: lower case, no full stop.
    public let help: String

    /// Makes an example.
    public init(_ line: String, _ help: String) {
      self.line = line
      self.help = help
    }
  }

  /// The words that call it, such as `draft` or `results add`.
  public let name: String
  /// The heading under which the overview lists it.
  public let group: String
  /// What it does in a few words: lower case, no full stop.
  public let summary: String
  /// What there is to know beyond the summary; blank lines part paragraphs.
  public let description: String
  /// What stands on its command line without a dash, in order.
  public let operands: [OperandSpec]
  /// The options of its own.
  public let options: [OptionSpec]
  /// Command lines to copy.
  public let examples: [Example]

  /// Makes a command.
  public init(
    _ name: String,
    group: String,
    summary: String,
    description: String = "",
    operands: [OperandSpec] = [],
    options: [OptionSpec] = [],
    examples: [Example] = []
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.description = description
    self.operands = operands
    self.options = options
    self.examples = examples
  }

  /// The words that call it, one by one.
  var words: [Substring] { name.split(separator: " ") }
}
