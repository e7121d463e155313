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
    diagnostics.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let a?, let b?) where !a.isAtTheSamePlace(as: b): a < b
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }
    .map(\.element)
  }
}
