public import YAML

/// A whole percentage below a hundred.
public struct Percentage: Sendable, Hashable {
  /// The number, 0 to 99.
  public let value: Int

  /// Takes a number in these bounds; anything else is `nil`.
  public init?(_ value: Int) {
    guard (0...99).contains(value) else { return nil }
    self.value = value
  }

  /// More than half, tip 3.
  static let half = Percentage(known: 50)

  private init(known value: Int) { self.value = value }
}

extension Percentage: YAMLValue {
  /// Reads a percentage, with or without its sign.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Percentage? {
    decoder.text(node, "a percentage from 0 to 99") { text in
      Int(text.hasSuffix("%") ? text.dropLast() : text[...]).flatMap(Percentage.init)
    }
  }
}

/// How many words or minutes something takes.
public struct Amount: Sendable, Hashable {
  /// The number, from 1.
  public let value: Int

  /// Takes a number from 1 to 10,000; anything else is `nil`.
  public init?(_ value: Int) {
    guard (1...10_000).contains(value) else { return nil }
    self.value = value
  }

  /// The length of an answer of which the brief says nothing.
  static let shortAnswer = Amount(known: 40)

  private init(known value: Int) { self.value = value }
}

extension Amount: YAMLValue {
  /// Reads a number, or says in which bounds.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Amount? {
    decoder.text(node, "a number from 1 to 10000") { Int($0).flatMap(Amount.init) }
  }
}

/// For how many days an approval counts, written as `14d`.
public struct Lifetime: Sendable, Hashable, Comparable {
  /// The number of days, from 1.
  public let days: Int

  /// Reads the one spelling; anything else is `nil`.
  public init?(_ text: String) {
    guard text.last == "d", text.dropLast().utf8.allSatisfy(Byte.isDigit),
      let days = Int(text.dropLast()), (1...9999).contains(days)
    else { return nil }
    self.days = days
  }

  /// Orders by length.
  public static func < (left: Lifetime, right: Lifetime) -> Bool { left.days < right.days }
}

extension Lifetime: YAMLValue {
  /// Reads a number of days, or says how it is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Lifetime? {
    decoder.text(node, "a number of days, such as 14d") { Lifetime($0) }
  }
}
