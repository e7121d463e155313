/// A number as arithmetic takes it.
public enum Number: Sendable, Hashable {
  case int(Int)
  case float(Double)
}

extension Value {
  /// The number that arithmetic takes it for, as Ruby's Liquid does.
  ///
  /// A text counts if it is a decimal fraction as a whole, else by the whole number it begins with;
  /// anything that is neither number nor text is 0.
  public var number: Number {
    switch self {
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .string(let text): Self.number(in: text.bytes)
    default: .int(0)
    }
  }

  private static func number(in bytes: [UInt8]) -> Number {
    let trimmed = bytes.drop(while: \.isSpace)
    var digits = trimmed.first == UInt8(ascii: "-") ? trimmed.dropFirst() : trimmed
    digits = digits.prefix(while: \.isDigit)
    if let fraction = fraction(in: trimmed, wholeDigits: digits.count) { return .float(fraction) }
    return .int(leadingInteger(of: bytes) ?? 0)
  }

  private static func fraction(in trimmed: ArraySlice<UInt8>, wholeDigits: Int) -> Double? {
    guard wholeDigits > 0, wholeDigits < trimmed.count else { return nil }
    let sign = trimmed.first == UInt8(ascii: "-") ? 1 : 0
    let rest = trimmed.dropFirst(sign + wholeDigits)
    let decimals = rest.dropFirst().prefix(while: \.isDigit)
    guard rest.first == UInt8(ascii: "."), !decimals.isEmpty,
      rest.dropFirst(1 + decimals.count).allSatisfy(\.isSpace)
    else { return nil }
    let length = sign + wholeDigits + 1 + decimals.count
    return Double(String(decoding: trimmed.prefix(length), as: UTF8.self))
  }

  /// Returns the whole number that a text begins with, as Ruby's `to_i`, or `nil` if that is none.
  static func leadingInteger(of bytes: [UInt8]) -> Int? {
    var rest = bytes.drop(while: \.isSpace)
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard rest.first?.isDigit == true else { return nil }
    var result = 0
    while var byte = rest.popFirst() {
      // Ruby reads 1_000 as a thousand.
      if byte == UInt8(ascii: "_"), rest.first?.isDigit == true { byte = rest.removeFirst() }
      guard byte.isDigit else { break }
      let (tens, isTooLarge) = result.multipliedReportingOverflow(by: 10)
      let digit = Int(byte - UInt8(ascii: "0"))
      let (sum, overflows) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      guard !isTooLarge, !overflows else { return isNegative ? .min : .max }
      result = sum
    }
    return result
  }

  /// The whole number that an index, a limit or a length must be, or `nil` if it is none.
  public var integer: Int? {
    switch self {
    case .int(let value): value
    case .float(let value): Int(exactly: value.rounded(.towardZero))
    case .string(let text): Self.wholeInteger(text.bytes)
    default: nil
    }
  }

  private static func wholeInteger(_ bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes, as: UTF8.self)
    return Int(text.drop { $0 == " " || $0 == "\n" || $0 == "\t" })
  }
}
