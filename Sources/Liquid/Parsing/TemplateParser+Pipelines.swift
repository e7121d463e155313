import Diagnostics

extension TemplateParser {
  /// Reads an expression with its filters, to the end of the tag.
  mutating func parsePipeline() throws(Diagnostic) -> Ref<Pipeline> {
    let source = try parseExpression()
    var calls: [FilterCall] = []
    while accept(.pipe) { calls.append(try parseFilterCall()) }
    try expectEnd()
    return program.pipelines.add(
      Pipeline(source: source, filters: program.filterCalls.add(calls))
    )
  }

  private mutating func parseFilterCall() throws(Diagnostic) -> FilterCall {
    let token = lexer.token
    try expect(.identifier, "the name of a filter")
    let (positional, named) = accept(.colon) ? try parseArguments() : ([], [])
    let name = text(token.range)
    let position = environment.filters.position(of: name)
    if environment.isStrict {
      check(token, positional.count, named, filter: position)
    }
    return FilterCall(
      filter: Int32(position ?? -1),
      arguments: program.arguments.add(positional),
      named: program.namedArguments.add(named),
      hasRightArity: position.map {
        environment.filters.filters[$0].arity.contains(positional.count)
      } ?? true,
      place: Place(token.range)
    )
  }

  private mutating func check(
    _ token: Token,
    _ count: Int,
    _ named: [NamedArgument],
    filter position: Int?
  ) {
    let name = text(token.range)
    guard let position else {
      note(.unknownFilter(name, known: environment.filters.names, at: location(token.range)))
      return
    }
    let filter = environment.filters.filters[position]
    if !filter.arity.contains(count) {
      note(.wrongArguments(name, count, takes: filter.arity).at(location(token.range)))
    }
    for argument in named {
      let argumentName = program.names.keys[argument.name].text.string
      if !filter.named.contains(argumentName) {
        note(
          .unknownArgument(argumentName, of: name, known: filter.named).at(location(token.range))
        )
      }
    }
  }

  /// Reads `a, b, name: c`.
  private mutating func parseArguments() throws(Diagnostic) -> (
    positional: [Ref<Expression>], named: [NamedArgument]
  ) {
    var positional: [Ref<Expression>] = []
    var named: [NamedArgument] = []
    repeat {
      // A colon or a comma too many is forgiven by Ruby's Liquid.
      if !environment.isStrict, lexer.token.kind == .end || lexer.token.kind == .pipe { break }
      if let argument = try parseNamedArgument() {
        named.append(argument)
      } else {
        positional.append(try parseExpression())
      }
    } while accept(.comma)
    return (positional, named)
  }

  /// Reads `name: value` if that is what comes next.
  mutating func parseNamedArgument() throws(Diagnostic) -> NamedArgument? {
    guard lexer.token.kind == .identifier, lexer.following.kind == .colon else { return nil }
    let name = program.names.add(lexer.text(lexer.token))
    lexer.advance()
    lexer.advance()
    return NamedArgument(name: name, value: try parseExpression())
  }

  /// Reads `name: value` with or without commas between them, up to the end of the tag.
  mutating func parseNamedArguments() throws(Diagnostic) -> Run<NamedArgument> {
    var arguments: [NamedArgument] = []
    _ = accept(.comma)
    while let argument = try parseNamedArgument() {
      arguments.append(argument)
      _ = accept(.comma)
    }
    return program.namedArguments.add(arguments)
  }

  /// Reads the arguments of a tag that somebody added: a comma between them is welcome, no more.
  mutating func parseTagArguments() throws(Diagnostic) -> (
    positional: [Ref<Expression>], named: [NamedArgument]
  ) {
    var positional: [Ref<Expression>] = []
    var named: [NamedArgument] = []
    while lexer.token.kind != .end {
      if let argument = try parseNamedArgument() {
        named.append(argument)
      } else {
        positional.append(try parseExpression())
      }
      _ = accept(.comma)
    }
    return (positional, named)
  }
}
