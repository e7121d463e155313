/// One word or sign between the delimiters of a tag or an output.
struct Token: Sendable {
  enum Kind: Sendable {
    case identifier, string, integer, float
    case pipe, dot, dotDot, colon, comma, equals
    case openSquare, closeSquare, openRound, closeRound
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contains
    /// A byte that begins nothing, or a quote that never closes.
    case unknown
    case end
  }

  let kind: Kind
  /// Where it stands in the template, with its quotes.
  let range: Range<Int>
}
