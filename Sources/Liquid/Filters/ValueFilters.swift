import Diagnostics

extension FilterTable {
  /// What takes any value.
  static let valueFilters = [
    Filter("default", arity: 0...2, named: ["allow_false"]) { input, arguments, _ in
      let keepsFalse = arguments[allowFalse]?.isTruthy ?? false
      let isMissing = keepsFalse ? input.isNil : !input.isTruthy
      guard isMissing || input.isEmpty else { return input }
      return arguments.count > 0 ? arguments[0] : ""
    },
    Filter("date", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try date(input, arguments[0].converted, &context)
    },
  ]

  private static let allowFalse: Text = "allow_false"

  /// What is no date, and any date without a format, comes back as it is.
  private static func date(_ input: Value, _ format: [UInt8], _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    guard !format.isEmpty, let time = Time(input, clock: context.clock) else { return input }
    let result = try Strftime.format(time, by: format, limit: context.limits.valueBytes)
    return try context.charged(result)
  }
}
