import Diagnostics

extension FilterTable {
  /// What changes a text letter by letter or at its ends.
  static let letterFilters = [
    Filter("upcase") { input, _, context throws(Diagnostic) in
      try context.charged(LetterCase.upper(input.converted))
    },
    Filter("downcase") { input, _, context throws(Diagnostic) in
      try context.charged(LetterCase.lower(input.converted))
    },
    Filter("capitalize") { input, _, context throws(Diagnostic) in
      try context.charged(LetterCase.capitalized(input.converted))
    },
    Filter("append", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try joined(input.converted, arguments[0].converted, &context)
    },
    Filter("prepend", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try joined(arguments[0].converted, input.converted, &context)
    },
    Filter("strip") { input, _, _ in trimmed(input, atStart: true, atEnd: true) },
    Filter("lstrip") { input, _, _ in trimmed(input, atStart: true, atEnd: false) },
    Filter("rstrip") { input, _, _ in trimmed(input, atStart: false, atEnd: true) },
    Filter("strip_newlines") { input, _, _ in withoutLineBreaks(input) },
    Filter("newline_to_br") { input, _, context throws(Diagnostic) in
      try withBreakTags(input.converted, &context)
    },
  ]

  private static func joined(_ first: [UInt8], _ second: [UInt8], _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    try context.charge(bytes: first.count + second.count)
    var result = first
    result += second
    return .string(result)
  }

  /// Ruby strips NUL as well, wherever it strips white space.
  private static func trimmed(_ input: Value, atStart: Bool, atEnd: Bool) -> Value {
    let bytes = input.converted
    var rest = bytes[...]
    if atStart { rest = rest.drop { $0.isSpace || $0 == 0 } }
    if atEnd { while let last = rest.last, last.isSpace || last == 0 { rest.removeLast() } }
    if rest.count == bytes.count, case .string = input { return input }
    return .string(Text(Array(rest), isMarkup: input.isMarkup))
  }

  private static func withoutLineBreaks(_ input: Value) -> Value {
    let bytes = input.converted
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        result.append(byte)
        continue
      }
      if result.last == UInt8(ascii: "\r") { result.removeLast() }
    }
    return .string(Text(result, isMarkup: input.isMarkup))
  }

  private static func withBreakTags(_ bytes: [UInt8], _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    let tag = "<br />\n".utf8
    let breaks = bytes.count { $0 == UInt8(ascii: "\n") }
    try context.charge(bytes: bytes.count + breaks * tag.count)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + breaks * tag.count)
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        result.append(byte)
        continue
      }
      if result.last == UInt8(ascii: "\r") { result.removeLast() }
      result += tag
    }
    return .string(result)
  }
}

extension Value {
  /// Whether it is a text that a tag or a capture made.
  fileprivate var isMarkup: Bool {
    if case .string(let text) = self { text.isMarkup } else { false }
  }
}
