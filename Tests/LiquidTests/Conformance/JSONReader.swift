import Liquid

/// Reads the fixtures' JSON into values, with the names of an object in the order of the text, which
/// a dictionary would lose and Liquid prints.
struct JSONReader {
  private var rest: Substring.UTF8View

  /// Returns the value of a text that is known to be JSON.
  static func value(of text: String) -> Value {
    var reader = JSONReader(rest: text[...].utf8)
    return reader.value()
  }

  private mutating func value() -> Value {
    skipSpaces()
    switch rest.first {
    case UInt8(ascii: "{"): return .object(object())
    case UInt8(ascii: "["): return .array(array())
    case UInt8(ascii: "\""): return .string(Text(string()))
    default:
      let word = String(rest.prefix { !",]} \n".utf8.contains($0) }) ?? ""
      rest = rest.dropFirst(word.utf8.count)
      switch word {
      case "null": return .nil
      case "true": return true
      case "false": return false
      default: return Int(word).map { .int($0) } ?? .float(Double(word) ?? .nan)
      }
    }
  }

  private mutating func object() -> Object {
    var result = Object()
    rest.removeFirst()
    skipSpaces()
    while rest.first != UInt8(ascii: "}") {
      let key = string()
      skip(UInt8(ascii: ":"))
      result[Text(key)] = value()
      skip(UInt8(ascii: ","))
    }
    rest.removeFirst()
    return result
  }

  private mutating func array() -> [Value] {
    var result: [Value] = []
    rest.removeFirst()
    skipSpaces()
    while rest.first != UInt8(ascii: "]") {
      result.append(value())
      skip(UInt8(ascii: ","))
    }
    rest.removeFirst()
    return result
  }

  private mutating func string() -> String {
    var result = String.UnicodeScalarView()
    var scalars = Substring(rest).unicodeScalars.dropFirst()
    while let scalar = scalars.popFirst(), scalar != "\"" {
      result.append(scalar == "\\" ? escaped(&scalars) : scalar)
    }
    rest = Substring(scalars).utf8
    return String(result)
  }

  private func escaped(_ scalars: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
    switch scalars.popFirst() {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{c}"
    case "u":
      let digits = String(scalars.prefix(4))
      scalars = scalars.dropFirst(4)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    case let other: return other ?? "\u{FFFD}"
    }
  }

  private mutating func skip(_ byte: UInt8) {
    skipSpaces()
    if rest.first == byte { rest.removeFirst() }
    skipSpaces()
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == 0x20 || $0 == 0x0A } }
}
