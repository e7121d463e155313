import Diagnostics

extension FilterTable {
  /// What knows HTML.
  static let markupFilters = [
    Filter("escape") { input, _, context throws(Diagnostic) in
      input.isNil ? .nil : try context.charged(Markup.escaped(input.converted))
    },
    Filter("h") { input, _, context throws(Diagnostic) in
      input.isNil ? .nil : try context.charged(Markup.escaped(input.converted))
    },
    Filter("escape_once") { input, _, context throws(Diagnostic) in
      try context.charged(Markup.escaped(input.converted, keepingReferences: true))
    },
    Filter("strip_html") { input, _, context throws(Diagnostic) in
      try context.charged(Markup.withoutTags(input.converted))
    },
  ]
}

/// HTML as far as filters know it: five special characters, and what is a tag.
private enum Markup {
  /// Escapes `& < > " '`; with `keepingReferences` an `&` that begins a reference stays.
  static func escaped(_ bytes: [UInt8], keepingReferences: Bool = false) -> [UInt8] {
    guard bytes.contains(where: isSpecial) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "&"):
        if keepingReferences, isReference(bytes[(index + 1)...]) {
          result.append(byte)
        } else {
          result += "&amp;".utf8
        }
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      case UInt8(ascii: "\""): result += "&quot;".utf8
      case UInt8(ascii: "'"): result += "&#39;".utf8
      default: result.append(byte)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Letters, or `#` and digits, up to a semicolon.
  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    let isNumber = rest.first == UInt8(ascii: "#")
    let body = isNumber ? rest.dropFirst() : rest
    let name = body.prefix { isNumber ? $0.isDigit : isLetter($0) }
    return !name.isEmpty && body.dropFirst(name.count).first == UInt8(ascii: ";")
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
