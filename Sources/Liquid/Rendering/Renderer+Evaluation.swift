import Diagnostics

extension Renderer {
  /// Returns the value of an expression; what is unknown is noted if that is an error, and `nil`.
  @inline(__always)
  mutating func operand(_ ref: Ref<Expression>) throws(Diagnostic) -> Operand {
    // What nearly every expression is.
    switch program.expressions[ref] {
    case .constant(let constant):
      return unsafe .place(UnsafePointer(program.constants.address(of: Int(constant.position))))
    case .name(let variable):
      let kind = frame[variable].kind
      if kind == .local || kind == .data { return frame.place(of: variable) }
    case .member(let variable, let name, _):
      let kind = frame[variable].kind
      if kind == .local || kind == .data,
        case .object(let entries) = frame.place(of: variable).view,
        let value = unsafe Object.find(program.names.keys[name], in: entries)
      {
        return unsafe .place(value)
      }
    default: break
    }
    return try remoteOperand(ref)
  }

  /// Returns the value of an expression that cannot be had at once.
  @inline(never)
  private mutating func remoteOperand(_ ref: Ref<Expression>) throws(Diagnostic) -> Operand {
    switch program.expressions[ref] {
    case .constant(let constant):
      return unsafe .place(UnsafePointer(program.constants.address(of: Int(constant.position))))
    case .name(let variable):
      return frame[variable].kind == .unset
        ? lookUp(variable, at: ref) : known(variable) ?? .nil
    case .member(let variable, _, let step):
      return try follow(Run(start: Int(step.position), count: 1), from: variable, at: ref)
    case .variable(let variable, let path): return try follow(path, from: variable, at: ref)
    case .computed(let name, let path):
      let start = valueOfVariable(named: try evaluate(name), at: ref)
      return try follow(path.indices, from: start)
    case .range(let first, let last):
      let range = Value.range(first: try bound(first), last: try bound(last))
      return scratch.keep(range)
    case .empty, .blank: return .emptyText
    }
  }

  private mutating func follow(
    _ path: Run<Step>,
    from variable: Variable,
    at ref: Ref<Expression>
  ) throws(Diagnostic) -> Operand {
    let slot = frame[variable].kind
    if slot == .loop { return try follow(path.indices, fromLoop: Int(frame[variable].loop)) }
    let start = slot == .unset ? lookUp(variable, at: ref) : frame.place(of: variable)
    return try follow(path.indices, from: start)
  }

  /// Returns a copy of the value of an expression.
  mutating func evaluate(_ ref: Ref<Expression>) throws(Diagnostic) -> Value {
    try operand(ref).value
  }

  private mutating func bound(_ ref: Ref<Expression>) throws(Diagnostic) -> Int {
    switch try operand(ref).view {
    case .int(let value): return value
    case .nil: return 0
    case .string(let text): return Value.leadingInteger(of: text.array) ?? 0
    default: throw fail(.invalidInteger(), at: place(of: ref))
    }
  }

  /// Returns the values of arguments.
  mutating func evaluate(_ positional: Run<Ref<Expression>>, _ named: Run<NamedArgument>)
    throws(Diagnostic) -> Arguments
  {
    var arguments = Arguments()
    for index in positional.indices {
      arguments.append(try evaluate(program.arguments[index]))
    }
    for index in named.indices {
      let argument = program.namedArguments[index]
      arguments.set(program.names.keys[argument.name].text, to: try evaluate(argument.value))
    }
    return arguments
  }

  func place(of ref: Ref<Expression>) -> Place { program.places[Int(ref.position)] }
}
