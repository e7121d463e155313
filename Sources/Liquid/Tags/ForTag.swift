import Diagnostics

/// Repeats a block: `{% for item in items reversed limit: 3 %} … {% else %} … {% endfor %}`.
enum ForTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let loop = parser.recover { parser throws(Diagnostic) in
      try parser.parseLoop(tag, isTable: false)
    }
    let (body, end) = parser.parseBody(of: tag, until: [.endFor, .elseWord])
    var otherwise: Body?
    if let end, parser.isText(end.name, "else") {
      otherwise = parser.parseBody(of: tag, until: .endFor).body
    }
    guard var loop else { return nil }
    let isBlank = body.isBlank && otherwise?.isBlank ?? true
    loop.block = isBlank ? parser.program.removeTexts(from: body.block) : body.block
    loop.otherwise = otherwise.map {
      isBlank ? parser.program.removeTexts(from: $0.block) : $0.block
    }
    return Statement(action: .loop(parser.program.loops.add(loop)), isBlank: isBlank)
  }
}

extension TemplateParser {
  /// Reads what a loop goes through and how.
  mutating func parseLoop(_ tag: TagToken, isTable: Bool) throws(Diagnostic) -> Loop {
    try read(tag.markup) { parser throws(Diagnostic) in
      try parser.parseProperLoop(isTable: isTable)
    } orGuess: { parser, markup throws(Diagnostic) in
      try parser.guessLoop(markup, isTable: isTable)
    }
  }

  /// Reads `item in items` and the options of a loop, in any order.
  private mutating func parseProperLoop(isTable: Bool) throws(Diagnostic) -> Loop {
    let variable = lexer.token
    try expect(.identifier, "the name of a variable")
    guard accept("in") else { throw unexpected("'in'") }
    let start = lexer.token.range.lowerBound
    let collection = try parseExpression()
    let range = start..<lexer.previous.range.upperBound
    var loop = Loop(
      variable: program.names.variable(named: program.names.add(lexer.text(variable))),
      collection: collection,
      name: loopName(variable.range, range),
      place: Place(range)
    )
    _ = accept(.comma)
    while lexer.token.kind != .end { try parseLoopOption(&loop, isTable: isTable) }
    return loop
  }

  private mutating func parseLoopOption(_ loop: inout Loop, isTable: Bool) throws(Diagnostic) {
    if !isTable, accept("reversed") {
      loop.isReversed = true
    } else if accept("limit") {
      loop.limit = try parseOptionValue()
    } else if isTable, accept("cols") {
      loop.columns = try parseOptionValue()
    } else if accept("offset") {
      try expect(.colon)
      if lexer.isAt("continue"), lexer.following.kind != .dot {
        lexer.advance()
        loop.continues = true
        program.hasContinuedLoops = true
      } else {
        loop.offset = try parseExpression()
      }
    } else {
      throw unexpected(
        isTable ? "'cols:', 'limit:' or 'offset:'" : "'reversed', 'limit:' or 'offset:'"
      )
    }
    _ = accept(.comma)
  }

  private mutating func parseOptionValue() throws(Diagnostic) -> Ref<Expression> {
    try expect(.colon)
    return try parseExpression()
  }

  /// The name under which a loop remembers where it stopped: `item-items`, without white space.
  mutating func loopName(_ variable: Range<Int>, _ collection: Range<Int>) -> Name {
    var name = bytes[variable].array
    name.append(UInt8(ascii: "-"))
    for index in collection where !bytes[index].isSpace { name.append(bytes[index]) }
    return program.addName(name)
  }
}

extension Renderer {
  /// Renders a block for each item.
  mutating func repeatLoop(_ ref: Ref<Loop>) throws(Diagnostic) -> Flow {
    let loop = unsafe program.loops.address(of: ref).pointee
    let items = try items(of: loop)
    guard !items.range.isEmpty else {
      guard let otherwise = loop.otherwise else { return .next }
      return try render(otherwise)
    }
    let bindings = frame.bindings
    let outer = frame.loop
    let position = loops.count
    let count = items.range.count
    frame.loop = position
    loops.append(LoopState(name: loop.name, length: count, parent: outer))
    frame.bind(LoopField.forLoopVariable, to: .loop(position))
    frame.bind(loop.variable)
    // The variable looks at the items to the end of the last turn.
    defer { withExtendedLifetime(items) {} }
    for turn in 0..<count {
      try self.turn()
      loops[position].index = turn
      frame.set(loop.variable, to: items.item(at: turn, isReversed: loop.isReversed))
      if try render(loop.block) == .break { break }
    }
    frame.unbind(to: bindings)
    loops.removeLast()
    frame.loop = outer
    return .next
  }

  /// Returns what a loop goes through, with its `offset` and `limit`.
  mutating func items(of loop: Loop) throws(Diagnostic) -> LoopItems {
    var offset = 0
    if loop.continues {
      offset = frame.memory.offsets[loop.name] ?? 0
    } else if let ref = loop.offset {
      offset = try integer(ref) ?? 0
    }
    var items = LoopItems(try operand(loop.collection).value)
    items.cut(
      offset: offset,
      limit: try loop.limit.flatMap { ref throws(Diagnostic) in try integer(ref) }
    )
    guard program.hasContinuedLoops else { return items }
    frame.memory.offsets[loop.name] = offset.addingReportingOverflow(items.range.count).partialValue
    return items
  }

  /// Returns the whole number that an option must be; `nil` stands for none.
  private mutating func integer(_ ref: Ref<Expression>) throws(Diagnostic) -> Int? {
    let value = try evaluate(ref)
    switch value {
    case .nil: return nil
    case .int(let number): return number
    case .string: if let number = value.integer { return number }
    default: break
    }
    throw fail(.invalidInteger(), at: source(of: ref))
  }
}
