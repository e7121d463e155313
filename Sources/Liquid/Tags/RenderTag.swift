import Diagnostics

/// Renders a partial that sees only what it is given: `{% render 'name', key: value %}`.
enum RenderTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    guard parser.lexer.token.kind == .string else {
      throw parser.unexpected("the name of a partial in quotes")
    }
    return Statement(action: .render(try parser.parsePartialCall(tag)))
  }
}

extension Renderer {
  /// Renders a partial that sees only its arguments; for each item of a collection with `for`.
  mutating func renderIsolated(_ ref: Ref<PartialCall>) throws(Diagnostic) {
    let call = program.partialCalls[ref]
    guard let literal = call.literal else { return }
    let template = try template(of: call, named: literal.name)
    guard let ref = call.value else { return try render(template, call) }
    let variable = call.alias ?? literal.variable
    let value = try evaluate(ref)
    guard call.isForEach, value.isCollection else {
      return try render(template, call, binding: value.isNil ? nil : (variable, .local(value)))
    }
    let items = LoopItems(value)
    let position = loops.count
    loops.append(LoopState(name: literal.name, length: items.range.count, parent: -1))
    // The partial's variable looks at the items to the end of the last turn.
    defer { withExtendedLifetime(items) {} }
    for turn in items.range {
      try self.turn()
      loops[position].index = turn
      let slot = items.slot(at: turn, isReversed: false)
      try render(template, call, binding: (variable, slot), loop: position)
    }
    loops.removeLast()
  }

  /// Renders a partial in a frame of its own.
  private mutating func render(
    _ template: Int,
    _ call: PartialCall,
    binding: (variable: Variable, slot: Slot)? = nil,
    loop: Int? = nil
  ) throws(Diagnostic) {
    var inner = Frame(
      variables: program.names.variables.count,
      data: Object(),
      template: template,
      refusesInclude: true
    )
    for index in call.arguments.indices {
      let argument = program.namedArguments[index]
      let value = try operand(argument.value)
      if let variable = program.names.existingVariable(named: argument.name) {
        // The caller's variables stand still while its partial runs.
        inner[variable] = Slot(value)
      }
    }
    if let loop { inner[LoopField.forLoopVariable] = .loop(loop) }
    if let binding, !binding.slot.isNil { inner[binding.variable] = binding.slot }
    try enter(call)
    swap(&frame, &inner)
    _ = try render(program.templates[template].body.block)
    swap(&frame, &inner)
    leave()
    // A partial that was read only now may have brought variables.
    frame.grow(to: program.names.variables.count)
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
