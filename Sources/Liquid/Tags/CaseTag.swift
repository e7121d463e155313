import Diagnostics

/// Compares one value: `{% case value %}{% when a, b or c %} … {% else %} … {% endcase %}`.
enum CaseTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let value = parser.recover { parser throws(Diagnostic) in
      let value = try parser.read(tag.markup) { parser throws(Diagnostic) in
        let value = try parser.parseExpression()
        try parser.expectEnd()
        return value
      } orGuess: { parser, markup throws(Diagnostic) in
        var rest = markup
        guard let piece = rest.next() else { return nil }
        return try parser.guessExpression(piece)
      }
      // Only behind when do the words ask a question; here they are the empty text.
      switch parser.program.expressions[value] {
      case .empty, .blank: return parser.addConstant("")
      default: return value
      }
    }
    // What stands before the first branch is never printed.
    var next = parser.parseBody(of: tag, until: [.endCase, .whenWord, .elseWord]).end
    var whens: [When] = []
    var isBlank = true
    while let current = next, !parser.isText(current.name, "endcase") {
      let values = parser.parseValues(of: current)
      let (body, following) = parser.parseBody(of: tag, until: [.endCase, .whenWord, .elseWord])
      whens.append(When(values: values, block: body.block))
      isBlank = isBlank && body.isBlank
      next = following
    }
    guard let value else { return nil }
    if isBlank {
      for index in whens.indices {
        whens[index].block = parser.program.removeTexts(from: whens[index].block)
      }
    }
    let isSelection = parser.matchesOnce(whens)
    let run = parser.program.whens.add(whens)
    return Statement(
      action: isSelection ? .select(value, run) : .match(value, run),
      isBlank: isBlank
    )
  }
}

extension TemplateParser {
  /// Reads the values of a `when`; an `else` has none.
  fileprivate mutating func parseValues(of tag: TagToken) -> Run<Ref<Expression>> {
    begin(tag.markup)
    guard isText(tag.name, "when") else {
      if lexer.token.kind != .end { note(unexpected("the end")) }
      return .empty
    }
    return recover { parser throws(Diagnostic) in
      var values = [try parser.parseExpression()]
      while parser.accept(.comma) || parser.accept("or") {
        // A comma too many, and anything behind the values, is forgiven by Ruby's Liquid.
        if !parser.environment.isStrict, parser.lexer.token.kind == .end { break }
        values.append(try parser.parseExpression())
      }
      if parser.environment.isStrict { try parser.expectEnd() }
      return parser.program.arguments.add(values)
    } ?? .empty
  }
}

extension TemplateParser {
  /// Whether one of these branches can match at most: an `else` only at the end, and before it literals
  /// alone, no two of them equal.
  fileprivate func matchesOnce(_ whens: [When]) -> Bool {
    var values: [Value] = []
    for (index, when) in whens.enumerated() {
      if when.values.isEmpty, index < whens.count - 1 { return false }
      for position in when.values.indices {
        guard case .constant(let constant) = program.expressions[program.arguments[position]] else {
          return false
        }
        let value = program.constants[constant]
        // So few are quickly compared; a longer row is left to the general way.
        if values.count == 16 || values.contains(value) { return false }
        values.append(value)
      }
    }
    return true
  }
}

extension Renderer {
  /// Returns the block of the branch that matches, or of the `else`.
  mutating func selected(_ ref: Ref<Expression>, _ whens: Run<When>) throws(Diagnostic)
    -> Run<Node>?
  {
    let value = try operand(ref)
    guard !whens.isEmpty else { return nil }
    let first = unsafe UnsafePointer(program.whens.address(of: whens))
    for index in 0..<Int(whens.count) {
      let when = unsafe first + index
      let values = unsafe when.pointee.values
      guard !values.isEmpty else { return unsafe when.pointee.block }
      var argument = unsafe UnsafePointer(program.arguments.address(of: values))
      for _ in 0..<values.count {
        if try isEqual(value, to: unsafe argument.pointee) { return unsafe when.pointee.block }
        unsafe argument += 1
      }
    }
    return nil
  }

  /// Renders every branch that matches, once for each of its values that does, as Ruby's Liquid
  /// does; an `else` if nothing before it matched.
  mutating func match(_ ref: Ref<Expression>, _ whens: Run<When>) throws(Diagnostic) -> Flow {
    var value = try operand(ref)
    var hasMatched = false
    guard !whens.isEmpty else { return .next }
    var next = unsafe UnsafePointer(program.whens.address(of: whens))
    for _ in 0..<whens.count {
      let when = unsafe next.pointee
      unsafe next += 1
      if when.values.isEmpty, !hasMatched {
        let flow = try render(when.block)
        if flow != .next { return flow }
      }
      guard !when.values.isEmpty else { continue }
      var argument = unsafe UnsafePointer(program.arguments.address(of: when.values))
      for _ in 0..<when.values.count {
        let expression = unsafe argument.pointee
        unsafe argument += 1
        guard try isEqual(value, to: expression) else { continue }
        // What is rendered now may set the variable in which the value stands.
        if !hasMatched, !isHeld(ref) { value = scratch.keep(value.value) }
        hasMatched = true
        let flow = try render(when.block)
        if flow != .next { return flow }
      }
    }
    return .next
  }

  /// Whether a value is the one that an expression of a `when` gives, a literal as a rule.
  @inline(__always)
  private mutating func isEqual(_ value: Operand, to ref: Ref<Expression>) throws(Diagnostic)
    -> Bool
  {
    if case .constant(let constant) = unsafe program.expressions.address(of: ref).pointee,
      case .place(let place) = value
    {
      return unsafe Value.areEqual(place, program.constants.address(of: constant))
    }
    return try equals(ref, value)
  }

  /// Whether an expression's value stands in something that outlives whatever is set now.
  private func isHeld(_ ref: Ref<Expression>) -> Bool {
    switch program.expressions[ref] {
    case .constant: true
    case .name(let variable), .member(let variable, _, _), .variable(let variable, _):
      unsafe frame[variable].place != nil && !frame[variable].isOwner
    default: false
    }
  }
}
