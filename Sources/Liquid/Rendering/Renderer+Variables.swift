import Diagnostics

extension Renderer {
  // MARK: Variables

  /// Returns the value of a variable that no frame has yet; `nil`, which is noted, if nobody knows
  /// it.
  mutating func lookUp(_ variable: Variable, at ref: Ref<Expression>) -> Operand {
    if let value = known(variable) { return value }
    guard isStrict else { return .nil }
    let name = program.names.key(of: variable).text
    let start = source(of: ref).range.lowerBound
    noteUnknown(name.string, at: Place(start..<start + name.bytes.count))
    return .nil
  }

  /// Returns the value of a variable whose name was computed.
  mutating func valueOfVariable(named value: Value, at ref: Ref<Expression>) -> Operand {
    let name = value.text
    if let found = known(name) { return found }
    if !value.isNil { noteUnknown(name.string, at: source(of: ref)) }
    return .nil
  }

  /// Returns the value of a name, if anybody knows it.
  mutating func known(_ name: Text) -> Operand? {
    let key = unsafe NameKey(Bytes(of: name.bytes))
    if let variable = program.names.existingVariable(named: key) { return known(variable) }
    let value = unsafe Object.find(key, in: frame.entries)
    withExtendedLifetime(name) {}
    return unsafe value.map { unsafe .place($0) }
  }

  /// Returns the value of a variable, if anybody knows it.
  mutating func known(_ variable: Variable) -> Operand? {
    if let place = unsafe frame.place(of: variable) { return unsafe .place(place) }
    switch frame[variable].kind {
    case .local, .data: return nil
    case .loop: return scratch.keep(.object(snapshot(of: Int(frame[variable].loop))))
    case .unset:
      let key = program.names.key(of: variable)
      guard let place = unsafe Object.find(key, in: frame.entries) else { return nil }
      frame.set(variable, to: Slot(place: place, kind: .data))
      return unsafe .place(place)
    }
  }

  // MARK: Paths

  /// Follows a path that begins at a running loop.
  mutating func follow(_ path: Range<Int>, fromLoop loop: Int) throws(Diagnostic) -> Operand {
    var position = loop
    for index in path {
      let step = program.steps[index]
      guard let field = LoopField(step.kind) else { break }
      if field == .parent {
        position = loops[position].parent
        if position < 0 { return .nil }
      } else if let value = value(of: field, in: position) {
        return try follow(index + 1..<path.upperBound, from: value)
      } else {
        break
      }
    }
    return try follow(path, from: scratch.keep(.object(snapshot(of: loop))))
  }

  /// Follows the steps of a path, from left to right.
  mutating func follow(_ path: Range<Int>, from start: Operand) throws(Diagnostic) -> Operand {
    var value = start
    for index in path {
      let step = program.steps[index]
      // What nearly every step is.
      if case .member(let name) = step.kind, case .object(let entries) = value.view,
        let next = unsafe hints.find(program.names.keys[name], in: entries, for: index)
      {
        unsafe value = .place(next)
        continue
      }
      guard let next = try member(step.kind, of: value) else {
        if isStrict { noteUnknown(step, in: value.value) }
        return .nil
      }
      value = next
    }
    return value
  }

  /// Returns one member of a value, or `nil` if it has none of that name.
  ///
  /// What is known to be nothing has no members worth a complaint: `nil` again.
  private mutating func member(_ step: Step.Kind, of value: Operand) throws(Diagnostic) -> Operand?
  {
    switch step {
    case .member(let name), .key(let name): return entry(program.names.keys[name], of: value)
    case .command(let name, let command):
      return entry(program.names.keys[name], of: value) ?? result(of: command, value)
    case .index(let index): return value.element(at: Int(index))
    case .computed(let ref):
      switch try operand(ref).view {
      case .int(let index): return value.element(at: index)
      case .string(let name): return entry(NameKey(name), of: value)
      case .nil: return .nil
      default: return value.view.isNil ? .nil : nil
      }
    }
  }

