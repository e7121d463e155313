import Diagnostics

/// Compares one value: `{% case value %}{% when a, b or c %} … {% else %} … {% endcase %}`.
enum CaseTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let value = parser.recover { parser throws(Diagnostic) in
      let value = try parser.parseExpression()
      try parser.expectEnd()
      // Only behind when do the words ask a question; here they are the empty text.
      switch parser.program.expressions[value] {
      case .empty, .blank: return parser.addConstant("")
      default: return value
      }
    }
    // What stands before the first branch is never printed.
    var next = parser.parseBody(of: tag, until: "endcase", "when", "else").end
    var branches: [Branch] = []
    var isBlank = true
    while let current = next, !parser.isText(current.name, "endcase") {
      let condition = parser.parseBranch(current, of: value)
      let (body, following) = parser.parseBody(of: tag, until: "endcase", "when", "else")
      branches.append(Branch(condition: condition, isNegated: false, block: body.block))
      isBlank = isBlank && body.isBlank
      next = following
    }
    return Statement(action: .match(parser.add(branches, isBlank: isBlank)), isBlank: isBlank)
  }
}

extension TemplateParser {
  /// Reads the values of a `when`; an `else` has none.
  fileprivate mutating func parseBranch(_ tag: TagToken, of left: Ref<Expression>?)
    -> Run<Comparison>
  {
    begin(tag.markup)
    guard isText(tag.name, "when") else {
      if lexer.token.kind != .end { note(unexpected("the end")) }
      return .empty
    }
    return recover { parser throws(Diagnostic) in
      var comparisons: [Comparison] = []
      repeat {
        // A comma too many, and anything behind the values, is forgiven by Ruby's Liquid.
        if !parser.environment.isStrict, parser.lexer.token.kind == .end, !comparisons.isEmpty {
          break
        }
        let place = Place(parser.lexer.token.range)
        let right = try parser.parseExpression()
        guard let left else { continue }
        comparisons.append(
          Comparison(left: left, operation: .equal, right: right, link: .or, place: place)
        )
      } while parser.accept(.comma) || parser.accept("or")
      if parser.environment.isStrict { try parser.expectEnd() }
      return parser.program.comparisons.add(comparisons)
    } ?? .empty
  }
}

extension Renderer {
  /// Renders every branch that matches, once for each of its values that does, as Ruby's Liquid
  /// does; an `else` if nothing before it matched.
  mutating func match(_ branches: Run<Branch>) throws(Diagnostic) -> Flow {
    var hasMatched = false
    for index in branches.indices {
      let branch = program.branches[index]
      if branch.condition.isEmpty, !hasMatched {
        let flow = try render(branch.block)
        if flow != .next { return flow }
      }
      for position in branch.condition.indices {
        let comparison = program.comparisons[position]
        guard try areEqual(comparison.left, comparison.right) else { continue }
        hasMatched = true
        let flow = try render(branch.block)
        if flow != .next { return flow }
      }
    }
    return .next
  }
}
