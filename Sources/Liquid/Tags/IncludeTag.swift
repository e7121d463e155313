import Diagnostics

/// Renders a partial that sees and sets the variables around it: `{% include name %}`.
enum IncludeTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    Statement(action: .include(try parser.parsePartialCall(tag)))
  }
}

extension Renderer {
  /// Renders a partial in the frame of its caller; for each item of a list.
  mutating func renderIncluded(_ ref: Ref<PartialCall>) throws(Diagnostic) -> Flow {
    let call = program.partialCalls[ref]
    guard !frame.refusesInclude else { throw fail(.includeRefused(), at: call.place) }
    let name = try evaluate(call.name)
    guard name.isTruthy else { throw fail(.illegalPartialName(), at: call.place) }
    let template = try template(of: call, named: name.text)
    let variable = call.alias ?? call.literal?.variable ?? variable(in: name.text)
    let value: Value?
    if let ref = call.value {
      value = try evaluate(ref)
    } else {
      value = known(name.text)?.value
    }
    let bindings = frame.bindings
    for index in call.arguments.indices {
      let argument = program.namedArguments[index]
      let value = try evaluate(argument.value)
      if let variable = program.names.existingVariable(named: argument.name) {
        frame.bind(variable)
        frame.hold(value, in: variable)
      }
    }
    try enter(call)
    let caller = frame.template
    frame.template = template
    let flow = try renderIncluded(template, variable, value)
    frame.template = caller
    leave()
    frame.unbind(to: bindings)
    return flow
  }

  private mutating func renderIncluded(_ template: Int, _ variable: Variable?, _ value: Value?)
    throws(Diagnostic) -> Flow
  {
    let body = program.templates[template].body.block
    guard let value, let variable else { return try render(body) }
    guard case .array(let items) = value else {
      frame.bind(variable)
      frame.hold(value, in: variable)
      return try render(body)
    }
    frame.bind(variable)
    for item in items {
      try turn()
      frame.hold(item, in: variable)
      let flow = try render(body)
      if flow != .next { return flow }
    }
    return .next
  }

  /// Returns the variable that has a partial's name, if any template mentions it.
  private func variable(in name: Text) -> Variable? {
    let last = Text(Array(name.bytes.split(separator: UInt8(ascii: "/")).last ?? []))
    defer { withExtendedLifetime(last) {} }
    return unsafe program.names.existingVariable(named: NameKey(Bytes(of: last.bytes)))
  }
}
