/// What a command line said, checked against its ``CommandSpec``.
public struct ParsedArguments: Sendable, Hashable {
  private var options: [String: [String]] = [:]
  private var operands: [String: [String]] = [:]

  /// Returns whether a flag was given.
  public func flag(_ option: OptionSpec) -> Bool { options[option.name] != nil }

  /// Returns the value of an option, or `nil` if it was not given.
  public func value(_ option: OptionSpec) -> String? { options[option.name]?.last }

  /// Returns all values of a repeatable option, in the order given.
  public func values(_ option: OptionSpec) -> [String] { options[option.name] ?? [] }

  /// Returns the number that was given to an option of kind ``ValueKind/integer(_:)``.
  public func int(_ option: OptionSpec) -> Int? { value(option).flatMap { Int($0) } }

  /// Returns the argument that stands for an operand, or `nil` if there is none.
  public func operand(_ operand: OperandSpec) -> String? { operands[operand.name]?.first }

  /// Returns all arguments that stand for an operand.
  public func operands(_ operand: OperandSpec) -> [String] { operands[operand.name] ?? [] }

  mutating func add(_ value: String, to option: OptionSpec) {
    options[option.name, default: []].append(value)
  }

  mutating func add(_ values: [String], to operand: OperandSpec) {
    operands[operand.name] = values
  }
}
