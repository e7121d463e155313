import Diagnostics

extension Value {
  /// The text that a filter takes it for: Ruby's `to_s`, which writes a list with its brackets.
  var converted: [UInt8] {
    switch self {
    case .string(let text): return text.bytes
    case .array:
      var bytes: [UInt8] = []
      appendInspected(to: &bytes)
      return bytes
    default: return text.bytes
    }
  }

  /// The whole number that a position or a length must be.
  ///
  /// Texts count as in Ruby's `Integer()`: a sign, digits with single underscores, white space
  /// around. A number that does not fit is as far as any text is long.
  ///
  /// - Throws: `liquid.invalid-integer`, for a fraction as well.
  func requiredInteger() throws(Diagnostic) -> Int {
    if case .int(let value) = self { return value }
    guard case .string(let text) = self, let value = Self.integer(writtenAs: text.bytes) else {
      throw .notAnInteger()
    }
    return value
  }

  private static func integer(writtenAs bytes: [UInt8]) -> Int? {
    let underscore = UInt8(ascii: "_")
    var rest = bytes.drop(while: \.isSpace)
    while rest.last?.isSpace == true { rest.removeLast() }
    let isSigned = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+")
    let digits = isSigned ? rest.dropFirst() : rest
    guard digits.first?.isDigit == true, digits.last?.isDigit == true,
      digits.allSatisfy({ $0.isDigit || $0 == underscore }),
      !zip(digits, digits.dropFirst()).contains(where: { $0 == underscore && $1 == underscore })
    else { return nil }
    return leadingInteger(of: rest.filter { $0 != underscore })
  }

  /// The items that a filter for lists works on: lists in lists are opened, an object is one item,
  /// and so is any other value but `nil`.
  func items(_ context: inout FilterContext) throws(Diagnostic) -> [Value] {
    switch self {
    case .nil: return []
    case .array(let items):
      guard items.contains(where: \.isList) else { return items }
      var result: [Value] = []
      Self.flatten(items, into: &result)
      return result
    case .range(let first, let last):
      try context.charge(items: Self.count(from: first, through: last))
      return first <= last ? (first...last).map { .int($0) } : []
    default: return [self]
    }
  }

  private static func flatten(_ items: [Value], into result: inout [Value]) {
    for item in items {
      if case .array(let inner) = item {
        flatten(inner, into: &result)
      } else {
        result.append(item)
      }
    }
  }

  private var isList: Bool { if case .array = self { true } else { false } }
}

extension FilterContext {
  /// Accounts for a list that is about to be made.
  mutating func charge(items count: Int) throws(Diagnostic) {
    let (bytes, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try charge(bytes: overflows ? .max : bytes)
  }

  /// Accounts for a text that was made, and returns it as a value.
  mutating func charged(_ bytes: [UInt8]) throws(Diagnostic) -> Value {
    try charge(bytes: bytes.count)
    return .string(bytes)
  }
}
