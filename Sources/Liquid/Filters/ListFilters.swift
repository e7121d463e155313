import Diagnostics

extension FilterTable {
  /// What works on lists as they are.
  static let listFilters = [
    Filter(
      "join",
      arity: 0...1,
      writing: { input, arguments, output, context throws(Diagnostic) in
        try join(input, by: arguments, &output, &context)
      }
    ),
    Filter("first") { input, _, _ in first(of: input) },
    Filter("last") { input, _, _ in last(of: input) },
    Filter("reverse") { input, _, context throws(Diagnostic) in
      let items = try input.items(&context)
      try context.charge(items: items.count)
      return .array(items.reversed())
    },
    Filter("concat", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      guard case .array(let others) = arguments[0] else { throw Diagnostic.notAList() }
      let items = try input.items(&context)
      try context.charge(items: items.count + others.count)
      return .array(items + others)
    },
    Filter("size") { input, _, _ in
      // A whole number is eight bytes large in Ruby, and Liquid says so.
      if case .int = input { return 8 }
      return .int(input.size ?? 0)
    },
  ]

  private static func join(
    _ input: Operand,
    by arguments: Operands,
    _ output: inout Output,
    _ context: inout FilterContext
  ) throws(Diagnostic) {
    if case .array(let items) = input.view, unsafe !hasLists(items) {
      return unsafe write(items, by: arguments, &output, limit: context.limits.valueBytes)
    }
    let items = try input.value.items(&context)
    unsafe items.withUnsafeBufferPointer {
      unsafe write($0, by: arguments, &output, limit: context.limits.valueBytes)
    }
  }

  @unsafe private static func hasLists(_ items: UnsafeBufferPointer<Value>) -> Bool {
    for index in items.indices {
      if case .array = unsafe items[index] { return true }
    }
    return false
  }

  @unsafe private static func write(
    _ items: UnsafeBufferPointer<Value>,
    by arguments: Operands,
    _ output: inout Output,
    limit: Int
  ) {
    let start = output.count
    for index in items.indices {
      if index > 0 {
        if arguments.count > 0 {
          arguments.first.withText { output.append($0) }
        } else {
          output.append(UInt8(ascii: " "))
        }
      }
      unsafe output.append(items[index])
      guard output.count - start <= limit else { break }
    }
  }

  /// An object's first item is its first entry, as a list of name and value.
  private static func first(of input: Value) -> Value {
    switch input {
    case .array(let items): items.first ?? .nil
    case .range(let first, let last): first <= last ? .int(first) : .nil
    case .object(let object):
      object.keys.first.map { .array([.string($0), object[$0] ?? .nil]) } ?? .nil
    case .string(let text): .string(text.firstLetter)
    default: .nil
    }
  }

  private static func last(of input: Value) -> Value {
    switch input {
    case .array(let items): items.last ?? .nil
    case .range(let first, let last): first <= last ? .int(last) : .nil
    case .string(let text): .string(text.lastLetter)
    default: .nil
    }
  }
}

extension Text {
  /// The first code point, or nothing of an empty text.
  var firstLetter: [UInt8] { Array(bytes[..<CodePoints.offset(of: 1, in: bytes)]) }

  /// The last code point, or nothing of an empty text.
  var lastLetter: [UInt8] { Array(bytes[(bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0)...]) }
}
