import Diagnostics

extension FilterTable {
  /// What exchanges or removes a part of a text.
  static let replacementFilters = [
    Filter("replace", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try replaced(input, arguments[0], by: arguments[1], limit: .max, &context)
    },
    Filter("replace_first", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try replaced(input, arguments[0], by: arguments[1], limit: 1, &context)
    },
    Filter("replace_last", arity: 2...2) { input, arguments, context throws(Diagnostic) in
      try lastReplaced(input, arguments[0], by: arguments[1], &context)
    },
    Filter("remove", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try replaced(input, arguments[0], by: .nil, limit: .max, &context)
    },
    Filter("remove_first", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try replaced(input, arguments[0], by: .nil, limit: 1, &context)
    },
    Filter("remove_last", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try lastReplaced(input, arguments[0], by: .nil, &context)
    },
  ]

  private static func replaced(
    _ input: Value,
    _ pattern: Value,
    by replacement: Value,
    limit: Int,
    _ context: inout FilterContext
  ) throws(Diagnostic) -> Value {
    let bytes = input.converted
    let pattern = pattern.converted
    var matches = Matches(of: pattern, in: bytes)
    var next = matches.next()
    guard next != nil else { return .string(bytes) }
    let replacement = Replacement(replacement.converted)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + replacement.bytes.count)
    var end = 0
    var count = 0
    while let match = next, count < limit, result.count <= context.limits.valueBytes {
      result += bytes[end..<match]
      end = match + pattern.count
      replacement.append(match: match..<end, of: bytes, to: &result)
      count += 1
      next = matches.next()
    }
    result += bytes[end...]
    return try context.charged(result)
  }

  private static func lastReplaced(
    _ input: Value,
    _ pattern: Value,
    by replacement: Value,
    _ context: inout FilterContext
  ) throws(Diagnostic) -> Value {
    let bytes = input.converted
    let pattern = pattern.converted
    let replacement = replacement.converted
    guard let match = Matches.last(of: pattern, in: bytes) else { return .string(bytes) }
    try context.charge(bytes: bytes.count + replacement.count)
    return .string(bytes[..<match] + replacement + bytes[(match + pattern.count)...])
  }
}

/// The text that stands in for a match, in which Ruby reads backslashes: `\0` and `\&` are the
/// match, `` \` `` and `\'` what stands before and behind it, `\\` a backslash, `\1` nothing.
private struct Replacement {
  let bytes: [UInt8]
  let isPlain: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isPlain = !bytes.contains(UInt8(ascii: "\\"))
  }

  func append(match: Range<Int>, of text: [UInt8], to result: inout [UInt8]) {
    guard !isPlain else {
      result += bytes
      return
    }
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let code = rest.first else {
        result.append(byte)
        continue
      }
      rest.removeFirst()
      switch code {
      case UInt8(ascii: "0"), UInt8(ascii: "&"): result += text[match]
      case UInt8(ascii: "1")...UInt8(ascii: "9"): break
      case UInt8(ascii: "`"): result += text[..<match.lowerBound]
      case UInt8(ascii: "'"): result += text[match.upperBound...]
      case UInt8(ascii: "\\"): result.append(code)
      default: result += [byte, code]
      }
    }
  }
}
