extension Value: Hashable {
  /// Ruby's `==`: numbers by their value whatever their kind, lists and objects by their content.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.nil, .nil): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.int(let a), .float(let b)), (.float(let b), .int(let a)): Double(exactly: a) == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    case (.range(let a, let b), .range(let c, let d)): a == c && b == d
    default: false
    }
  }

  /// Hashes equal numbers equally, whatever their kind.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .nil: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .int(let value): hasher.combine(Double(value))
    case .float(let value): hasher.combine(value)
    case .string(let text): hasher.combine(text)
    case .array(let items): hasher.combine(items)
    case .object(let object): hasher.combine(object)
    case .range(let first, let last):
      hasher.combine(first)
      hasher.combine(last)
    }
  }

  /// How two values can stand to each other.
  public enum Order: Sendable {
    case less, equal, greater
  }

  /// Ruby's `<=>`: the order of two numbers or two texts, and `nil` for any other pair.
  public static func order(_ left: Value, _ right: Value) -> Order? {
    switch (left, right) {
    case (.int(let a), .int(let b)): order(a, b)
    case (.float(let a), .float(let b)): a.isNaN || b.isNaN ? nil : order(a, b)
    case (.int(let a), .float(let b)): b.isNaN ? nil : order(Double(a), b)
    case (.float(let a), .int(let b)): a.isNaN ? nil : order(a, Double(b))
    case (.string(let a), .string(let b)): order(a, b)
    default: nil
    }
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Order {
    if a == b { .equal } else if a < b { .less } else { .greater }
  }
}
