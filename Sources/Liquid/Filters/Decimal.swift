/// A decimal fraction of up to 38 digits: a whole number times a power of ten.
///
/// It holds every number that a template can write, and every product of two of them, exactly.
struct Decimal {
  private let mantissa: Int128
  private let exponent: Int

  private init(_ mantissa: Int128, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  init(_ value: Int) { self.init(Int128(value), exponent: 0) }

  /// Takes the shortest decimal that reads back as the value, which must be finite.
  init(_ value: Double) {
    if let whole = Int(exactly: value) {
      self.init(whole)
      return
    }
    var mantissa: Int128 = 0
    var exponent = 0
    var isFraction = false
    var rest = Array(value.magnitude.description.utf8)[...]
    while let byte = rest.popFirst() {
      if byte.isDigit {
        mantissa = mantissa * 10 + Int128(byte - UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        exponent += Int(String(decoding: rest, as: UTF8.self)) ?? 0
        break
      }
    }
    self.init(value < 0 ? -mantissa : mantissa, exponent: exponent)
  }

  private init?(_ number: Number) {
    switch number {
    case .int(let value): self.init(value)
    case .float(let value):
      guard value.isFinite else { return nil }
      self.init(value)
    }
  }

  /// Returns the result of an operation on two numbers, or `nil` if it needs too many digits.
  static func exactly(
    _ left: Number,
    _ right: Number,
    _ operation: (Decimal, Decimal) -> Decimal?
  ) -> Double? {
    guard let left = Decimal(left), let right = Decimal(right) else { return nil }
    return operation(left, right)?.double
  }

  static func adding(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard let (a, b, exponent) = aligned(left, right) else { return nil }
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows ? nil : Decimal(sum, exponent: exponent)
  }

  static func subtracting(_ left: Decimal, _ right: Decimal) -> Decimal? {
    adding(left, Decimal(-right.mantissa, exponent: right.exponent))
  }

  static func multiplying(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (product, overflows) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    return overflows ? nil : Decimal(product, exponent: left.exponent + right.exponent)
  }

  /// Divides to as many digits as fit, which is more than the nearest binary number needs.
  static func dividing(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard right.mantissa != 0 else { return nil }
    var dividend = left.mantissa
    var shift = 0
    while let next = times10(dividend), shift < 38 {
      dividend = next
      shift += 1
    }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: right.mantissa)
    let exponent = left.exponent - right.exponent - shift
    // A digit that stands for all that follow keeps a tie from being taken for one.
    guard remainder != 0, let longer = times10(quotient) else {
      return Decimal(quotient, exponent: exponent)
    }
    let sticky: Int128 = (remainder < 0) != (right.mantissa < 0) ? -1 : 1
    return Decimal(longer + sticky, exponent: exponent - 1)
  }

  /// The remainder of a division downwards.
  static func remainder(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard let (a, b, exponent) = aligned(left, right), b != 0 else { return nil }
    let remainder = a % b
    let isWrong = remainder != 0 && (remainder < 0) != (b < 0)
    return Decimal(isWrong ? remainder + b : remainder, exponent: exponent)
  }

  /// Rounds halves away from zero.
  func rounded(digits: Int) -> Decimal {
    let excess = -exponent - digits
    guard excess > 0 else { return self }
    guard let unit = Self.power(of10: excess) else { return Decimal(0, exponent: 0) }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: unit)
    let isHalf = remainder.magnitude >= (unit - unit / 2).magnitude
    let step: Int128 = mantissa < 0 ? -1 : 1
    return Decimal(isHalf ? quotient + step : quotient, exponent: exponent + excess)
  }

  /// The nearest binary number.
  var double: Double {
    if mantissa.magnitude < 1 << 53, exponent.magnitude <= 22,
      let power = Self.power(of10: Int(exponent.magnitude))
    {
      // Both are exact, so that one operation rounds once.
      return exponent < 0 ? Double(mantissa) / Double(power) : Double(mantissa) * Double(power)
    }
    return Double("\(mantissa)e\(exponent)") ?? 0
  }

  /// The value as a whole number, or `nil` if it has a fraction or is too large.
  var int: Int? {
    if exponent == 0 || mantissa == 0 { return Int(exactly: mantissa) }
    guard let power = Self.power(of10: Int(exponent.magnitude)) else { return nil }
    if exponent < 0 { return mantissa % power == 0 ? Int(exactly: mantissa / power) : nil }
    let (product, overflows) = mantissa.multipliedReportingOverflow(by: power)
    return overflows ? nil : Int(exactly: product)
  }

  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Int128, Int128, Int)? {
    let exponent = min(left.exponent, right.exponent)
    guard let a = left.mantissa(at: exponent), let b = right.mantissa(at: exponent) else {
      return nil
    }
    return (a, b, exponent)
  }

  private func mantissa(at lower: Int) -> Int128? {
    guard mantissa != 0, exponent > lower else { return mantissa }
    guard let power = Self.power(of10: exponent - lower) else { return nil }
    let (product, overflows) = mantissa.multipliedReportingOverflow(by: power)
    return overflows ? nil : product
  }

  private static func power(of10 exponent: Int) -> Int128? {
    guard exponent <= 38 else { return nil }
    return (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func times10(_ value: Int128) -> Int128? {
    let (product, overflows) = value.multipliedReportingOverflow(by: 10)
    return overflows ? nil : product
  }
}
