import Diagnostics

extension Renderer {
  /// Returns the position of the template that a call names, which is read now if it was not yet.
  mutating func template(of call: PartialCall, named name: Text) throws(Diagnostic) -> Int {
    let position: Int?
    if let known = call.literal?.template {
      position = Int(known)
    } else {
      position = TemplateParser.parse(
        partial: name.string,
        calledAt: call.place,
        of: frame.template,
        into: &program,
        environment
      )
      frame.grow(to: program.names.keys.count)
    }
    guard let position else {
      throw .unknownPartial(name.string, known: environment.partials.names())
        .at(location(call.place))
    }
    if let fault = program.templates[position].faults.first { throw fault }
    return position
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

  /// Returns the number of a name, which may be new to the program.
  mutating func name(_ text: Text) -> Name {
    let name = program.names.add(text)
    frame.grow(to: program.names.keys.count)
    return name
  }
}
