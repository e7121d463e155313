import Diagnostics

extension Renderer {
  // MARK: Variables

  /// Returns the value of a variable that no frame has yet; `nil`, which is noted, if nobody knows
  /// it.
  mutating func lookUp(_ variable: Variable, at ref: Ref<Expression>) -> Value {
    if let value = known(variable) { return value }
    let name = plan.program.names.key(of: variable).text
    let start = place(of: ref).range.lowerBound
    noteUnknown(name.string, at: Place(start..<start + name.bytes.count))
    return .nil
  }

  /// Returns the value of a variable whose name was computed.
  mutating func valueOfVariable(named value: Value, at ref: Ref<Expression>) -> Value {
    let key = Object.HashedKey(value.text)
    if let found = known(key) { return found }
    if !value.isNil { noteUnknown(key.text.string, at: place(of: ref)) }
    return .nil
  }

  /// Returns the value of a name, if anybody knows it.
  mutating func known(_ key: Object.HashedKey) -> Value? {
    let name = plan.program.names.position(of: key)
    guard let variable = name.flatMap({ plan.program.names.existingVariable(named: $0) }) else {
      return frame.data.value(of: key)
    }
    return known(variable)
  }

  /// Returns the value of a variable, if anybody knows it.
  mutating func known(_ variable: Variable) -> Value? {
    switch frame.slots[variable] {
    case .local(let value), .data(let value): return value
    case .loop(let position): return .object(snapshot(of: position))
    case .unset:
      guard let value = frame.data.value(of: plan.program.names.key(of: variable)) else {
        return nil
      }
      frame.slots[variable] = .data(value)
      return value
    }
  }

  // MARK: Paths

  /// Follows a path that begins at a running loop.
  mutating func follow(_ path: Range<Int>, fromLoop loop: Int) throws(Diagnostic) -> Value {
    var position = loop
    for index in path {
      let step = steps[index]
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
    return try follow(path, from: .object(snapshot(of: loop)))
  }

  /// Follows the steps of a path, from left to right.
  mutating func follow(_ path: Range<Int>, from start: consuming Value) throws(Diagnostic)
    -> Value
  {
    var value = start
    for index in path {
      let step = steps[index]
      // What nearly every step is.
      if case .member(let name) = step.kind, let next = value.member(keys[name]) {
        value = next
        continue
      }
      guard let next = try member(step.kind, of: value) else {
        noteUnknown(step, in: value, at: index)
        return .nil
      }
      value = next
    }
    return value
  }

  /// Returns one member of a value, or `nil` if it has none of that name.
  ///
  /// What is known to be nothing has no members worth a complaint: `nil` again.
  private mutating func member(_ step: Step.Kind, of value: Value) throws(Diagnostic) -> Value? {
    switch step {
    case .member(let name), .key(let name):
      return value.isNil ? .nil : value.member(keys[name])
    case .command(let name, let command):
      if value.isNil { return .nil }
      return value.member(keys[name]) ?? value.result(of: command)
    case .index(let index): return value.element(at: Int(index))
    case .computed(let ref):
      let key = try evaluate(ref)
      switch key {
      case .int(let index): return value.element(at: index)
      case .string(let name): return value.isNil ? .nil : value.member(Object.HashedKey(name))
      default: return key.isNil || value.isNil ? .nil : nil
      }
    }
  }

  // MARK: Loops

  private func value(of field: LoopField, in position: Int) -> Value? {
    if let value = loops[position].value(of: field) { return value }
    guard field == .name, loops[position].columns == nil else { return nil }
    return .string(plan.program.names.keys[loops[position].name].text)
  }

  /// Returns a running loop's fields as they are now.
  private func snapshot(of position: Int) -> Object {
    let loop = loops[position]
    return Object(
      (loop.columns == nil ? LoopField.ofFor : LoopField.ofTable).map { field in
        if field == .parent {
          return (
            Text(field.name), loop.parent < 0 ? .nil : .object(snapshot(of: loop.parent))
          )
        }
        return (Text(field.name), value(of: field, in: position) ?? .nil)
      }
    )
  }

  // MARK: What is unknown

  /// Notes a variable that nobody knows, where that is an error.
  mutating func noteUnknown(_ name: String, at place: Place) {
    guard plan.environment.isStrict, isNew("liquid.unknown-variable", at: place) else { return }
    note(.unknownVariable(name, known: namesInScope), at: place)
  }

  private mutating func noteUnknown(_ step: Step, in value: Value, at index: Int) {
    guard plan.environment.isStrict, isNew("liquid.unknown-variable", at: step.place) else {
      return
    }
    let source = plan.program.templates[frame.template].text
    let name = String(decoding: source.bytes[step.place.range], as: UTF8.self)
    var members: [String] = []
    if case .object(let object) = value { members = object.keys.map(\.string) }
    note(.unknownMember(name, known: members), at: step.place)
  }

  private var namesInScope: [String] {
    var names = frame.data.keys.map(\.string)
    for (name, slot) in zip(plan.program.names.variables, frame.slots) {
      if case .unset = slot { continue }
      names.append(plan.program.names.keys[name].text.string)
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

extension Value {
  /// The entry of an object.
  @inline(never)  // Inlined, it would hold on to the object as well as to the entry.
  fileprivate func member(_ key: Object.HashedKey) -> Value? {
    if case .object(let object) = self { object.value(of: key) } else { nil }
  }

  /// The element at an index, from the end if it is negative; `.nil` behind the ends, and `nil` for
  /// what has no elements.
  fileprivate func element(at index: Int) -> Value? {
    switch self {
    case .array(let items):
      let position = index < 0 ? index + items.count : index
      return items.indices.contains(position) ? items[position] : .nil
    case .object, .nil: return .nil
    default: return nil
    }
  }

  /// What `.size`, `.first` and `.last` give, or `nil` for what does not know them.
  fileprivate func result(of command: Step.Command) -> Value? {
    switch (command, self) {
    case (.size, _): return size.map { .int($0) }
    case (.first, .array(let items)): return items.first ?? .nil
    case (.last, .array(let items)): return items.last ?? .nil
    case (.first, .object(let object)):
      return object.entries.first.map { [.string($0.key.text), $0.value] } ?? .nil
    case (.first, .string(let text)): return .string(text.firstLetter)
    case (.last, .string(let text)): return .string(text.lastLetter)
    case (.first, .range(let first, _)): return .int(first)
    case (.last, .range(_, let last)): return .int(last)
    default: return nil
    }
  }
}
