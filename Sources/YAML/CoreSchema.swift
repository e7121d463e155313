/// How plain scalars are read: the core schema of YAML 1.2.2, section 10.3.
///
/// `no`, `on` and dates are therefore texts, and a quoted scalar is always one.
extension YAMLNode {
  /// Whether it is nothing: an empty plain scalar, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content, text.utf8.count <= 4 else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text of a scalar as it is written, or `nil` for nothing, a list or a mapping.
  public var text: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }

  /// The truth value that a plain `true` or `false` stands for.
  public var bool: Bool? {
    switch plainText {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The whole number that a plain scalar stands for: decimal, `0x` or `0o`.
  public var int: Int? {
    guard let text = plainText else { return nil }
    if text.hasPrefix("0x") { return Self.unsigned(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Self.unsigned(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  /// The number that a plain scalar stands for; a whole number is one as well.
  public var double: Double? {
    guard let text = plainText else { return nil }
    if let int { return Double(int) }
    switch text {
    case ".nan", ".NaN", ".NAN": return .nan
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    default: break
    }
    // Swift reads more than YAML means: "nan", "inf", "0x1p3".
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): true
      default: false
      }
    }
    return isDecimal ? Double(text) : nil
  }

  private var plainText: String? {
    guard case .scalar(let text, isPlain: true) = content else { return nil }
    return text
  }

  private static func unsigned(_ digits: Substring, radix: Int) -> Int? {
    guard let first = digits.first, first != "+", first != "-" else { return nil }
    return Int(digits, radix: radix)
  }
}
