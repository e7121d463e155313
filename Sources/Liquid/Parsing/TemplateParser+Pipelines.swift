import Diagnostics

extension TemplateParser {
  /// Reads what is to be printed, to the end of the tag.
  mutating func parseOutput() throws(Diagnostic) -> Action {
    let pipeline = try parsePipeline()
    let entry = program.pipelines[pipeline]
    return entry.filters.isEmpty ? .print(entry.source) : .output(pipeline)
  }

  /// Reads an expression with its filters, to the end of the tag.
  mutating func parsePipeline() throws(Diagnostic) -> Ref<Pipeline> {
    let markup = lexer.rest
    return try read(markup) { parser throws(Diagnostic) in
      try parser.parseProperPipeline()
    } orGuess: { parser, markup throws(Diagnostic) in
      try parser.guessPipeline(markup)
    }
  }

  private mutating func parseProperPipeline() throws(Diagnostic) -> Ref<Pipeline> {
    let source = try parseExpression()
    // Nothing in a filter's arguments has filters of its own.
    let start = program.filterCalls.count
    while accept(.pipe) { program.filterCalls.append(try parseFilterCall()) }
    try expectEnd()
    let filters = Run<FilterCall>(start: start, count: program.filterCalls.count - start)
    return program.pipelines.add(Pipeline(source: source, filters: filters))
  }

  private mutating func parseFilterCall() throws(Diagnostic) -> FilterCall {
    let token = lexer.token
    try expect(.identifier, "the name of a filter")
    let arguments =
      accept(.colon) ? try parseArguments() : (positional: .empty, named: .empty)
    return filterCall(token.range, arguments.positional, arguments.named)
  }

  /// Returns the call of a filter that is named somewhere.
  mutating func filterCall(
    _ name: Range<Int>,
    _ positional: Run<Ref<Expression>>,
    _ named: Run<NamedArgument>
  ) -> FilterCall {
    let count = Int(positional.count)
    let position = environment.filters.position(of: bytes[name])
    if environment.isStrict { check(name, count, named, filter: position) }
    let traits = position.map { environment.filters.traits[$0] }
    let hasRightArity = traits?.arity.contains(count) ?? true
    let isPlain = hasRightArity && named.isEmpty && count <= 2
    return unsafe FilterCall(
      filter: Int32(position ?? -1),
      arguments: positional,
      named: named,
      hasRightArity: hasRightArity,
      action: isPlain ? traits?.action ?? .call : .call,
      keepsMarkup: traits?.keepsMarkup ?? false,
      writer: unsafe traits?.writer,
      place: Place(name)
    )
  }

  private mutating func check(
    _ range: Range<Int>,
    _ count: Int,
    _ named: Run<NamedArgument>,
    filter position: Int?
  ) {
    let name = text(range)
    guard let position else {
      note(.unknownFilter(name, known: environment.filters.names, at: location(range)))
      return
    }
    let filter = environment.filters.filters[position]
    if !filter.arity.contains(count) {
      note(.wrongArguments(name, count, takes: filter.arity).at(location(range)))
    }
    for index in named.indices {
      let argumentName = program.names.keys[program.namedArguments[index].name].text.string
      if !filter.named.contains(argumentName) {
        note(
          .unknownArgument(argumentName, of: name, known: filter.named).at(location(range))
        )
      }
    }
  }

  /// Reads `a, b, name: c`.
  private mutating func parseArguments() throws(Diagnostic) -> (
    positional: Run<Ref<Expression>>, named: Run<NamedArgument>
  ) {
    // Nothing in an argument has arguments of its own.
    let start = program.arguments.count
    let namedStart = program.namedArguments.count
    repeat {
      // A colon or a comma too many is forgiven by Ruby's Liquid.
      if !environment.isStrict, lexer.token.kind == .end || lexer.token.kind == .pipe { break }
      if let argument = try parseNamedArgument() {
        program.namedArguments.append(argument)
      } else {
        program.arguments.append(try parseExpression())
      }
    } while accept(.comma)
    return (
      Run(start: start, count: program.arguments.count - start),
      Run(start: namedStart, count: program.namedArguments.count - namedStart)
    )
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
