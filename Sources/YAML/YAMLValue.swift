/// What can stand under a key: a text, a number, a list, a model of further keys.
public protocol YAMLValue: Sendable {
  /// Returns what a value stands for, or `nil` after having told the decoder why it is not one.
  ///
  /// Nothing (`null`, an empty value) reaches it only where a value is needed.
  static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Self?
}

extension String: YAMLValue {
  /// Returns a scalar as it is written; numbers, dates and `no` are texts under a text's key.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> String? {
    decoder.expect(node.text, "text", node)
  }
}

extension Int: YAMLValue {
  /// Returns the whole number that a plain scalar stands for.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Int? {
    decoder.expect(node.int, "a whole number", node)
  }
}

extension Double: YAMLValue {
  /// Returns the number that a plain scalar stands for.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Double? {
    decoder.expect(node.double, "a number", node)
  }
}

extension Bool: YAMLValue {
  /// Returns the truth value that a plain scalar stands for.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Bool? {
    decoder.expect(node.bool, "true or false", node)
  }
}

extension Optional: YAMLValue where Wrapped: YAMLValue {
  /// Returns a value that need not be there.
  @inlinable public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Wrapped??
  {
    node.isNull ? .some(nil) : Wrapped.decode(node, &decoder).map { .some($0) }
  }
}

extension Array: YAMLValue where Element: YAMLValue {
  /// Returns a list; an entry that cannot be read is reported and left out.
  @inlinable public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> [Element]?
  {
    guard let items = decoder.expect(node.items, "a list", node) else { return nil }
    return items.compactMap { item in decoder.entry { Element.decode(item, &$0) } }
  }
}

/// A value that is one of a few words.
public protocol YAMLEnumeration: YAMLValue, RawRepresentable, CaseIterable
where RawValue == String {}

extension YAMLEnumeration {
  /// Returns the case that a text names.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Self? {
    guard let text = String.decode(node, &decoder) else { return nil }
    if let value = Self(rawValue: text) { return value }
    decoder.reportUnknownWord(text, among: allCases.map(\.rawValue), at: node)
    return nil
  }
}
