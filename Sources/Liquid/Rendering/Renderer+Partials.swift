import Diagnostics

extension Renderer {
  /// Returns the position of the template that a literal names.
  mutating func template(of call: PartialCall, named name: Name) throws(Diagnostic) -> Int {
    guard let known = call.literal?.template else {
      return try template(of: call, named: program.names.keys[name].text)
    }
    return try whole(Int(known), call)
  }

  /// Returns the position of the template that a value names, which is read now if it was not yet.
  mutating func template(of call: PartialCall, named name: Text) throws(Diagnostic) -> Int {
    let name = name.string
    let known = program.templates.indices.dropFirst().first {
      program.templates[$0].name == name
    }
    guard let position = known ?? read(name, for: call) else {
      let names = plan.environment.partials.names()
      throw fail(.unknownPartial(name, known: names), at: call.place)
    }
    return try whole(position, call)
  }

  private mutating func read(_ name: String, for call: PartialCall) -> Int? {
    var program = program.copied()
    let position = TemplateParser.parse(
      partial: name,
      calledAt: call.place,
      of: frame.template,
      into: &program,
      plan.environment
    )
    replacePlan(with: program)
    return position
  }

  /// Holds a template to have been read without a fault.
  private mutating func whole(_ template: Int, _ call: PartialCall) throws(Diagnostic) -> Int {
    if let fault = program.templates[template].faults.first {
      throw fail(fault, at: call.place)
    }
    return template
  }

  /// Goes into a partial.
  mutating func enter(_ call: PartialCall) throws(Diagnostic) {
    guard calls.count < plan.environment.limits.partialDepth else {
      throw .tooManyPartials(limit: plan.environment.limits.partialDepth)
    }
    calls.append((frame.template, call.place))
  }

  /// Comes out of the innermost partial.
  mutating func leave() { calls.removeLast() }
}
