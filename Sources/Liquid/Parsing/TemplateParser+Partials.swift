import Diagnostics

extension TemplateParser {
  /// Reads the name of a partial and everything that it is given, to the end of the tag.
  mutating func parsePartialCall(_ tag: TagToken) throws(Diagnostic) -> Ref<PartialCall> {
    try read(tag.markup) { parser throws(Diagnostic) in
      try parser.parseProperPartialCall()
    } orGuess: { parser, markup throws(Diagnostic) in
      try parser.guessPartialCall(markup)
    }
  }

  private mutating func parseProperPartialCall() throws(Diagnostic) -> Ref<PartialCall> {
    let token = lexer.token
    let name = try parseExpression()
    let range = token.range.lowerBound..<lexer.previous.range.upperBound
    var value: Ref<Expression>?
    var isForEach = false
    if lexer.following.kind != .colon {
      isForEach = accept("for")
      if isForEach || accept("with") { value = try parseExpression() }
    }
    var alias: Variable?
    if lexer.isAt("as"), lexer.following.kind != .colon {
      lexer.advance()
      alias = try parseTarget()
    }
    let arguments = try parseNamedArguments()
    for index in arguments.indices {
      _ = program.names.variable(named: program.namedArguments[index].name)
    }
    try expectEnd()
    return addPartialCall(
      name: name,
      at: range,
      value: value,
      isForEach: isForEach,
      alias: alias,
      arguments: arguments
    )
  }

  /// Adds a call of a partial, which is known already if its name is a text.
  mutating func addPartialCall(
    name: Ref<Expression>,
    at range: Range<Int>,
    value: Ref<Expression>?,
    isForEach: Bool,
    alias: Variable?,
    arguments: Run<NamedArgument>
  ) -> Ref<PartialCall> {
    let place = Place(range)
    var literal: PartialCall.Literal?
    if case .constant = program.expressions[name], let quote = bytes[range].first,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    {
      literal = self.literal(range.dropFirst().dropLast(), place)
    }
    return program.partialCalls.add(
      PartialCall(
        name: name,
        literal: literal,
        value: value,
        isForEach: isForEach,
        alias: alias,
        arguments: arguments,
        place: place
      )
    )
  }

  private mutating func literal(_ range: Range<Int>, _ place: Place) -> PartialCall.Literal {
    // The part behind the last slash; slashes at the end count for nothing.
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return PartialCall.Literal(
      name: program.names.add(bytes[range]),
      template: partial(named: text(range), at: place),
      variable: program.names.variable(named: program.names.add(bytes[start..<end]))
    )
  }

  /// Returns the position of a partial among the program's templates, which it joins if it is new.
  ///
  /// Its own text is read later: partials may name each other in a circle.
  mutating func partial(named name: String, at place: Place) -> Int32? {
    if let position = partials[name] { return position }
    var source: SourceText?
    var faults: [Diagnostic] = []
    do throws(Diagnostic) {
      source = try environment.partials.load(name)
    } catch {
      source = SourceText(path: name, bytes: [])
      faults = [error]
    }
    guard let source else {
      if environment.isStrict {
        note(
          .unknownPartial(name, known: environment.partials.names()).at(location(place.range))
        )
      }
      return nil
    }
    let position = Int32(clamping: program.templates.count)
    program.templates.append(
      Program.Source(text: source, name: name, caller: (template, place), faults: faults)
    )
    partials[name] = position
    return position
  }
}
