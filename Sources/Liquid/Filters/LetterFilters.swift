import Diagnostics

extension FilterTable {
  /// What changes a text letter by letter or at its ends.
  static let letterFilters = [
    Filter(
      "upcase",
      writing: { input, _, output, _ in
        input.withText { LetterCase.writeUpper($0, to: &output) }
      }
    ),
    Filter(
      "downcase",
      writing: { input, _, output, _ in
        input.withText { LetterCase.writeLower($0, to: &output) }
      }
    ),
    Filter(
      "capitalize",
      writing: { input, _, output, _ in
        input.withText { LetterCase.writeCapitalized($0, to: &output) }
      }
    ),
    Filter(
      "append",
      arity: 1...1,
      writing: { input, arguments, output, _ in
        input.withText { output.append($0) }
        arguments.first.withText { output.append($0) }
      }
    ),
    Filter(
      "prepend",
      arity: 1...1,
      writing: { input, arguments, output, _ in
        arguments.first.withText { output.append($0) }
        input.withText { output.append($0) }
      }
    ),
    Filter(
      "strip",
      keepsMarkup: true,
      writing: { input, _, output, _ in
        input.withText { output.append(trimmed($0, atStart: true, atEnd: true)) }
      }
    ),
    Filter(
      "lstrip",
      keepsMarkup: true,
      writing: { input, _, output, _ in
        input.withText { output.append(trimmed($0, atStart: true, atEnd: false)) }
      }
    ),
    Filter(
      "rstrip",
      keepsMarkup: true,
      writing: { input, _, output, _ in
        input.withText { output.append(trimmed($0, atStart: false, atEnd: true)) }
      }
    ),
    Filter("strip_newlines") { input, _, _ in withoutLineBreaks(input) },
    Filter("newline_to_br") { input, _, context throws(Diagnostic) in
      try withBreakTags(input.converted, &context)
    },
  ]

  /// Ruby strips NUL as well, wherever it strips white space.
  private static func trimmed(_ bytes: Bytes, atStart: Bool, atEnd: Bool) -> Bytes {
    var (start, end) = (0, bytes.count)
    if atStart { while start < end, bytes[start].isSpace || bytes[start] == 0 { start += 1 } }
    if atEnd { while start < end, bytes[end - 1].isSpace || bytes[end - 1] == 0 { end -= 1 } }
    return bytes[start..<end]
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
  var isMarkup: Bool {
    if case .string(let text) = self { text.isMarkup } else { false }
  }
}
