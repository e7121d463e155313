import Diagnostics

extension TemplateParser {
  /// Reads `a == b and c or d`, to the end of the tag.
  mutating func parseCondition() throws(Diagnostic) -> Run<Comparison> {
    try read(lexer.rest) { parser throws(Diagnostic) in
      try parser.parseProperCondition()
    } orGuess: { parser, markup throws(Diagnostic) in
      try parser.guessCondition(markup)
    }
  }

  private mutating func parseProperCondition() throws(Diagnostic) -> Run<Comparison> {
    var chain: [Comparison] = []
    repeat {
      chain.append(try parseComparison())
    } while chain[chain.count - 1].link != .end
    try expectEnd()
    return program.comparisons.add(chain)
  }

  private mutating func parseComparison() throws(Diagnostic) -> Comparison {
    let left = try parseExpression()
    let place = Place(lexer.token.range)
    var right = left
    var operation = Comparison.Operator.truth
    if let found = comparisonOperator {
      operation = found
      lexer.advance()
      right = try parseExpression()
    }
    let link: Comparison.Link = accept("and") ? .and : accept("or") ? .or : .end
    return Comparison(left: left, operation: operation, right: right, link: link, place: place)
  }

  private var comparisonOperator: Comparison.Operator? {
    switch lexer.token.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .contains: .contains
    default: nil
    }
  }
}
