/// What can be done with two decimals.
enum DecimalOperation { case adding, subtracting, multiplying, dividing, remainder }

/// A decimal fraction: a whole number times a power of ten.
///
/// With a mantissa of 64 bits it is fast, with one of 128 it holds every number that a template can
/// write, and every product of two of them, exactly.
struct Decimal<Mantissa: FixedWidthInteger & SignedInteger> {
  private let mantissa: Mantissa
  private let exponent: Int

  private init(_ mantissa: Mantissa, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  init(_ value: Int) { self.init(Mantissa(truncatingIfNeeded: value), exponent: 0) }

  /// Takes the shortest decimal that reads back as the value, which must be finite; `nil` if it has
  /// too many digits.
  init?(_ value: Double) {
    if let whole = Int(exactly: value) {
      self.init(whole)
      return
    }
    // Few digits are what a person writes, and are found without writing them again.
    var power = 1.0
    for digits in 1...6 {
      power *= 10
      let scaled = (value * power).rounded()
      guard scaled.magnitude < 0x1p49 else { break }
      if scaled / power == value {
        self.init(Mantissa(truncatingIfNeeded: Int(scaled)), exponent: -digits)
        return
      }
    }
    self.init(digitsOf: value)
  }

  private init?(digitsOf value: Double) {
    var mantissa: Mantissa = 0
    var exponent = 0
    var isFraction = false
    var rest = Array(value.magnitude.description.utf8)[...]
    while let byte = rest.popFirst() {
      if byte.isDigit {
        guard let tens = Self.times10(mantissa) else { return nil }
        mantissa = tens &+ Mantissa(truncatingIfNeeded: byte &- UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        exponent += Int(String(decoding: rest, as: UTF8.self)) ?? 0
        break
      }
    }
    self.init(value < 0 ? 0 &- mantissa : mantissa, exponent: exponent)
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
  static func result(of operation: DecimalOperation, _ left: Number, _ right: Number) -> Double? {
    guard let left = Decimal(left), let right = Decimal(right) else { return nil }
    switch operation {
    case .adding: return adding(left, right)?.double
    case .subtracting:
      return adding(left, Decimal(0 &- right.mantissa, exponent: right.exponent))?.double
    case .multiplying: return multiplying(left, right)?.double
    case .dividing: return dividing(left, right)
    case .remainder: return remainder(left, right)?.double
    }
  }

  private static func adding(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard let (a, b, exponent) = aligned(left, right) else { return nil }
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows ? nil : Decimal(sum, exponent: exponent)
  }

  private static func multiplying(_ left: Decimal, _ right: Decimal) -> Decimal? {
    let (product, overflows) = left.mantissa.multipliedReportingOverflow(by: right.mantissa)
    return overflows ? nil : Decimal(product, exponent: left.exponent + right.exponent)
  }

  private static func dividing(_ left: Decimal, _ right: Decimal) -> Double? {
    guard right.mantissa != 0 else { return nil }
    if let (a, b, _) = aligned(left, right), isExact(a), isExact(b) {
      // Both are exact in binary, so that one operation rounds once.
      return Double(Int(truncatingIfNeeded: a)) / Double(Int(truncatingIfNeeded: b))
    }
    guard Mantissa.bitWidth > 64 else { return nil }
    return longDivision(left, right).double
  }

  /// Divides to as many digits as fit, which is more than the nearest binary number needs.
  private static func longDivision(_ left: Decimal, _ right: Decimal) -> Decimal {
    var dividend = left.mantissa
    var shift = 0
    while let next = times10(dividend), shift < maximumDigits {
      dividend = next
      shift += 1
    }
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: right.mantissa)
    let exponent = left.exponent - right.exponent - shift
    // A digit that stands for all that follow keeps a tie from being taken for one.
    guard remainder != 0, let longer = times10(quotient) else {
      return Decimal(quotient, exponent: exponent)
    }
    let sticky: Mantissa = (remainder < 0) != (right.mantissa < 0) ? -1 : 1
    return Decimal(longer &+ sticky, exponent: exponent - 1)
  }

  /// The remainder of a division downwards.
  private static func remainder(_ left: Decimal, _ right: Decimal) -> Decimal? {
    guard let (a, b, exponent) = aligned(left, right), b != 0 else { return nil }
    let remainder = a % b
    let isWrong = remainder != 0 && (remainder < 0) != (b < 0)
    return Decimal(isWrong ? remainder &+ b : remainder, exponent: exponent)
  }

  /// Rounds halves away from zero.
  func rounded(digits: Int) -> Decimal {
    let excess = -exponent - digits
    guard excess > 0 else { return self }
    guard let unit = Self.power(of10: excess) else { return Decimal(0, exponent: 0) }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: unit)
    let isHalf = remainder.magnitude >= (unit - unit / 2).magnitude
    let step: Mantissa = mantissa < 0 ? -1 : 1
    return Decimal(isHalf ? quotient &+ step : quotient, exponent: exponent + excess)
  }

  /// The nearest binary number.
  var double: Double {
    if Self.isExact(mantissa), exponent.magnitude <= 15,
      let power = Decimal<Int>.power(of10: Int(exponent.magnitude))
    {
      let whole = Double(Int(truncatingIfNeeded: mantissa))
      return exponent < 0 ? whole / Double(power) : whole * Double(power)
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

  /// Whether a whole number is exact in binary.
  private static func isExact(_ value: Mantissa) -> Bool {
    value < 1 << 53 && value > -(1 << 53)
  }

  private static func aligned(_ left: Decimal, _ right: Decimal) -> (Mantissa, Mantissa, Int)? {
    let exponent = min(left.exponent, right.exponent)
    guard let a = left.mantissa(at: exponent), let b = right.mantissa(at: exponent) else {
      return nil
    }
    return (a, b, exponent)
  }

  private func mantissa(at lower: Int) -> Mantissa? {
    guard mantissa != 0, exponent > lower else { return mantissa }
    guard let power = Self.power(of10: exponent - lower) else { return nil }
    let (product, overflows) = mantissa.multipliedReportingOverflow(by: power)
    return overflows ? nil : product
  }

  private static var maximumDigits: Int { Mantissa.bitWidth > 64 ? 38 : 18 }

  private static func power(of10 exponent: Int) -> Mantissa? {
    guard exponent <= maximumDigits else { return nil }
    var power: Mantissa = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }

  private static func times10(_ value: Mantissa) -> Mantissa? {
    let (product, overflows) = value.multipliedReportingOverflow(by: 10)
    return overflows ? nil : product
  }
}
