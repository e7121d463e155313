/// Diagnostics in the order in which they were found.
///
/// A function that can find many things takes one of these `inout`; one that stops at the first
/// throws a ``Diagnostic``.
public struct DiagnosticLog: Sendable, Hashable {
  /// Everything found so far.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Starts with nothing found.
  public init() {}

  /// Whether anything found makes the run fail.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether nothing was found.
  public var isEmpty: Bool { diagnostics.isEmpty }

  /// Adds one diagnostic.
  public mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds all that another log has found.
  public mutating func add(_ other: DiagnosticLog) { diagnostics += other.diagnostics }

  /// Returns them by path, line and column; those without a place come last, ties stay in order.
  public func sorted() -> [Diagnostic] {
    // Most logs are made in this order, and what is sorted is copied more than once.
    if zip(diagnostics, diagnostics.dropFirst()).allSatisfy({ !Self.isLess($1, $0) }) {
      return diagnostics
    }
    return diagnostics.enumerated().sorted { left, right in
      if Self.isLess(left.element, right.element) { return true }
      return !Self.isLess(right.element, left.element) && left.offset < right.offset
    }
    .map(\.element)
  }

  private static func isLess(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.location, right.location) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    default: false
    }
  }
}
