import Diagnostics

extension TemplateParser {
  /// Reads one expression.
  mutating func parseExpression() throws(Diagnostic) -> Ref<Expression> {
    guard depth < environment.limits.nesting else {
      throw .tooDeep(limit: environment.limits.nesting, at: location(lexer.token.range))
    }
    depth += 1
    defer { depth -= 1 }
    let token = lexer.token
    let expression: Expression
    switch token.kind {
    case .identifier: expression = try parseNameOrWord()
    case .string:
      lexer.advance()
      let text = Text(bytes[token.range.dropFirst().dropLast()].array)
      expression = .constant(program.constants.add(.string(text)))
    case .integer: expression = .constant(program.constants.add(.int(try parseInteger())))
    case .float:
      lexer.advance()
      let number = Double(text(token.range)) ?? Double(text(token.range) + "0")
      expression = .constant(program.constants.add(.float(number ?? 0)))
    case .openRound: expression = try parseRange()
    case .openSquare:
      lexer.advance()
      let name = try parseExpression()
      try expect(.closeSquare)
      expression = .computed(name, try parsePath())
    default: throw unexpected("a value")
    }
    return add(expression, from: token.range.lowerBound)
  }

  private mutating func add(_ expression: Expression, from start: Int) -> Ref<Expression> {
    program.places.append(Place(start..<lexer.previous.range.upperBound))
    return program.expressions.add(expression)
  }

  /// A constant that stands nowhere in the template.
  mutating func addConstant(_ value: Value) -> Ref<Expression> {
    add(.constant(program.constants.add(value)), from: lexer.previous.range.upperBound)
  }

  private mutating func parseNameOrWord() throws(Diagnostic) -> Expression {
    let token = lexer.token
    if environment.isStrict, !bytes[token.range.lowerBound].isNameStart {
      throw .unexpected(text(token.range), wanted: "a value", at: location(token.range))
    }
    lexer.advance()
    if lexer.token.kind != .dot, lexer.token.kind != .openSquare, let word = word(token) {
      return word
    }
    let name = program.names.add(lexer.text(token))
    let variable = program.names.variable(named: name)
    let path = try parsePath()
    switch path.count {
    case 0: return .name(variable)
    case 1:
      let step = Ref<Step>(Int(path.start))
      if case .member(let name) = program.steps[step].kind { return .member(variable, name, step) }
      return .variable(variable, path)
    default: return .variable(variable, path)
    }
  }

  mutating func word(_ token: Token) -> Expression? {
    switch token.range.count {
    case 3 where isText(token.range, "nil"): .constant(program.constants.add(.nil))
    case 4 where isText(token.range, "null"): .constant(program.constants.add(.nil))
    case 4 where isText(token.range, "true"): .constant(program.constants.add(true))
    case 5 where isText(token.range, "false"): .constant(program.constants.add(false))
    case 5 where isText(token.range, "empty"): .empty
    case 5 where isText(token.range, "blank"): .blank
    default: nil
    }
  }

  private mutating func parseInteger() throws(Diagnostic) -> Int {
    let token = lexer.token
    guard let number = Int(text(token.range)) else {
      throw .numberTooLarge(text(token.range), at: location(token.range))
    }
    lexer.advance()
    return number
  }

  private mutating func parseRange() throws(Diagnostic) -> Expression {
    lexer.advance()
    let first = try parseExpression()
    try expect(.dotDot)
    let last = try parseExpression()
    try expect(.closeRound)
    // Ruby's Liquid cuts fractions off between literals, and refuses them elsewhere.
    if case .constant(let a) = program.expressions[first],
      case .constant(let b) = program.expressions[last]
    {
      program.constants[a] = .int(program.constants[a].integer ?? 0)
      program.constants[b] = .int(program.constants[b].integer ?? 0)
    }
    return .range(first, last)
  }

  private mutating func parsePath() throws(Diagnostic) -> Run<Step> {
    guard lexer.token.kind == .dot || lexer.token.kind == .openSquare else { return .empty }
    // A bracket may hold a path of its own, so that this one's steps wait here.
    let start = pendingSteps.count
    while true {
      switch lexer.token.kind {
      case .dot:
        lexer.advance()
        let token = lexer.token
        try expect(.identifier, "a name")
        pendingSteps.append(Step(kind: member(token), place: Place(token.range)))
      case .openSquare:
        lexer.advance()
        pendingSteps.append(try parseBracket())
        try expect(.closeSquare)
      default: return pendingSteps.move(from: start, to: &program.steps)
      }
    }
  }

  mutating func member(_ token: Token) -> Step.Kind {
    let name = program.names.add(lexer.text(token))
    switch token.range.count {
    case 4 where bytes[token.range].isText("size"): return .command(name, .size)
    case 4 where bytes[token.range].isText("last"): return .command(name, .last)
    case 5 where bytes[token.range].isText("first"): return .command(name, .first)
    default: return .member(name)
    }
  }

  private mutating func parseBracket() throws(Diagnostic) -> Step {
    let token = lexer.token
    let following = lexer.following.kind
    if following == .closeSquare {
      switch token.kind {
      case .string:
        lexer.advance()
        let name = program.names.add(bytes[token.range.dropFirst().dropLast()])
        return Step(kind: .key(name), place: Place(token.range))
      case .integer:
        if let index = Int32(text(token.range)) {
          lexer.advance()
          return Step(kind: .index(index), place: Place(token.range))
        }
      default: break
      }
    }
    let expression = try parseExpression()
    let range = token.range.lowerBound..<lexer.previous.range.upperBound
    return Step(kind: .computed(expression), place: Place(range))
  }

  // MARK: Tokens

  /// Steps over a token that must be there.
  mutating func expect(_ kind: Token.Kind, _ what: String? = nil) throws(Diagnostic) {
    guard lexer.token.kind == kind else { throw unexpected(what ?? kind.description) }
    lexer.advance()
  }

  /// Steps over a token if it is there.
  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard lexer.token.kind == kind else { return false }
    lexer.advance()
    return true
  }

  /// Steps over a word if it is there.
  mutating func accept(_ word: StaticString) -> Bool {
    guard lexer.isAt(word) else { return false }
    lexer.advance()
    return true
  }

  /// Holds a tag to have nothing more.
  mutating func expectEnd() throws(Diagnostic) {
    guard lexer.token.kind == .end else { throw unexpected("the end") }
  }

  /// Says what stands where something else should.
  func unexpected(_ wanted: String) -> Diagnostic {
    let token = lexer.token
    let found = token.kind == .end ? nil : text(token.range)
    return .unexpected(found, wanted: wanted, at: location(token.range))
  }
}

extension Token.Kind {
  fileprivate var description: String {
    switch self {
    case .closeSquare: "']'"
    case .closeRound: "')'"
    case .dotDot: "'..'"
    case .colon: "':'"
    case .equals: "'='"
    case .identifier: "a name"
    default: "something else"
    }
  }
}
