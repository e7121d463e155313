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
    let call = plan.program.partialCalls[ref]
    guard let literal = call.literal else { return }
    let template = try template(of: call, named: literal.name)
    let variable = call.alias ?? literal.variable
    var inner = Frame(
      variables: plan.program.names.variables.count,
      data: Object(),
      template: template,
      refusesInclude: true
    )
    for index in call.arguments.indices {
      let argument = plan.program.namedArguments[index]
      let value = try evaluate(argument.value)
      if let variable = plan.program.names.existingVariable(named: argument.name) {
        inner.slots[variable] = .local(value)
      }
    }
    guard let ref = call.value else { return try render(template, call, in: &inner) }
    let value = try evaluate(ref)
    guard call.isForEach, value.isCollection else {
      if !value.isNil { inner.slots[variable] = .local(value) }
      return try render(template, call, in: &inner)
    }
    let items = LoopItems(value)
    let position = loops.count
    loops.append(LoopState(name: literal.name, length: items.range.count, parent: -1))
    inner.slots[LoopField.forLoopVariable] = .loop(position)
    for turn in items.range {
      try self.turn()
      loops[position].index = turn
      let item = items.value(at: turn, isReversed: false)
      var copy = inner
      if !item.isNil { copy.slots[variable] = .local(item) }
      try render(template, call, in: &copy)
    }
    loops.removeLast()
  }

  /// Renders a partial in a frame of its own.
  private mutating func render(_ template: Int, _ call: PartialCall, in inner: inout Frame)
    throws(Diagnostic)
  {
    try enter(call)
    swap(&frame, &inner)
    _ = try render(plan.program.templates[template].body.block)
    swap(&frame, &inner)
    leave()
    // A partial that was read only now may have brought variables.
    frame.grow(to: plan.program.names.variables.count)
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
