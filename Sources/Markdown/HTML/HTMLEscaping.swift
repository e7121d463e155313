/// How text becomes part of HTML; the same bytes as libcmark's, in text and in attributes.
enum HTMLEscaping {
  /// Appends a text that must be read as it stands: `&`, `<`, `>` and `"` become references.
  static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count, isPlain(EightBytes(of: text, at: index)) {
        index += 8
        continue
      }
      if let reference = reference(for: text[index]) {
        output.append(copying: text.extracting(start..<index))
        output.append(contentsOf: reference.utf8)
        start = index + 1
      }
      index += 1
    }
    output.append(copying: text.extracting(start..<text.count))
  }

  /// Appends a URL for an attribute: what no URL may hold is percent-encoded.
  static func append(url: Span<UInt8>, to output: inout [UInt8]) {
    for index in url.indices {
      let byte = url[index]
      switch byte {
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): output.append(contentsOf: "&#x27;".utf8)
      case _ where isSafeInURL(byte): output.append(byte)
      default: output += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
  }

  /// Whether a browser would run or open what a URL leads to, rather than show it.
  ///
  /// These are the schemes that libcmark drops: `javascript:`, `vbscript:`, `file:` and `data:`,
  /// but for images.
  static func isDangerous(url: Span<UInt8>) -> Bool {
    guard hasPrefix("data:", url) else {
      return ["javascript:", "vbscript:", "file:"].contains { hasPrefix($0, url) }
    }
    return !["png", "gif", "jpeg", "webp"].contains { hasPrefix("data:image/\($0)", url) }
  }

  private static func isPlain(_ bytes: EightBytes) -> Bool {
    let marks =
      bytes.marks(of: UInt8(ascii: "&")) | bytes.marks(of: UInt8(ascii: "<"))
      | bytes.marks(of: UInt8(ascii: ">")) | bytes.marks(of: UInt8(ascii: "\""))
    return marks == 0
  }

  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  private static func isSafeInURL(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "!#$%()*+,-./:;=?@_~".utf8.contains(byte)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Compares without regard to the case of ASCII letters.
  private static func hasPrefix(_ prefix: String, _ text: Span<UInt8>) -> Bool {
    let prefix = prefix.utf8
    guard text.count >= prefix.count else { return false }
    return prefix.enumerated().allSatisfy { index, byte in
      let other = text[index]
      return other == byte || other.isASCIILetter && other | 0x20 == byte
    }
  }
}
