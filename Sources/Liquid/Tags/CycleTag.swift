import Diagnostics

/// Prints one value after the other, again and again: `{% cycle group: a, b, c %}`.
enum CycleTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let (name, values) = try parser.read(tag.markup) { parser throws(Diagnostic) in
      try parser.parseCycle()
    } orGuess: { parser, markup throws(Diagnostic) in
      try parser.guessCycle(markup)
    }
    let cycle = Cycle(
      name: name ?? parser.groupName(of: values, tag),
      values: parser.program.arguments.add(values)
    )
    return Statement(action: .cycle(parser.program.cycles.add(cycle)))
  }
}

extension TemplateParser {
  fileprivate mutating func parseCycle() throws(Diagnostic) -> (
    name: Ref<Expression>?, values: [Ref<Expression>]
  ) {
    var values = [try parseExpression()]
    var name: Ref<Expression>?
    if accept(.colon) {
      name = values.removeLast()
      values.append(try parseExpression())
    }
    while accept(.comma), lexer.token.kind != .end { values.append(try parseExpression()) }
    try expectEnd()
    return (name, values)
  }

  /// What stands between commas, behind a name with a colon if there is one.
  fileprivate mutating func guessCycle(_ markup: Fragments) throws(Diagnostic) -> (
    name: Ref<Expression>?, values: [Ref<Expression>]
  )? {
    var rest = markup
    rest.skipSpaces()
    guard let first = rest.piece(at: rest.position) else { return nil }
    var range = first
    rest.position = first.upperBound
    rest.skipSpaces()
    if let last = range.last, bytes[last] == UInt8(ascii: ":") {
      range.removeLast()
    } else if rest.position < rest.end, bytes[rest.position] == UInt8(ascii: ":") {
      rest.position += 1
    } else {
      return (nil, try guessValues(markup))
    }
    return (try guessExpression(range), try guessValues(rest))
  }

  /// The name of a cycle that has none: one for all that print the same literals; one with
  /// variables is a group of its own, as in Ruby's Liquid.
  fileprivate mutating func groupName(of values: [Ref<Expression>], _ tag: TagToken)
    -> Ref<Expression>
  {
    var items: [Value] = []
    for value in values {
      if case .constant(let constant) = program.expressions[value] {
        items.append(program.constants[constant])
      } else {
        items.append([.int(template), .int(tag.whole.lowerBound)])
      }
    }
    return addConstant([.array(items)])
  }
}

extension Renderer {
  /// Writes a cycle's next value.
  mutating func renderCycle(_ ref: Ref<Cycle>) throws(Diagnostic) {
    let cycle = program.cycles[ref]
    let name = try evaluate(cycle.name)
    let turn = frame.memory.cycles[name] ?? 0
    // A group's tags may have different numbers of values: one that has run out prints nothing.
    if turn < cycle.values.count {
      try write(operand(program.arguments[cycle.values.indices.lowerBound + turn]))
    }
    frame.memory.cycles[name] = turn + 1 < cycle.values.count ? turn + 1 : 0
  }
}
