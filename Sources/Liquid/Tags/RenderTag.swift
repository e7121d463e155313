import Diagnostics

/// Renders a partial that sees only what it is given: `{% render 'name', key: value %}`.
enum RenderTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    guard parser.lexer.token.kind == .string else {
      throw parser.unexpected("the name of a partial in quotes")
    }
    return Statement(action: .render(try parser.parsePartialCall()))
  }
}

extension Renderer {
  /// Renders a partial that sees only its arguments; for each item of a collection with `for`.
  mutating func renderIsolated(_ ref: Ref<PartialCall>) throws(Diagnostic) {
    let call = program.partialCalls[ref]
    guard let literal = call.literal else { return }
    let template = try template(of: call, named: program.names.keys[literal.name].text)
    let arguments = try evaluate(call.arguments)
    let value = try call.value.map { ref throws(Diagnostic) in try evaluate(ref) } ?? .nil
    let variable = call.alias ?? literal.variable
    guard call.isForEach, value.isCollection else {
      let given = value.isNil ? arguments : arguments + [(variable, .local(value))]
      return try renderIsolated(call, template, given)
    }
    let items = LoopItems(value)
    let position = loops.count
    loops.append(LoopState(name: literal.name, length: items.range.count, parent: -1))
    for turn in items.range {
      try self.turn()
      loops[position].index = turn
      let item = items.value(at: turn, isReversed: false)
      let loop = (LoopField.forLoop.ref, Slot.loop(position))
      let given = item.isNil ? [loop] : [loop, (variable, .local(item))]
      try renderIsolated(call, template, arguments + given)
    }
    loops.removeLast()
  }

  private mutating func evaluate(_ arguments: Run<NamedArgument>) throws(Diagnostic)
    -> [(Name, Slot)]
  {
    var result: [(Name, Slot)] = []
    for index in arguments.indices {
      let argument = program.namedArguments[index]
      result.append((argument.name, .local(try evaluate(argument.value))))
    }
    return result
  }

  private mutating func renderIsolated(
    _ call: PartialCall,
    _ template: Int,
    _ given: [(name: Name, slot: Slot)]
  ) throws(Diagnostic) {
    try enter(call)
    var inner = Frame(
      names: program.names.keys.count,
      data: Object(),
      template: template,
      refusesInclude: true
    )
    for variable in given { inner.slots[variable.name] = variable.slot }
    swap(&frame, &inner)
    _ = try render(program.templates[template].body.block)
    swap(&frame, &inner)
    frame.grow(to: program.names.keys.count)
    leave()
  }
}

extension Value {
  /// Whether `render … for` goes through it.
  fileprivate var isCollection: Bool {
    switch self {
    case .array, .object, .range: true
    default: false
    }
  }
}
