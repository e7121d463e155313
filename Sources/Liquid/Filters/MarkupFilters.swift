import Diagnostics

extension FilterTable {
  /// What knows HTML.
  static let markupFilters = [
    Filter("escape", printing: printEscaped) { input, _, context throws(Diagnostic) in
      input.isNil ? .nil : try context.charged(Markup.escaped(input.converted))
    },
    Filter("h", printing: printEscaped) { input, _, context throws(Diagnostic) in
      input.isNil ? .nil : try context.charged(Markup.escaped(input.converted))
    },
    Filter("escape_once") { input, _, context throws(Diagnostic) in
      try context.charged(Markup.escaped(input.converted, keepingReferences: true))
    },
    Filter("strip_html") { input, _, context throws(Diagnostic) in
      try context.charged(Markup.withoutTags(input.converted))
    },
  ]

  private static func printEscaped(
    _ input: Operand,
    _ arguments: Operands,
    _ output: inout Output,
    _ context: inout FilterContext
  ) {
    input.withText { Markup.write(escaped: $0, to: &output) }
  }
}

/// HTML as far as filters know it: five special characters, and what is a tag.
private enum Markup {
  /// Writes a text with `& < > " '` escaped.
  static func write(
    escaped bytes: Bytes,
    keepingReferences: Bool = false,
    to output: inout Output
  ) {
    guard let base = unsafe bytes.base else { return }
    var start = 0
    for index in bytes.indices where isSpecial(unsafe base[index]) {
      if keepingReferences, bytes[index] == UInt8(ascii: "&"), isReference(at: index, of: bytes) {
        continue
      }
      output.append(bytes[start..<index])
      start = index + 1
      switch bytes[index] {
      case UInt8(ascii: "&"): output.append(literal: "&amp;")
      case UInt8(ascii: "<"): output.append(literal: "&lt;")
      case UInt8(ascii: ">"): output.append(literal: "&gt;")
      case UInt8(ascii: "\""): output.append(literal: "&quot;")
      default: output.append(literal: "&#39;")
      }
    }
    output.append(bytes[start..<bytes.count])
  }

  /// Escapes `& < > " '`; with `keepingReferences` an `&` that begins a reference stays.
  static func escaped(_ bytes: [UInt8], keepingReferences: Bool = false) -> [UInt8] {
    guard bytes.contains(where: isSpecial) else { return bytes }
    var output = Output(capacity: bytes.count + bytes.count / 8)
    defer { withExtendedLifetime(bytes) {} }
    unsafe write(escaped: Bytes(of: bytes), keepingReferences: keepingReferences, to: &output)
    return output.finish()
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 64 && specials >> UInt64(byte) & 1 == 1
  }

  /// One bit for each of the five characters, all of which come before 64.
  private static let specials: UInt64 = "&<>\"'".utf8.reduce(0) { $0 | 1 << UInt64($1) }

  /// Letters, or `#` and digits, between an ampersand and a semicolon.
  private static func isReference(at ampersand: Int, of bytes: Bytes) -> Bool {
    var index = ampersand + 1
    let isNumber = index < bytes.count && bytes[index] == UInt8(ascii: "#")
    if isNumber { index += 1 }
    let start = index
    while index < bytes.count, isNumber ? bytes[index].isDigit : isLetter(bytes[index]) {
      index += 1
    }
    return index > start && index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = LetterCase.lower(byte)
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// Removes scripts, comments and styles with their content, then every other tag.
  static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "<")) else { return bytes }
    var tags = [Region("<", ">")]
    var blocks = [
      Region("<script", "</script>"), Region("<!--", "-->"), Region("<style", "</style>"),
    ]
    return removing(&tags, from: removing(&blocks, from: bytes))
  }

  private static func removing(_ regions: inout [Region], from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    scan: while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        for position in regions.indices {
          if let end = regions[position].end(at: index, in: bytes) {
            index = end
            continue scan
          }
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}

/// Something with a beginning and an end, found in one pass however often it is begun in vain.
private struct Region {
  private let opening: [UInt8]
  private let closing: [UInt8]
  /// The place of the next closing at or behind the last place asked for; the end if there is none.
  private var nextClosing = -1

  init(_ opening: StaticString, _ closing: StaticString) {
    self.opening = Text(stringLiteral: opening).bytes
    self.closing = Text(stringLiteral: closing).bytes
  }

  /// Returns where a region that begins at an offset ends, or `nil` if none begins or it never ends.
  mutating func end(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[offset...].starts(with: opening) else { return nil }
    let start = offset + opening.count
    if nextClosing < start {
      var search = start
      while search < bytes.count, !bytes[search...].starts(with: closing) { search += 1 }
      nextClosing = search
    }
    return nextClosing < bytes.count ? nextClosing + closing.count : nil
  }
}
