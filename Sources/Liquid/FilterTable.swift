/// The filters of an environment, by name.
public struct FilterTable: Sendable {
  /// All of them, in the order in which they were given.
  public private(set) var filters: [Filter] = []
  private var positions: [String: Int] = [:]

  /// Takes a list; a later filter replaces an earlier one of its name.
  public init(_ list: [Filter]) {
    for filter in list { add(filter) }
  }

  /// The names, for hints and for the guide.
  public var names: [String] { filters.map(\.name) }

  /// Adds a filter, or replaces the one of its name.
  public mutating func add(_ filter: Filter) {
    if let position = positions[filter.name] {
      filters[position] = filter
    } else {
      positions[filter.name] = filters.count
      filters.append(filter)
    }
  }

  /// Returns where in ``filters`` a name stands.
  func position(of name: String) -> Int? { positions[name] }
}
