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
    let value = try operand(ref)
    guard call.isForEach, value.isCollection else {
      return try render(template, call, binding: (variable, value))
    }
    let items = LoopItems(value.value)
    let position = loops.count
    loops.append(LoopState(name: literal.name, length: items.range.count, parent: -1))
    // The partial's variable looks at the items to the end of the last turn.
    defer { withExtendedLifetime(items) {} }
    for turn in 0..<items.range.count {
      try self.turn()
      loops[position].index = turn
      let item = items.item(at: turn, isReversed: false)
      try render(template, call, binding: (variable, item), loop: position)
    }
    loops.removeLast()
  }

  /// Renders a partial in a frame of its own.
  private mutating func render(
    _ template: Int,
    _ call: PartialCall,
    binding: (variable: Variable, value: Operand)? = nil,
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
        inner.set(variable, to: value)
      }
    }
    if let loop { inner.set(LoopField.forLoopVariable, to: .loop(loop)) }
    if let binding, !binding.value.view.isNil { inner.set(binding.variable, to: binding.value) }
    try enter(call)
    swap(&frame, &inner)
    _ = try render(program.templates[template].body.block)
    swap(&frame, &inner)
    leave()
    // A partial that was read only now may have brought variables.
    frame.grow(to: program.names.variables.count)
  }
}

extension Operand {
  /// Whether `render … for` goes through it.
  fileprivate var isCollection: Bool {
    switch view {
    case .array, .object, .range: true
    default: false
    }
  }
}
