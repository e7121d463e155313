import Diagnostics

// Every word that the filters say to a user. Where Ruby's Liquid has the same error, the words are
// its words, since a forgiving rendering prints them.

extension Diagnostic {
  static func notAnInteger() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.invalid-integer",
      "invalid integer",
      hint: "give a whole number, such as 3"
    )
  }

  static func dividedByZero() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.divided-by-zero",
      "divided by 0",
      hint: "ask first: {% if divisor != 0 %}"
    )
  }

  static func notFinite(_ value: Double) -> Diagnostic {
    let name = value.isNaN ? "'NaN' (Not a Number)" : value < 0 ? "'-Infinity'" : "'Infinity'"
    return Diagnostic(.error, "liquid.not-finite", "Computation results in \(name)")
  }

  static func numberTooLarge() -> Diagnostic {
    Diagnostic(.error, "liquid.number-too-large", "a whole number leaves the 64 bits it has")
  }

  static func incomparable() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.incomparable",
      "cannot sort values of incompatible types",
      hint: "sort texts or numbers, not both at once"
    )
  }

  static func noSuchProperty(_ property: Value) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.not-selectable",
      "cannot select the property '\(Text(property.converted).string)'",
      hint: "the list must hold objects"
    )
  }

  static func notAList() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.not-a-list",
      "concat filter requires an array argument",
      hint: "to join texts, use append"
    )
  }

  static func invalidBase64(filter: String) -> Diagnostic {
    Diagnostic(.error, "liquid.invalid-base64", "invalid base64 provided to \(filter)")
  }

  static func invalidUTF8() -> Diagnostic {
    Diagnostic(.error, "liquid.invalid-utf8", "invalid byte sequence in UTF-8")
  }

  static func unfinishedDirective(format: String) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.invalid-date-format",
      "invalid format: \(format)",
      hint: "write %% for a percent sign"
    )
  }
}
