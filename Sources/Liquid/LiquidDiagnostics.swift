import Diagnostics

// Every word that the engine says to a user. Filters' own words are in FilterDiagnostics.swift.

extension Diagnostic {
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
}
