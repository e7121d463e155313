import Diagnostics

extension FilterTable {
  /// What looks at the items of a list by a property.
  static let propertyFilters = [
    Filter("map", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try map(input, Property(arguments[0]), &context)
    },
    Filter("where", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      let test = Test(arguments)
      return try select(input, &context) { (item) throws(Diagnostic) in try test.accepts(item) }
    },
    Filter("reject", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      let test = Test(arguments)
      return try select(input, &context) { (item) throws(Diagnostic) in
        try test.accepts(item).map { !$0 }
      }
    },
    Filter("find", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try firstMatch(input, arguments, &context) { $1 }
    },
    Filter("find_index", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try firstMatch(input, arguments, &context) { position, _ in .int(position) }
    },
    Filter("has", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try firstMatch(input, arguments, otherwise: false, &context) { _, _ in true }
    },
    Filter("compact", arity: 0...1) { input, arguments, context throws(Diagnostic) in
      guard !arguments[0].isNil else {
        return try select(input, &context) { !$0.isNil }
      }
      let property = Property(arguments[0])
      return try select(input, &context) { (item) throws(Diagnostic) in
        try property.value(of: item).map { !$0.isNil }
      }
    },
    Filter("uniq", arity: 0...1) { input, arguments, context throws(Diagnostic) in
      try unique(input, arguments[0], &context)
    },
    Filter("sum", arity: 0...1) { input, arguments, context throws(Diagnostic) in
      try sum(input, arguments[0], &context)
    },
  ]

  private static func map(_ input: Value, _ property: Property, _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    let items = try input.items(&context)
    try context.charge(items: items.count)
    var result: [Value] = []
    result.reserveCapacity(items.count)
    for item in items { result.append(try property.value(of: item) ?? .nil) }
    return .array(result)
  }

  /// Keeps the items that pass; gives `nil` for the whole where the question makes no sense.
  private static func select(
    _ input: Value,
    _ context: inout FilterContext,
    _ passes: (Value) throws(Diagnostic) -> Bool?
  ) throws(Diagnostic) -> Value {
    let items = try input.items(&context)
    try context.charge(items: items.count)
    var result: [Value] = []
    for item in items {
      guard let isIn = try passes(item) else { return .nil }
      if isIn { result.append(item) }
    }
    return .array(result)
  }

  private static func firstMatch(
    _ input: Value,
    _ arguments: Arguments,
    otherwise: Value = .nil,
    _ context: inout FilterContext,
    _ result: (Int, Value) -> Value
  ) throws(Diagnostic) -> Value {
    let test = Test(arguments)
    for (position, item) in try input.items(&context).enumerated() {
      guard let accepts = try test.accepts(item) else { return .nil }
      if accepts { return result(position, item) }
    }
    return otherwise
  }

  private static func unique(_ input: Value, _ key: Value, _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    let items = try input.items(&context)
    // Ruby does not look at the only item of a list.
    guard items.count > 1 else { return .array(items) }
    try context.charge(items: items.count * 3)
    var seen: Set<Distinct> = []
    guard !key.isNil else { return .array(items.filter { seen.insert(Distinct($0)).inserted }) }
    let property = Property(key)
    return try select(input, &context) { (item) throws(Diagnostic) in
      try property.value(of: item).map { seen.insert(Distinct($0)).inserted }
    }
  }

  private static func sum(_ input: Value, _ key: Value, _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    let items = try input.items(&context)
    let property = key.isNil ? nil : Property(key)
    var result = Number.int(0)
    for item in items {
      var value = item
      if let property { value = try property.value(of: item) ?? .nil }
      for inner in try value.items(&context) {
        result = try Arithmetic.plus(result, inner.number)
      }
    }
    return result.value
  }
}

/// Whether an item has a property, or has it with a value.
private struct Test {
  private let property: Property
  private let target: Value

  init(_ arguments: Arguments) {
    property = Property(arguments[0])
    target = arguments[1]
  }

  /// Returns `nil` for an item of a kind without properties.
  func accepts(_ item: Value) throws(Diagnostic) -> Bool? {
    guard let value = try property.value(of: item) else { return nil }
    return target.isNil ? value.isTruthy : value == target
  }
}

/// A value as `uniq` tells it from others: the whole number 1 and the fraction 1.0 are two.
private struct Distinct: Hashable {
  private let value: Value
  private let isFloat: Bool

  init(_ value: Value) {
    self.value = value
    if case .float = value { isFloat = true } else { isFloat = false }
  }
}
