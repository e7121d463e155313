import Diagnostics

// What the engine says about a template that it renders.

extension Diagnostic {
  // MARK: What is unknown

  static func unknownVariable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-variable",
      "unknown variable '\(name)'",
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  static func unknownMember(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-variable",
      "there is no '\(name)' in it",
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  static func illegalPartialName() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-partial",
      "Argument error in tag 'include' - Illegal template name"
    )
  }

  // MARK: What cannot be done

  /// In Ruby's words, which show a number on the right itself and the kind of all else.
  static func incomparable(_ left: Value, _ right: Value) -> Diagnostic {
    let other =
      switch right {
      case .int, .float: right.text.string
      default: right.kindName
      }
    return Diagnostic(
      .error,
      "liquid.incomparable",
      "comparison of \(left.kindName) with \(other) failed"
    )
  }

  /// In the words that Ruby prints, which count the input as an argument.
  static func wrongNumber(_ count: Int, takes arity: ClosedRange<Int>) -> Diagnostic {
    let most = arity.count == 1 ? "" : "..\(arity.upperBound + 1)"
    return Diagnostic(
      .error,
      "liquid.wrong-arguments",
      "wrong number of arguments (given \(count + 1), expected \(arity.lowerBound + 1)\(most))"
    )
  }

  static func invalidInteger() -> Diagnostic {
    Diagnostic(.error, "liquid.invalid-integer", "invalid integer")
  }

  static func includeRefused() -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.include-refused",
      "include usage is not allowed in this context",
      hint: "a partial that is rendered sees only what it is given; use render here as well"
    )
  }

  // MARK: Limits

  /// Whether it says that a limit is reached, so that nothing can go on.
  var isLimit: Bool { Self.limitCodes.contains(code.rawValue) }

  private static let limitCodes: Set<String> = [
    "liquid.value-too-large", "liquid.too-much-memory", "liquid.output-too-large",
    "liquid.too-many-turns", "liquid.range-too-large", "liquid.too-many-partials",
    "liquid.too-deep", "liquid.too-slow",
  ]

  static func valueTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.value-too-large", "a value grows beyond \(limit) bytes")
  }

  static func tooMuchMemory(limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.too-much-memory",
      "the template makes more than \(limit) bytes of values"
    )
  }

  static func outputTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.output-too-large", "the output grows beyond \(limit) bytes")
  }

  static func tooManyTurns(limit: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.too-many-turns", "the loops turn more than \(limit) times")
  }

  static func rangeTooLarge(limit: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.range-too-large", "a range has more than \(limit) numbers")
  }

  static func tooManyPartials(limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.too-many-partials",
      "partials stand inside each other more than \(limit) deep",
      hint: "does one of them call itself?"
    )
  }

  static func renderingTooDeep(limit: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.too-deep", "tags and partials nest deeper than \(limit)")
  }

  static func tooSlow(milliseconds: Int) -> Diagnostic {
    Diagnostic(.error, "liquid.too-slow", "the rendering takes more than \(milliseconds) ms")
  }
}

extension Diagnostic.Note {
  static func calledFrom(_ location: Location) -> Diagnostic.Note {
    Diagnostic.Note("in the partial called here", at: location)
  }
}

extension Value {
  /// What Ruby calls its kind.
  var kindName: String {
    switch self {
    case .nil: "nil"
    case .bool(let value): value ? "true" : "false"
    case .int: "Integer"
    case .float: "Float"
    case .string: "String"
    case .array: "Array"
    case .object: "Hash"
    case .range: "Range"
    }
  }
}
