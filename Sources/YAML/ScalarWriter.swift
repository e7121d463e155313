/// Writes a text as one YAML scalar on one line.
public enum ScalarWriter {
  /// Returns the shortest form that every reader takes for this very text.
  ///
  /// Plain where YAML 1.1 (Jekyll, PyYAML) and 1.2 readers alike keep it text, in a block as well
  /// as in a `[list]`; otherwise in double quotes with escapes, so that no line break, quote,
  /// colon or document mark in it can become structure.
  public static func write(_ text: String) -> String {
    isSafePlain(Array(text.utf8)) && text.unicodeScalars.allSatisfy(isPrintable)
      ? text : quoted(text)
  }

  private static func isSafePlain(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first <= 0x20 || last <= 0x20 || last == UInt8(ascii: ":") { return false }
    if "-?:,[]{}#&*!|>'\"%@`<=~.+/\\".utf8.contains(first) { return false }
    // YAML 1.1 ends a text in a list at a '?' as well.
    if bytes.contains(where: ",?[]{}\t\n\r".utf8.contains) { return false }
    for (byte, next) in zip(bytes, bytes.dropFirst()) {
      if byte == UInt8(ascii: ":"), next == 0x20 { return false }
      if byte == 0x20, next == UInt8(ascii: "#") { return false }
    }
    return !readsAsNumber(bytes)
      && !words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// What YAML 1.1 or 1.2 takes for a truth value or for nothing.
  private static let words: Set<String> = [
    "y", "yes", "n", "no", "on", "off", "true", "false", "null",
  ]

  /// Whether it may be a number, a date or a time to some reader: too careful is safe.
  private static func readsAsNumber(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else {
      return false
    }
    return bytes.allSatisfy("0123456789abcdefABCDEF_:.+-xXoObBtTzZ ".utf8.contains)
  }

  /// Source: the production c-printable of YAML 1.2.2, without what a reader cannot see.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202F...0xD7FF, 0xE000...0xFDCF, 0xFDF0...0xFEFE,
      0xFF00...0xFFEF, 0xFFFC...0xFFFD, 0x10000...:
      true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      default: result += escape(scalar.value)
      }
    }
    return result + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let hex = String(value, radix: 16, uppercase: true)
    let (mark, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(mark)\(String(repeating: "0", count: width - hex.count))\(hex)"
  }
}
