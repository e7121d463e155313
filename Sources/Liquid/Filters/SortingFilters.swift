import Diagnostics

extension FilterTable {
  /// What orders a list; what is `nil` comes last, and equal items keep their order.
  static let sortingFilters = [
    Filter("sort", arity: 0...1) { input, arguments, context throws(Diagnostic) in
      try sorted(input, by: arguments[0], &context) { (values) throws(Diagnostic) in
        try ranks(of: values)
      }
    },
    Filter("sort_natural", arity: 0...1) { input, arguments, context throws(Diagnostic) in
      try sorted(input, by: arguments[0], &context) { values in
        values.map { $0.isNil ? .nil : .string($0.converted.map(LetterCase.lower)) }
      }
    },
  ]

  private static func sorted(
    _ input: Value,
    by property: Value,
    _ context: inout FilterContext,
    ranks: ([Value]) throws(Diagnostic) -> [Value]
  ) throws(Diagnostic) -> Value {
    let items = try input.items(&context)
    guard property.isNil || Property.areKnown(to: items) else { return .nil }
    guard items.count > 1 else { return .array(items) }
    try context.charge(items: items.count * 3)
    let keys = try ranks(property.isNil ? items : Property(property).values(of: items))
    let order = items.indices.sorted { precedes(keys[$0], keys[$1]) ?? ($0 < $1) }
    return .array(order.map { items[$0] })
  }

  /// Returns whether one key stands before another, or `nil` if neither does.
  private static func precedes(_ left: Value, _ right: Value) -> Bool? {
    switch Value.order(left, right) {
    case .less: true
    case .greater: false
    case .equal: nil
    case nil: left.isNil == right.isNil ? nil : right.isNil
    }
  }

  /// Returns the values if each can be compared with each.
  private static func ranks(of values: [Value]) throws(Diagnostic) -> [Value] {
    let present = values.filter { !$0.isNil }
    guard let first = present.first else { return values }
    let isSorted = present.allSatisfy { Value.order(first, $0) != nil || first == $0 }
    guard isSorted else { throw .incomparable() }
    return values
  }
}
