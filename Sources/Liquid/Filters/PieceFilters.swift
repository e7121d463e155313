import Diagnostics

extension FilterTable {
  /// What takes a text apart.
  static let pieceFilters = [
    Filter("slice", arity: 1...2) { input, arguments, context throws(Diagnostic) in
      try slice(input, arguments, &context)
    },
    Filter("split", arity: 1...1) { input, arguments, context throws(Diagnostic) in
      try split(input.converted, by: arguments[0].converted, &context)
    },
    Filter("truncate", arity: 0...2) { input, arguments, context throws(Diagnostic) in
      try truncate(input, arguments, &context)
    },
    Filter("truncatewords", arity: 0...2) { input, arguments, context throws(Diagnostic) in
      try truncateWords(input, arguments, &context)
    },
  ]

  private static func slice(_ input: Value, _ arguments: Arguments, _ context: inout FilterContext)
    throws(Diagnostic) -> Value
  {
    let offset = try arguments[0].requiredInteger()
    let length = arguments[1].isTruthy ? try arguments[1].requiredInteger() : 1
    if case .array(let items) = input {
      guard let range = span(offset, length, of: items.count) else { return .array([]) }
      try context.charge(items: range.count)
      return .array(Array(items[range]))
    }
    let bytes = input.converted
    guard let range = span(offset, length, of: Text(bytes).scalarCount) else {
      return .string([])
    }
    let start = CodePoints.offset(of: range.lowerBound, in: bytes)
    let end = CodePoints.offset(of: range.count, in: bytes, from: start)
    return try context.charged(Array(bytes[start..<end]))
  }

  /// Returns the positions that Ruby's `slice` takes, or `nil` where it gives nothing.
  private static func span(_ offset: Int, _ length: Int, of count: Int) -> Range<Int>? {
    guard length >= 0, offset <= count, offset >= -count else { return nil }
    let start = offset < 0 ? count + offset : offset
    return start..<(start + min(length, count - start))
  }

  private static func truncate(
    _ input: Value,
    _ arguments: Arguments,
    _ context: inout FilterContext
  ) throws(Diagnostic) -> Value {
    guard !input.isNil else { return .nil }
    let bytes = input.converted
    let length = arguments.count > 0 ? try arguments[0].requiredInteger() : 50
    let ellipsis = arguments.count > 1 ? arguments[1].converted : Array("...".utf8)
    guard Text(bytes).scalarCount > length else { return .string(bytes) }
    let (kept, overflows) = length.subtractingReportingOverflow(Text(ellipsis).scalarCount)
    let end = CodePoints.offset(of: overflows ? 0 : max(0, kept), in: bytes)
    return try context.charged(bytes[..<end] + ellipsis)
  }

  private static func truncateWords(
    _ input: Value,
    _ arguments: Arguments,
    _ context: inout FilterContext
  ) throws(Diagnostic) -> Value {
    guard !input.isNil else { return .nil }
    let bytes = input.converted
    let wanted = max(1, arguments.count > 0 ? try arguments[0].requiredInteger() : 15)
    let words = Words(bytes, limit: wanted)
    guard !words.reachEnd else { return .string(bytes) }
    let ellipsis = arguments.count > 1 ? arguments[1].converted : Array("...".utf8)
    return try context.charged(words.joined + ellipsis)
  }

  private static func split(
    _ bytes: [UInt8],
    by separator: [UInt8],
    _ context: inout FilterContext
  ) throws(Diagnostic) -> Value {
    var pieces: [ArraySlice<UInt8>]
    if separator.isEmpty {
      pieces = CodePoints.all(in: bytes)
    } else if separator == [UInt8(ascii: " ")] {
      pieces = words(of: bytes)
    } else {
      pieces = []
      var rest = bytes[...]
      for match in Matches(of: separator, in: bytes) {
        pieces.append(rest[..<match])
        rest = bytes[(match + separator.count)...]
      }
      pieces.append(rest)
    }
    while pieces.last?.isEmpty == true { pieces.removeLast() }
    // Each piece becomes an array of its own.
    try context.charge(bytes: bytes.count)
    try context.charge(items: pieces.count * 3)
    return .array(pieces.map { .string(Array($0)) })
  }
}

extension FilterTable {
  private static func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index].isSpace {
      if index > start { words.append(bytes[start..<index]) }
      start = index + 1
    }
    if start < bytes.count { words.append(bytes[start...]) }
    return words
  }
}

/// The first words of a text with single spaces between them.
private struct Words {
  private(set) var joined: [UInt8] = []
  /// Whether the text has no further words, nor white space behind the last.
  private(set) var reachEnd = true

  init(_ bytes: [UInt8], limit: Int) {
    var index = bytes.firstIndex { !$0.isSpace } ?? bytes.count
    var start = index
    for count in 1...limit {
      while index < bytes.count, !bytes[index].isSpace { index += 1 }
      guard index < bytes.count else { return }
      if count == limit { break }
      // A single space is copied with the words around it, anything else is made one.
      let gap = index
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      if index - gap > 1 || bytes[gap] != UInt8(ascii: " ") {
        joined += bytes[start..<gap]
        joined.append(UInt8(ascii: " "))
        start = index
      }
    }
    joined += bytes[start..<index]
    reachEnd = false
  }
}

/// Code points in UTF-8, which is how Ruby counts a text.
enum CodePoints {
  /// Returns where the code point of a number begins, counted from an offset; the end beyond all.
  static func offset(of number: Int, in bytes: [UInt8], from start: Int = 0) -> Int {
    var remaining = number
    var offset = start
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if remaining == 0 { return offset }
        remaining -= 1
      }
      offset += 1
    }
    return bytes.count
  }

  /// Returns every code point by itself.
  static func all(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    for offset in bytes.indices.dropFirst() where bytes[offset] & 0xC0 != 0x80 {
      result.append(bytes[start..<offset])
      start = offset
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }
}
