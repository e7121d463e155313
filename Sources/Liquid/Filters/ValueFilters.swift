import Diagnostics

extension FilterTable {
  /// What takes any value.
  static let valueFilters = [
    Filter("default", arity: 0...2, named: ["allow_false"], action: .choose) {
      input,
      arguments,
      _ in
      let keepsFalse = arguments[allowFalse]?.isTruthy ?? false
      let isMissing = keepsFalse ? input.isNil : !input.isTruthy
      guard isMissing || input.isEmpty else { return input }
      return arguments.count > 0 ? arguments[0] : ""
    },
    Filter("date", arity: 1...1, printing: printDate) {
      input,
      arguments,
      context throws(Diagnostic) in
      let result = try date(input, arguments[0].converted, context)
      if case .string(let text) = result { try context.charge(bytes: text.bytes.count) }
      return result
    },
  ]

  private static let allowFalse: Text = "allow_false"

  /// What is no date, and any date without a format, comes back as it is.
  private static func date(_ input: Value, _ format: [UInt8], _ context: FilterContext)
    throws(Diagnostic) -> Value
  {
    guard !format.isEmpty, let time = Time(input, clock: context.clock) else { return input }
    return .string(try Strftime.format(time, by: format, limit: context.limits.valueBytes))
  }

  /// Writes a day that stands alone without asking the clock for a zone.
  private static func printDate(
    _ input: Operand,
    _ arguments: Operands,
    _ output: inout Output,
    _ context: inout FilterContext
  ) throws(Diagnostic) {
    if case .string(let text) = input.view, case .string(let format) = arguments.first.view,
      !format.isEmpty, let day = PlainDate(day: text), day.write(by: format, to: &output)
    {
      return
    }
    output.append(try date(input.value, arguments.first.value.converted, context))
  }

  /// Returns what `default` gives in a plain call.
  static func choose(_ input: Operand, _ arguments: Operands) -> Operand {
    let isMissing =
      switch input.view {
      case .nil, .bool(false): true
      case .string(let text): text.isEmpty
      case .array(let items): items.isEmpty
      case .object(let entries): entries.isEmpty
      default: false
      }
    guard isMissing else { return input }
    return arguments.count > 0 ? arguments.first : .emptyText
  }
}
