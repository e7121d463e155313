import Diagnostics

extension Renderer {
  /// Returns what an expression and its filters give.
  mutating func evaluate(_ ref: Ref<Pipeline>) throws(Diagnostic) -> Value {
    let pipeline = plan.program.pipelines[ref]
    var value = try evaluate(pipeline.source)
    for index in pipeline.filters.indices {
      value = try apply(plan.program.filterCalls[index], to: value)
    }
    return value
  }

  private mutating func apply(_ call: FilterCall, to value: Value) throws(Diagnostic) -> Value {
    guard call.filter >= 0 else { return value }
    let arguments = try evaluate(call.arguments, call.named)
    do throws(Diagnostic) {
      let filter = Int(call.filter)
      guard call.hasRightArity else {
        throw .wrongNumber(arguments.count, takes: plan.environment.filters.filters[filter].arity)
      }
      let result = try plan.environment.filters.filters[filter].body(value, arguments, &context)
      if case .string(let text) = result { try step(text.bytes.count >> 10) }
      return result
    } catch {
      throw fail(error, at: call.place)
    }
  }

  /// Returns the values of arguments.
  mutating func evaluate(_ positional: Run<Ref<Expression>>, _ named: Run<NamedArgument>)
    throws(Diagnostic) -> Arguments
  {
    var arguments = Arguments()
    for index in positional.indices {
      arguments.append(try evaluate(plan.program.arguments[index]))
    }
    for index in named.indices {
      let argument = plan.program.namedArguments[index]
      arguments.set(plan.program.names.keys[argument.name].text, to: try evaluate(argument.value))
    }
    return arguments
  }

  /// Returns the value of an expression; what is unknown is noted if that is an error, and `nil`.
  mutating func evaluate(_ ref: Ref<Expression>) throws(Diagnostic) -> Value {
    switch plan.program.expressions[ref] {
    case .constant(let constant): return plan.program.constants[constant]
    case .variable(let variable, let path):
      switch frame.slots[variable] {
      case .local(let value), .data(let value): return try follow(path.indices, from: value)
      case .loop(let position): return try follow(path.indices, fromLoop: position)
      case .unset: return try follow(path.indices, from: lookUp(variable, at: ref))
      }
    case .computed(let name, let path):
      return try follow(path.indices, from: valueOfVariable(named: try evaluate(name), at: ref))
    case .range(let first, let last):
      return .range(first: try bound(first), last: try bound(last))
    case .empty, .blank: return ""
    }
  }

  private mutating func bound(_ ref: Ref<Expression>) throws(Diagnostic) -> Int {
    switch try evaluate(ref) {
    case .int(let value): return value
    case .nil: return 0
    case .string(let text): return Value.leadingInteger(of: text.bytes) ?? 0
    default: throw fail(.invalidInteger(), at: place(of: ref))
    }
  }

  func place(of ref: Ref<Expression>) -> Place { plan.program.places[Int(ref.position)] }
}
