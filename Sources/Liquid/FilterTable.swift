/// The filters of an environment, by name.
public struct FilterTable: Sendable {
  /// All of them, in the order in which they were given.
  public private(set) var filters: [Filter] = []
  /// What the parser asks of them, close at hand.
  private(set) var traits: [Traits] = []
  private var positions = Lexicon()

  @safe struct Traits {
    let arity: ClosedRange<Int>
    let action: Filter.Action
    let keepsMarkup: Bool
    /// The filter's, which the table holds.
    let writer: Unmanaged<Filter.Writer>?
  }

  /// Takes a list; a later filter replaces an earlier one of its name.
  public init(_ list: [Filter]) {
    for filter in list { add(filter) }
  }

  /// The names, for hints and for the guide.
  public var names: [String] { filters.map(\.name) }

  /// Adds a filter, or replaces the one of its name.
  public mutating func add(_ filter: Filter) {
    let traits = unsafe Traits(
      arity: filter.arity,
      action: filter.action,
      keepsMarkup: filter.keepsMarkup,
      writer: unsafe filter.writer.map { unsafe Unmanaged.passUnretained($0) }
    )
    if let position = positions.position(of: filter.name) {
      filters[position] = filter
      self.traits[position] = traits
    } else {
      positions.add(filter.name)
      filters.append(filter)
      self.traits.append(traits)
    }
  }

  /// Returns where in ``filters`` a name stands.
  func position(of name: Bytes) -> Int? { positions.position(of: name) }
}