  /// Returns the entry of an object; `nil` is known to have none.
  private func entry(_ key: NameKey, of value: Operand) -> Operand? {
    switch value.view {
    case .object(let entries): unsafe Object.find(key, in: entries).map { unsafe .place($0) }
    case .nil: .nil
    default: nil
    }
  }

  /// Returns what `.size`, `.first` and `.last` give, or `nil` for what does not know them.
  private mutating func result(of command: Step.Command, _ operand: Operand) -> Operand? {
    switch (command, operand.view) {
    case (.size, .array(let items)): return .int(items.count)
    case (.size, _): return operand.value.size.map { .int($0) }
    case (.first, .array): return operand.element(at: 0)
    case (.last, .array): return operand.element(at: -1)
    case (.first, .object), (.first, .string), (.last, .string):
      return scratch.keep(command == .first ? operand.value.first : operand.value.last)
    case (.first, .range(let first, _)): return .int(first)
    case (.last, .range(_, let last)): return .int(last)
    default: return nil
    }
  }

  // MARK: Loops

  private mutating func value(of field: LoopField, in position: Int) -> Operand? {
    if let value = loops[position].value(of: field) { return value }
    guard field == .name, loops[position].columns == nil else { return nil }
    return scratch.keep(.string(program.names.keys[loops[position].name].text))
  }

  /// Returns a running loop's fields as they are now.
  private mutating func snapshot(of position: Int) -> Object {
    let loop = loops[position]
    return Object(
      (loop.columns == nil ? LoopField.ofFor : LoopField.ofTable).map { field in
        let name = Text(stringLiteral: field.name)
        if field == .parent {
          return (name, loop.parent < 0 ? .nil : .object(snapshot(of: loop.parent)))
        }
        return (name, value(of: field, in: position)?.value ?? .nil)
      }
    )
  }

  // MARK: What is unknown

  /// Notes a variable that nobody knows, where that is an error.
  mutating func noteUnknown(_ name: String, at place: Place) {
    guard isStrict, isNew("liquid.unknown-variable", at: place) else { return }
    note(.unknownVariable(name, known: namesInScope), at: place)
  }

  private mutating func noteUnknown(_ step: Step, in value: Value) {
    guard isStrict, isNew("liquid.unknown-variable", at: step.place) else {
      return
    }
    let source = program.templates[frame.template].text
    let name = String(decoding: source.bytes[step.place.range], as: UTF8.self)
    var members: [String] = []
    if case .object(let object) = value { members = object.keys.map(\.string) }
    note(.unknownMember(name, known: members), at: step.place)
  }

  private var namesInScope: [String] {
    var names = frame.data.keys.map(\.string)
    for position in program.names.variables.indices where frame[Ref(position)].kind != .unset {
      names.append(program.names.key(of: Ref(position)).text.string)
    }
    return names
  }
}

extension LoopField {
  fileprivate init?(_ step: Step.Kind) {
    switch step {
    case .member(let name), .key(let name), .command(let name, _): self.init(name)
    default: return nil
    }
  }
}

extension Operand {
  /// The element at an index, from the end if it is negative; `.nil` behind the ends, and `nil` for
  /// what has no elements.
  fileprivate func element(at index: Int) -> Operand? {
    switch view {
    case .array(let items):
      let position = index < 0 ? index + items.count : index
      guard position >= 0, position < items.count, let base = items.baseAddress else { return .nil }
      return unsafe .place(base + position)
    case .object, .nil: return .nil
    default: return nil
    }
  }
}

extension Value {
  /// What `.first` gives where that stands nowhere yet.
  fileprivate var first: Value {
    switch self {
    case .object(let object):
      object.entries.first.map { [.string($0.key.text), $0.value] } ?? .nil
    case .string(let text): .string(text.firstLetter)
    default: .nil
    }
  }

  /// What `.last` gives where that stands nowhere yet.
  fileprivate var last: Value {
    if case .string(let text) = self { .string(text.lastLetter) } else { .nil }
  }
}
