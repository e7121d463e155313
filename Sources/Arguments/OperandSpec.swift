/// One operand of a command: what stands on the command line without a dash.
public struct OperandSpec: Sendable, Hashable {
  /// How many arguments it takes.
  public enum Arity: Sendable, Hashable {
    /// Exactly one.
    case one
    /// One or none.
    case optional
    /// Any number, none included.
    case any
    /// At least one.
    case some

    /// The fewest that it takes.
    var least: Int { self == .one || self == .some ? 1 : 0 }
    /// The most that it takes.
    var most: Int { self == .any || self == .some ? .max : 1 }
  }

  /// The word that stands for it in help, such as `DRAFT`.
  public let name: String
  /// How many arguments it takes.
  public let arity: Arity
  /// What each may be.
  public let kind: ValueKind
  /// One sentence: lower case, no full stop.
  public let help: String

  /// Makes an operand.
  public init(_ name: String, _ arity: Arity = .one, _ kind: ValueKind = .text, help: String) {
    self.name = name
    self.arity = arity
    self.kind = kind
    self.help = help
  }

  /// The operand as it stands in a usage line: `DRAFT`, `[DRAFT]`, `[DRAFT...]`, `DRAFT...`.
  var synopsis: String {
    switch arity {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)...]"
    case .some: "\(name)..."
    }
  }
}
