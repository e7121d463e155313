import Diagnostics

extension Renderer {
  /// Whether a chain of comparisons holds.
  ///
  /// The right side of `and` and `or` reaches to the end, and is not looked at where the left side
  /// decides.
  mutating func holds(_ chain: Run<Comparison>) throws(Diagnostic) -> Bool {
    for index in chain.indices {
      let comparison = plan.program.comparisons[index]
      let holds = try holds(comparison)
      switch comparison.link {
      case .or where holds: return true
      case .and where !holds: return false
      case .end: return holds
      default: continue
      }
    }
    return true
  }

  private mutating func holds(_ comparison: Comparison) throws(Diagnostic) -> Bool {
    switch comparison.operation {
    case .truth: return try evaluate(comparison.left).isTruthy
    case .equal: return try areEqual(comparison.left, comparison.right)
    case .notEqual: return try !areEqual(comparison.left, comparison.right)
    case .contains:
      if isQuestion(comparison.left) { return false }
      return try evaluate(comparison.left).contains(evaluate(comparison.right))
    default:
      if isQuestion(comparison.left) || isQuestion(comparison.right) { return false }
      let left = try evaluate(comparison.left)
      let right = try evaluate(comparison.right)
      return try isOrdered(left, right, comparison)
    }
  }

  /// Whether a side is one of the words `empty` and `blank`, which only ask about the other side.
  private func isQuestion(_ ref: Ref<Expression>) -> Bool {
    switch plan.program.expressions[ref] {
    case .empty, .blank: true
    default: false
    }
  }

  /// Whether two sides are equal, the words `empty` and `blank` asking a question of the other one.
  mutating func areEqual(_ left: Ref<Expression>, _ right: Ref<Expression>) throws(Diagnostic)
    -> Bool
  {
    switch (plan.program.expressions[left], plan.program.expressions[right]) {
    case (.empty, .empty), (.empty, .blank), (.blank, .empty), (.blank, .blank): return false
    case (.empty, _): return try evaluate(right).isEmpty
    case (_, .empty): return try evaluate(left).isEmpty
    case (.blank, _): return try evaluate(right).isBlank
    case (_, .blank): return try evaluate(left).isBlank
    default: return try equals(right, evaluate(left))
    }
  }

  /// Whether an expression gives a value; a literal, the usual case, is compared where it stands.
  mutating func equals(_ ref: Ref<Expression>, _ value: Value) throws(Diagnostic) -> Bool {
    switch plan.program.expressions[ref] {
    case .constant(let constant): value.equals(plan.program.constants, at: constant)
    case .empty: value.isEmpty
    case .blank: value.isBlank
    default: try evaluate(ref) == value
    }
  }

  private mutating func isOrdered(_ left: Value, _ right: Value, _ comparison: Comparison)
    throws(Diagnostic) -> Bool
  {
    // As in Ruby only numbers and texts have an order; the rest compares as false.
    guard left.hasOrder, right.hasOrder else { return false }
    guard let order = Value.order(left, right) else {
      if left.isNumber, right.isNumber { return false }
      throw fail(.incomparable(left, right), at: comparison.place)
    }
    switch comparison.operation {
    case .less: return order == .less
    case .lessOrEqual: return order != .greater
    case .greater: return order == .greater
    default: return order != .less
    }
  }
}

extension Value {
  fileprivate func equals(_ constants: [Value], at ref: Ref<Value>) -> Bool {
    unsafe constants.withUnsafeBufferPointer { unsafe $0[Int(ref.position)] == self }
  }

  fileprivate var hasOrder: Bool {
    switch self {
    case .int, .float, .string: true
    default: false
    }
  }

  fileprivate var isNumber: Bool {
    switch self {
    case .int, .float: true
    default: false
    }
  }

  /// What the operator `contains` asks: a text in a text, an item of a list, a name of an object.
  fileprivate func contains(_ other: Value) -> Bool {
    guard other.isTruthy else { return false }
    switch self {
    case .string(let text): return text.bytes.contains(other.converted)
    case .array(let items): return items.contains(other)
    case .object(let object):
      if case .string(let name) = other { return object[name] != nil }
      return false
    case .range(let first, let last):
      if case .int(let number) = other { return first <= number && number <= last }
      return false
    default: return false
    }
  }
}
