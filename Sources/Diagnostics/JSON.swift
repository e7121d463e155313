/// A JSON value: what every `--json` and every report for a program is made of, and what data for a
/// template may come in.
///
/// Keys keep their order, so that the same input always gives the same bytes.
public indirect enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Int)
  case real(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// Compares by what would be written.
  public static func == (left: JSON, right: JSON) -> Bool { left.text() == right.text() }

  /// Hashes what would be written.
  public func hash(into hasher: inout Hasher) { hasher.combine(text()) }

  /// Returns the value as text, on one line or indented by two spaces a level.
  ///
  /// Source: RFC 8259. Controls, DEL, U+2028 and U+2029 are escaped, so that no text from a file can
  /// steer a terminal.
  public func text(indented: Bool = false) -> String {
    var output = ""
    write(to: &output, indent: indented ? 0 : nil)
    return output
  }

  private func write(to output: inout String, indent: Int?) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let value): output += String(value)
    case .real(let value): output += value.isFinite ? String(value) : "null"
    case .string(let value): Self.write(value, to: &output)
    case .array(let items):
      Self.write(items, between: "[", "]", to: &output, indent: indent) { item, output, indent in
        item.write(to: &output, indent: indent)
      }
    case .object(let entries):
      Self.write(entries, between: "{", "}", to: &output, indent: indent) { entry, output, indent in
        Self.write(entry.key, to: &output)
        output += indent == nil ? ":" : ": "
        entry.value.write(to: &output, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item],
    between opening: String,
    _ closing: String,
    to output: inout String,
    indent: Int?,
    item write: (Item, inout String, Int?) -> Void
  ) {
    output += opening
    let inner = indent.map { $0 + 2 }
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      breakLine(inner, in: &output)
      write(item, &output, inner)
    }
    if !items.isEmpty { breakLine(indent, in: &output) }
    output += closing
  }

  private static func breakLine(_ indent: Int?, in output: inout String) {
    guard let indent else { return }
    output += "\n" + String(repeating: " ", count: indent)
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    let bytes = text.utf8
    // What needs no escape, nearly all of any text, is copied in whole stretches.
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      guard mayNeedEscape(bytes[index]), let escape = escape(of: text.unicodeScalars[index]) else {
        bytes.formIndex(after: &index)
        continue
      }
      output += text[start..<index]
      output += escape
      text.unicodeScalars.formIndex(after: &index)
      start = index
    }
    output += text[start...]
    output += "\""
  }

  /// Whether a scalar that begins with a byte can be one that is escaped.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      || byte == 0xC2 || byte == 0xE2
  }

  private static func escape(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return nil
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(value) }

  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A list.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }

  /// An object, its keys in the order written.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }

  /// Nothing.
  public init(nilLiteral: ()) { self = .null }

  /// A text, or null where there is none.
  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }
}

extension JSON {
  /// The value under a key of an object, or `nil` if there is none.
  public subscript(key: String) -> JSON? {
    guard case .object(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
