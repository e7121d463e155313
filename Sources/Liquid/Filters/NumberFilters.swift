import Diagnostics

extension FilterTable {
  /// Arithmetic: whole numbers stay whole; with a fraction on either side it is done in decimals.
  static let numberFilters = [
    Filter("plus", arity: 1...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.plus(input.number, arguments[0].number).value
    },
    Filter("minus", arity: 1...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.minus(input.number, arguments[0].number).value
    },
    Filter("times", arity: 1...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.times(input.number, arguments[0].number).value
    },
    Filter("divided_by", arity: 1...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.dividedBy(input.number, arguments[0].number).value
    },
    Filter("modulo", arity: 1...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.modulo(input.number, arguments[0].number).value
    },
    Filter("at_least", arity: 1...1) { input, arguments, _ in
      let (number, bound) = (input.number.value, arguments[0].number.value)
      return Value.order(bound, number) == .greater ? bound : number
    },
    Filter("at_most", arity: 1...1) { input, arguments, _ in
      let (number, bound) = (input.number.value, arguments[0].number.value)
      return Value.order(bound, number) == .less ? bound : number
    },
    Filter("abs") { input, _, _ throws(Diagnostic) in
      switch input.number {
      case .float(let value): return .float(value.magnitude)
      case .int(let value):
        guard value != .min else { throw Diagnostic.numberTooLarge() }
        return .int(abs(value))
      }
    },
    Filter("ceil") { input, _, _ throws(Diagnostic) in try Arithmetic.whole(input.number, .up) },
    Filter("floor") { input, _, _ throws(Diagnostic) in try Arithmetic.whole(input.number, .down) },
    Filter("round", arity: 0...1) { input, arguments, _ throws(Diagnostic) in
      try Arithmetic.rounded(input.number, digits: arguments[0].number)
    },
  ]
}

extension Number {
  var value: Value {
    switch self {
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    }
  }

  fileprivate var double: Double {
    switch self {
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }
}

/// The operations of the arithmetic filters.
///
/// Ruby's Liquid turns fractions into decimals first, so that 0.1 and 0.2 make 0.3; where a decimal
/// of 38 digits is too small for the result, binary arithmetic takes over.
enum Arithmetic {
  static func plus(_ left: Number, _ right: Number) throws(Diagnostic) -> Number {
    guard case (.int(let a), .int(let b)) = (left, right) else {
      return .float(exactly(.adding, left, right) ?? left.double + right.double)
    }
    return try checked(a.addingReportingOverflow(b))
  }

  static func minus(_ left: Number, _ right: Number) throws(Diagnostic) -> Number {
    guard case (.int(let a), .int(let b)) = (left, right) else {
      return .float(exactly(.subtracting, left, right) ?? left.double - right.double)
    }
    return try checked(a.subtractingReportingOverflow(b))
  }

  static func times(_ left: Number, _ right: Number) throws(Diagnostic) -> Number {
    guard case (.int(let a), .int(let b)) = (left, right) else {
      let product = left.double * right.double
      // A zero has a sign, which a decimal forgets.
      guard product != 0 else { return .float(product) }
      return .float(exactly(.multiplying, left, right) ?? product)
    }
    return try checked(a.multipliedReportingOverflow(by: b))
  }

  /// Whole numbers divide downwards; a fraction divided by zero is infinite, as in Ruby.
  static func dividedBy(_ left: Number, _ right: Number) throws(Diagnostic) -> Number {
    guard case (.int(let a), .int(let b)) = (left, right) else {
      let quotient = left.double / right.double
      guard quotient.isFinite, quotient != 0 else { return .float(quotient) }
      return .float(exactly(.dividing, left, right) ?? quotient)
    }
    guard b != 0 else { throw .dividedByZero() }
    let (quotient, overflows) = a.dividedReportingOverflow(by: b)
    guard !overflows else { throw .numberTooLarge() }
    let remainder = a.remainderReportingOverflow(dividingBy: b).partialValue
    return .int(remainder != 0 && (remainder < 0) != (b < 0) ? quotient - 1 : quotient)
  }

  /// The remainder has the sign of the divisor.
  static func modulo(_ left: Number, _ right: Number) throws(Diagnostic) -> Number {
    guard right.double != 0 else { throw .dividedByZero() }
    guard case (.int(let a), .int(let b)) = (left, right) else {
      if let exact = exactly(.remainder, left, right) { return .float(exact) }
      let remainder = left.double.truncatingRemainder(dividingBy: right.double)
      let isWrong = remainder != 0 && (remainder < 0) != (right.double < 0)
      return .float(isWrong ? remainder + right.double : remainder)
    }
    let remainder = a.remainderReportingOverflow(dividingBy: b).partialValue
    return .int(remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder)
  }

  /// Rounds to a whole number in a direction.
  static func whole(_ number: Number, _ rule: FloatingPointRoundingRule) throws(Diagnostic) -> Value
  {
    switch number {
    case .int(let value): return .int(value)
    case .float(let value):
      guard value.isFinite else { throw .notFinite(value) }
      guard let whole = Int(exactly: value.rounded(rule)) else { throw .numberTooLarge() }
      return .int(whole)
    }
  }

  /// Rounds halves away from zero, at so many digits behind the point, or before it if negative.
  static func rounded(_ number: Number, digits: Number) throws(Diagnostic) -> Value {
    let digits = Int(max(-400, min(400, digits.double.isNaN ? 0 : digits.double)))
    switch number {
    case .int(let value):
      guard digits < 0 else { return .int(value) }
      return try whole(Decimal<Int128>(value).rounded(digits: digits).int)
    case .float(let value):
      guard value.isFinite else { throw .notFinite(value) }
      if let decimal = Decimal<Int>(value)?.rounded(digits: digits) {
        return digits > 0 ? .float(decimal.double) : try whole(decimal.int)
      }
      guard let decimal = Decimal<Int128>(value)?.rounded(digits: digits) else {
        throw .numberTooLarge()
      }
      return digits > 0 ? .float(decimal.double) : try whole(decimal.int)
    }
  }

  /// Returns the exact result of an operation in decimals, or `nil` if it needs too many digits.
  private static func exactly(
    _ operation: DecimalOperation,
    _ left: Number,
    _ right: Number
  ) -> Double? {
    Decimal<Int>.result(of: operation, left, right)
      ?? Decimal<Int128>.result(of: operation, left, right)
  }

  private static func whole(_ value: Int?) throws(Diagnostic) -> Value {
    guard let value else { throw .numberTooLarge() }
    return .int(value)
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool))
    throws(Diagnostic) -> Number
  {
    guard !result.overflow else { throw .numberTooLarge() }
    return .int(result.partialValue)
  }
}
