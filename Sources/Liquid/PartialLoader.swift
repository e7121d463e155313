public import Diagnostics

/// Where the partials of an environment come from.
public struct PartialLoader: Sendable {
  /// Returns the text of a partial, or `nil` if there is none of that name.
  public let load: @Sendable (_ name: String) throws(Diagnostic) -> SourceText?
  /// Returns the names that there are, for hints.
  public let names: @Sendable () -> [String]

  /// Takes the two questions' answers.
  public init(
    load: @escaping @Sendable (_ name: String) throws(Diagnostic) -> SourceText?,
    names: @escaping @Sendable () -> [String]
  ) {
    self.load = load
    self.names = names
  }

  /// Takes partials that are in memory already, by name.
  public init(_ sources: [String: SourceText]) {
    self.init(load: { sources[$0] }, names: { sources.keys.sorted() })
  }
}
