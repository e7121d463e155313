/// A number that says how much, together with its unit: `118%`, `€4M`, `3.5x`, `1 000 000`.
///
/// Two figures are the same if they share a value and their units go together, however they are
/// written: `€4M` and `4 million euros`, `74%` and `74 Prozent`.
public struct Figure: Sendable, Hashable {
  /// What is counted, as far as a figure itself says.
  public enum Unit: Sendable, Hashable {
    /// The word behind it says, if anything does.
    case none
    case percent
    /// So many times as much.
    case times
    /// Money.
    case currency(Currency)
  }

  /// The currencies that have a sign or a word of their own; any other goes by its code.
  public enum Currency: Sendable, Hashable {
    case dollar, euro, pound, yen, rouble, rupee
    /// A code of ISO 4217.
    case code(String)
  }

  /// A number without a unit, exactly: 1,200 is 12 × 10².
  public struct Value: Sendable, Hashable {
    /// The digits, without zeros at their end.
    public let mantissa: UInt64
    /// The power of ten.
    public let exponent: Int

    /// Takes a number in any of its forms.
    public init(mantissa: UInt64, exponent: Int) {
      var (mantissa, exponent) = (mantissa, mantissa == 0 ? 0 : exponent)
      while mantissa > 0, mantissa.isMultiple(of: 10) {
        (mantissa, exponent) = (mantissa / 10, exponent + 1)
      }
      self.mantissa = mantissa
      self.exponent = exponent
    }

    /// The number if it is whole and small enough, else `nil`.
    public var integer: Int? {
      guard (0...9).contains(exponent), mantissa < 1_000_000_000 else { return nil }
      return (0..<exponent).reduce(Int(mantissa)) { number, _ in number * 10 }
    }
  }

  /// What it may mean: `1.234` is more than a thousand in German and little more than one in
  /// English.
  public let values: [Value]
  /// What is counted.
  public let unit: Unit
  /// The part of the text that it takes, with its sign, scale and unit.
  public let text: Range<Int>

  /// Whether it is a bare number, of which the words around it say what it counts.
  public var isBare: Bool { unit == .none }
}

extension PlainText {
  /// The figures of a part of the text, which should be one block or less.
  public func figures(in range: Range<Int>) -> FigureScanner { FigureScanner(bytes, in: range) }
}
