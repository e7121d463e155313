import Diagnostics

extension Renderer {
  /// Whether a condition holds.
  @inline(__always)
  mutating func holds(_ condition: Branch.Condition) throws(Diagnostic) -> Bool {
    switch condition {
    case .always: return true
    case .truth(let ref):
      if let place = unsafe place(of: ref) { return unsafe place.pointee.isTruthy }
      return try isTruthy(ref)
    case .chain(let chain):
      return try unsafe holds(program.comparisons.address(of: chain), count: Int(chain.count))
    }
  }

  @inline(never)
  private mutating func isTruthy(_ ref: Ref<Expression>) throws(Diagnostic) -> Bool {
    try operand(ref).view.isTruthy
  }

  /// Whether a chain of comparisons holds.
  ///
  /// The right side of `and` and `or` reaches to the end, and is not looked at where the left side
  /// decides.
  @inline(never)
  @unsafe private mutating func holds(_ first: UnsafePointer<Comparison>, count: Int)
    throws(Diagnostic) -> Bool
  {
    var next = unsafe first
    for _ in 0..<count {
      let comparison = unsafe next
      unsafe next += 1
      let holds = try holds(unsafe comparison.pointee)
      switch unsafe comparison.pointee.link {
      case .or where holds: return true
      case .and where !holds: return false
      case .end: return holds
      default: continue
      }
    }
    return true
  }

  @inline(__always)
  private mutating func holds(_ comparison: Comparison) throws(Diagnostic) -> Bool {
    switch comparison.operation {
    case .truth: return try operand(comparison.left).view.isTruthy
    case .equal: return try areEqual(comparison.left, comparison.right)
    case .notEqual: return try !areEqual(comparison.left, comparison.right)
    case .contains:
      if isQuestion(comparison.left) { return false }
      let right = try operand(comparison.right)
      return try contains(operand(comparison.left), right)
    default:
      if isQuestion(comparison.left) || isQuestion(comparison.right) { return false }
      let left = try operand(comparison.left)
      let right = try operand(comparison.right)
      if case .int(let left) = left.view, case .int(let right) = right.view {
        return comparison.operation.holds(left, right)
      }
      return try isOrdered(left.value, right.value, comparison)
    }
  }

  /// Whether a side is one of the words `empty` and `blank`, which only ask about the other side.
  private func isQuestion(_ ref: Ref<Expression>) -> Bool {
    switch program.expressions[ref] {
    case .empty, .blank: true
    default: false
    }
  }

  /// Whether two sides are equal, the words `empty` and `blank` asking a question of the other one.
  mutating func areEqual(_ left: Ref<Expression>, _ right: Ref<Expression>) throws(Diagnostic)
    -> Bool
  {
    // The words stand nowhere.
    if let left = unsafe place(of: left), let right = unsafe place(of: right) {
      return unsafe Value.areEqual(left, right)
    }
    switch (program.expressions[left], program.expressions[right]) {
    case (.empty, .empty), (.empty, .blank), (.blank, .empty), (.blank, .blank): return false
    case (.empty, _): return try evaluate(right).isEmpty
    case (_, .empty): return try evaluate(left).isEmpty
    case (.blank, _): return try evaluate(right).isBlank
    case (_, .blank): return try evaluate(left).isBlank
    default: return try equals(right, operand(left))
    }
  }

  /// Whether an expression gives a value, or is a word that asks a question of it.
  mutating func equals(_ ref: Ref<Expression>, _ value: Operand) throws(Diagnostic) -> Bool {
    if let place = unsafe place(of: ref) {
      if case .place(let other) = value { return unsafe Value.areEqual(other, place) }
      return unsafe value.equals(.place(place))
    }
    return switch program.expressions[ref] {
    case .empty: value.value.isEmpty
    case .blank: value.value.isBlank
    default: try value.equals(operand(ref))
    }
  }

  /// What the operator `contains` asks: a text in a text, an item of a list, a name of an object.
  private func contains(_ whole: Operand, _ part: Operand) -> Bool {
    guard part.view.isTruthy else { return false }
    switch whole.view {
    case .string: return whole.value.text.bytes.contains(part.value.converted)
    case .array(let items):
      for index in 0..<items.count {
        if let base = items.baseAddress, unsafe Operand.place(base + index).equals(part) {
          return true
        }
      }
      return false
    case .object(let entries):
      guard case .string(let name) = part.view else { return false }
      return unsafe Object.find(NameKey(name), in: entries) != nil
    case .range(let first, let last):
      if case .int(let number) = part.view { return first <= number && number <= last }
      return false
    default: return false
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

extension Comparison.Operator {
  /// Whether two whole numbers stand in this order.
  fileprivate func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }
}

extension Operand {
  /// Whether two values are equal; texts and whole numbers, the usual case, are compared in place.
  fileprivate func equals(_ other: Operand) -> Bool {
    switch (view, other.view) {
    case (.string(let left), .string(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.nil, .nil): true
    case (.nil, _), (_, .nil): false
    default: value == other.value
    }
  }
}

extension Value {
  /// Whether two values are equal, looked at where they stand.
  @inline(__always)
  @unsafe static func areEqual(_ left: UnsafePointer<Value>, _ right: UnsafePointer<Value>)
    -> Bool
  {
    if case .string(let left) = unsafe left.pointee.view,
      case .string(let right) = unsafe right.pointee.view
    {
      return left == right
    }
    return unsafe Operand.place(left).equals(.place(right))
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
}
