import Diagnostics

// What the engine says about a template that it reads. What it says while it renders is in
// RenderingDiagnostics.swift, what the filters say in FilterDiagnostics.swift.

extension Diagnostic {
  // MARK: Delimiters and tags

  static func unclosedDelimiter(_ opening: String, at location: Location) -> Diagnostic {
    let closing = opening == "{{" ? "}}" : "%}"
    return Diagnostic(
      .error,
      "liquid.unclosed",
      "'\(opening)' is not closed",
      at: location,
      hint: "end it with '\(closing)'; to print the braces themselves use {% raw %}"
    )
  }

  static func unclosedBlock(_ name: String, end: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unclosed-block",
      "'\(name)' tag was never closed",
      at: location,
      hint: "end it with {% \(end) %}"
    )
  }

  static func namelessTag(at location: Location) -> Diagnostic {
    Diagnostic(.error, "liquid.syntax", "a tag needs a name", at: location)
  }

  static func unexpectedTag(_ name: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unexpected-tag",
      "'\(name)' belongs to no open tag",
      at: location,
      hint: "remove it, or open the tag that it belongs to"
    )
  }

  static func unknownTag(_ name: String, known: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-tag",
      "unknown tag '\(name)'",
      at: location,
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  // MARK: Inside a tag

  static func unexpected(_ found: String?, wanted: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.syntax",
      "expected \(wanted)" + (found.map { ", found '\($0)'" } ?? ""),
      at: location
    )
  }

  static func uncommentedLine(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.syntax",
      "every line of this comment begins with '#'",
      at: location
    )
  }

  static func nestedDoc(at location: Location) -> Diagnostic {
    Diagnostic(.error, "liquid.syntax", "a doc tag cannot stand in another", at: location)
  }

  static func numberTooLarge(_ number: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.number-too-large",
      "\(number) is too large: whole numbers have 64 bits",
      at: location
    )
  }

  static func unknownFilter(_ name: String, known: [String], at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-filter",
      "unknown filter '\(name)'",
      at: location,
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  static func wrongArguments(_ name: String, _ count: Int, takes arity: ClosedRange<Int>)
    -> Diagnostic
  {
    let takes =
      arity.upperBound == 0
      ? "none"
      : arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
    return Diagnostic(
      .error,
      "liquid.wrong-arguments",
      "'\(name)' was given \(count) argument\(count == 1 ? "" : "s"), it takes \(takes)"
    )
  }

  static func unknownArgument(_ name: String, of owner: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-argument",
      "'\(owner)' has no argument '\(name)'",
      hint: Suggestion.hint(for: name, among: known)
        ?? (known.isEmpty ? nil : "it has: \(known.joined(separator: ", "))")
    )
  }

  static func unknownPartial(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.unknown-partial",
      "there is no partial '\(name)'",
      hint: Suggestion.hint(for: name, among: known)
    )
  }

  // MARK: Limits of reading

  static func tooDeep(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.too-deep",
      "tags and brackets nest deeper than \(limit)",
      at: location
    )
  }

  static func templateTooLarge(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "liquid.template-too-large",
      "the template and its partials are larger than \(limit) bytes",
      at: location
    )
  }

  // MARK: Places

  /// The same, at a place.
  func at(_ location: Location) -> Diagnostic {
    var copy = self
    copy.location = location
    return copy
  }
}
