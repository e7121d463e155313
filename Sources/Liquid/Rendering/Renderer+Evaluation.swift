import Diagnostics

extension Renderer {
  /// Returns the value of an expression; what is unknown is noted if that is an error, and `nil`.
  @inline(__always)
  mutating func operand(_ ref: Ref<Expression>) throws(Diagnostic) -> Operand {
    if let place = unsafe place(of: ref) { return unsafe .place(place) }
    if let field = field(ref) { return field }
    return try remoteOperand(ref)
  }

  /// Returns where the value of an expression stands, or `nil` if that is not to be had at once: what
  /// nearly every expression is, a literal or names alone.
  @inline(never)
  @unsafe mutating func place(of ref: Ref<Expression>) -> UnsafePointer<Value>? {
    switch unsafe program.expressions.address(of: ref).pointee {
    case .member(let variable, let name, let step):
      guard let start = unsafe frame.place(of: variable) else {
        return unsafe placeInData(of: ref, variable)
      }
      guard case .object(let entries) = unsafe start.pointee.view else { return nil }
      if let found = unsafe hints.hit(Int(step.position), in: entries) { return unsafe found }
      return unsafe search(name, in: entries, for: Int(step.position))
    case .constant(let constant):
      return unsafe UnsafePointer(program.constants.address(of: constant))
    default: return unsafe rarerPlace(of: ref)
    }
  }

  /// Goes on where ``place(of:)`` stops, so that this stays small.
  @inline(never)
  @unsafe private mutating func rarerPlace(of ref: Ref<Expression>) -> UnsafePointer<Value>? {
    switch unsafe program.expressions.address(of: ref).pointee {
    case .name(let variable):
      if let place = unsafe frame.place(of: variable) { return unsafe place }
      return unsafe placeInData(of: ref, variable)
    case .variable(let variable, let path):
      guard var place = unsafe frame.place(of: variable) else {
        return unsafe placeInData(of: ref, variable)
      }
      for step in path.indices {
        guard case .member(let name) = unsafe program.steps.address(of: step).pointee.kind,
          case .object(let entries) = unsafe place.pointee.view,
          let next = unsafe hints.hit(step, in: entries) ?? search(name, in: entries, for: step)
        else { return nil }
        unsafe place = next
      }
      return unsafe place
    default: return nil
    }
  }

  /// Returns where the value of an expression stands that begins with a variable which has no value, if
  /// nobody asked for it yet and the data have it.
  @inline(never)
  @unsafe private mutating func placeInData(of ref: Ref<Expression>, _ variable: Variable)
    -> UnsafePointer<Value>?
  {
    guard frame[variable].kind == .unset, known(variable) != nil else { return nil }
    return unsafe place(of: ref)
  }

  /// Returns where the value of an object's entry stands; a lax template takes one that is missing
  /// for `nil`.
  @inline(never)
  @unsafe private mutating func search(
    _ name: Name,
    in entries: UnsafeBufferPointer<Object.Entry>,
    for step: Int
  ) -> UnsafePointer<Value>? {
    let key = unsafe program.names.keys.address(of: name).pointee
    if let found = unsafe hints.find(key, in: entries, for: step) { return unsafe found }
    return isStrict ? nil : unsafe scratch.nothing
  }

  /// Returns the value of an expression that cannot be had at once.
  @inline(never)
  mutating func remoteOperand(_ ref: Ref<Expression>) throws(Diagnostic) -> Operand {
    switch program.expressions[ref] {
    case .constant(let constant):
      return unsafe .place(UnsafePointer(program.constants.address(of: constant)))
    case .name(let variable): return lookUp(variable, at: ref)
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

  /// Returns the field of a running loop that an expression asks for, if it is one that is counted.
  @inline(never)
  mutating func field(_ ref: Ref<Expression>) -> Operand? {
    switch unsafe program.expressions.address(of: ref).pointee {
    case .member(let variable, let name, _): return field(name, of: variable)
    case .variable(let variable, let path):
      guard path.count == 1,
        case .command(let name, _) = unsafe program.steps.address(of: path).pointee.kind
      else { return nil }
      return field(name, of: variable)
    default: return nil
    }
  }

  @inline(__always)
  private mutating func field(_ name: Name, of variable: Variable) -> Operand? {
    let slot = frame[variable]
    guard slot.kind == .loop, let field = LoopField(name) else { return nil }
    return loops.look(at: Int(slot.loop)) { $0.value(of: field) }
  }

  private mutating func follow(
    _ path: Run<Step>,
    from variable: Variable,
    at ref: Ref<Expression>
  ) throws(Diagnostic) -> Operand {
    let slot = frame[variable]
    if slot.kind == .loop { return try follow(path.indices, fromLoop: Int(slot.loop)) }
    return try follow(path.indices, from: lookUp(variable, at: ref))
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
    default: throw fail(.invalidInteger(), at: source(of: ref))
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

  func source(of ref: Ref<Expression>) -> Place { program.places[Int(ref.position)] }
}
