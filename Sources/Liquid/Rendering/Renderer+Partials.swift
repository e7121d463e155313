import Diagnostics

extension Renderer {
  /// Returns the position of the template that a literal names.
  mutating func template(of call: PartialCall, named name: Name) throws(Diagnostic) -> Int {
    guard let known = call.literal?.template else {
      return try template(of: call, named: program.names.keys[name].text)
    }
    return try whole(Int(known))
  }

  /// Returns the position of the template that a value names, which is read now if it was not yet.
  mutating func template(of call: PartialCall, named name: Text) throws(Diagnostic) -> Int {
    if let known = call.literal?.template { return try whole(Int(known)) }
    let position = TemplateParser.parse(
      partial: name.string,
      calledAt: call.place,
      of: frame.template,
      into: &program,
      environment
    )
    frame.grow(to: program.names.variables.count)
    guard let position else {
      throw .unknownPartial(name.string, known: environment.partials.names())
        .at(location(call.place))
    }
    return try whole(position)
  }

  /// Holds a template to have been read without a fault.
  private func whole(_ template: Int) throws(Diagnostic) -> Int {
    if let fault = program.templates[template].faults.first { throw fault }
    return template
  }

  /// Goes into a partial.
  mutating func enter(_ call: PartialCall) throws(Diagnostic) {
    guard calls.count < environment.limits.partialDepth else {
      throw .tooManyPartials(limit: environment.limits.partialDepth)
    }
    calls.append((frame.template, call.place))
  }

  /// Comes out of the innermost partial.
  mutating func leave() { calls.removeLast() }

  /// Returns the variable of a name, which may be new to the program.
  mutating func variable(_ name: Text) -> Variable {
    let variable = program.names.variable(named: program.names.add(name))
    frame.grow(to: program.names.variables.count)
    return variable
  }
}
