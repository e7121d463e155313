public import Diagnostics

/// A value together with its place, for whoever checks it later.
public struct Located<Value: Sendable>: Sendable {
  /// The value itself.
  public let value: Value
  /// Its bytes in the file.
  public let range: Range<Int>
  @usableFromInline let source: SourceText

  /// Ties a value to a place.
  @inlinable public init(_ value: Value, range: Range<Int>, in source: SourceText) {
    self.value = value
    self.range = range
    self.source = source
  }

  /// Where it stands; costs a pass over the file, so it is asked only for a finding.
  public var location: Location { source.location(of: range) }
}

extension Located: YAMLValue where Value: YAMLValue {
  /// Returns a value with its place.
  @inlinable public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Located? {
    Value.decode(node, &decoder).map { Located($0, range: node.range, in: decoder.source) }
  }
}

/// Values under names that the file chooses, in the order of the file.
public struct OrderedMap<Value: Sendable>: Sendable {
  /// One name with its value.
  public struct Entry: Sendable {
    /// The name, with its place.
    public let key: Located<String>
    /// What stands under it.
    public let value: Value
  }

  /// All entries; no name stands there twice.
  public let entries: [Entry]

  /// Takes entries whose names differ.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The names in their order.
  public var keys: [String] { entries.map(\.key.value) }

  /// The value under a name, or `nil` if there is none.
  public subscript(key: String) -> Value? { entries.first { $0.key.value == key }?.value }
}

extension OrderedMap: YAMLValue where Value: YAMLValue {
  /// Returns a mapping; an entry that cannot be read is reported and left out.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> OrderedMap? {
    guard let entries = decoder.expect(node.entries, "keys with values", node) else { return nil }
    let source = decoder.source
    return OrderedMap(
      entries.compactMap { entry in
        decoder.key(entry.key) { Value.decode(entry.value, &$0) }.map {
          Entry(key: Located(entry.key, range: entry.keyRange, in: source), value: $0)
        }
      }
    )
  }
}
