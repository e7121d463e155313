public import YAML

/// When a source came out, as exactly as it is known: `2026-09-30`, `2026-09` or `2026`.
public struct SourceDate: Sendable, Hashable, CustomStringConvertible {
  /// The date as it was written.
  public let description: String

  /// Takes a date that the calendar has; anything else is `nil`.
  public init?(_ text: String) {
    let whole = text + "-01-01".dropFirst(max(0, text.utf8.count - 4))
    guard [4, 7, 10].contains(text.utf8.count), CalendarDate(whole) != nil else { return nil }
    description = text
  }
}

extension SourceDate: YAMLValue {
  /// Reads a date, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> SourceDate? {
    decoder.text(node, "a date, such as 2026-09-30, 2026-09 or 2026") { SourceDate($0) }
  }
}
