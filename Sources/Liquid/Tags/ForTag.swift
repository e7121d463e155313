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
  /// Begins a loop with its first turn and returns the block that comes next.
  ///
  /// Where there is nothing to go through, that is its `else`, if any. The level is what ``render(_:)``
  /// knows of the loop around it, and is given back at the end.
  mutating func beginLoop(_ ref: Ref<Loop>, level: Int) throws(Diagnostic)
    -> (block: Run<Node>?, isBody: Bool)
  {
    let loop = unsafe program.loops.address(of: ref)
    let items = try items(of: unsafe loop.pointee)
    guard !items.range.isEmpty else {
      return unsafe (loop.pointee.otherwise, false)
    }
    try turn()
    guard depth < nesting else { throw .renderingTooDeep(limit: nesting) }
    let body = unsafe loop.pointee.block
    guard !body.isEmpty else {
      for _ in 1..<items.range.count { try turn() }
      return (nil, false)
    }
    let position = loops.count
    let name = unsafe loop.pointee.name
    let outer = (level, frame.bindings)
    loops.append(LoopState(ref, name: name, items: items, parent: frame.loop, outer: outer))
    frame.loop = position
    frame.bind(LoopField.forLoopVariable, to: .loop(position))
    frame.bind(unsafe loop.pointee.variable)
    let item = items.item(at: 0, isReversed: unsafe loop.pointee.isReversed)
    frame.set(unsafe loop.pointee.variable, to: item)
    return (body, true)
  }

  /// Begins the next turn of the innermost loop and returns its body; `nil` behind the last turn.
  mutating func turnLoop() throws(Diagnostic) -> Run<Node>? {
    let state = unsafe loops.address(of: loops.count - 1)
    let index = unsafe state.pointee.index + 1
    guard unsafe index < state.pointee.length else { return nil }
    try turn()
    unsafe state.pointee.index = index
    let loop = unsafe program.loops.address(of: state.pointee.loop)
    let item = unsafe state.pointee.items.item(at: index, isReversed: loop.pointee.isReversed)
    unsafe frame.set(loop.pointee.variable, to: item)
    return unsafe loop.pointee.block
  }

  /// Ends the innermost loop and returns what it was given at its beginning.
  mutating func endLoop() -> (level: Int, bindings: Int) {
    let outer = loops.look(at: loops.count - 1) { loop in
      frame.loop = loop.parent
      return loop.outer
    }
    loops.removeLast()
    frame.unbind(to: outer.bindings)
    return outer
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
