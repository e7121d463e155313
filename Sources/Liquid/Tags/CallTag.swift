import Diagnostics

/// A tag that was added to the environment from outside.
enum CallTag {
  static func parse(
    _ parser: inout TemplateParser,
    _ tag: TagToken,
    _ name: String,
    _ arity: ClosedRange<Int>,
    _ named: [String]
  ) throws(Diagnostic) -> Statement? {
    let (positional, arguments) = try parser.parseTagArguments()
    let place = parser.location(tag.name)
    guard arity.contains(positional.count) else {
      throw .wrongArguments(name, positional.count, takes: arity).at(place)
    }
    for argument in arguments {
      let argumentName = parser.program.names.keys[argument.name].text.string
      guard named.contains(argumentName) else {
        throw .unknownArgument(argumentName, of: name, known: named).at(place)
      }
    }
    let call = TagCall(
      tag: Int32(clamping: parser.environment.tags.position(of: name) ?? -1),
      arguments: parser.program.arguments.add(positional),
      named: parser.program.namedArguments.add(arguments),
      place: Place(tag.name)
    )
    return Statement(action: .call(parser.program.tagCalls.add(call)))
  }
}

extension Renderer {
  /// Writes what a tag from outside makes of its arguments.
  mutating func renderCall(_ ref: Ref<TagCall>) throws(Diagnostic) {
    let call = program.tagCalls[ref]
    let arguments = try evaluate(call.arguments, call.named)
    guard call.tag >= 0, let body = plan.environment.tags.tags[Int(call.tag)].body else { return }
    do throws(Diagnostic) {
      output.append(try body(arguments, &context))
    } catch {
      throw fail(error, at: call.place)
    }
  }
}
