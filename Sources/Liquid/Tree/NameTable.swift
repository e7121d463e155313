/// The names of a program, each once: what a variable or a key is called is a number from here on.
struct NameTable: Sendable {
  private(set) var keys: [Object.HashedKey] = []
  /// The names that variables have, by the number of their slots.
  private(set) var variables: [Name] = []
  /// The slot of each name, or -1 if no variable has it.
  private var slotsOfNames: [Int32] = []
  /// Positions in ``keys`` by hash with linear probing, -1 where there is none; twice as many as
  /// there are names at least.
  private var slots: [Int32] = []

  /// A table that holds the names of a loop's fields already, so that their numbers are known.
  static let initial: NameTable = {
    var table = NameTable()
    for field in LoopField.allCases { _ = table.add(Text(field.name)) }
    _ = table.variable(named: LoopField.forLoop.ref)
    _ = table.variable(named: LoopField.tableLoop.ref)
    return table
  }()

  /// Returns the number of a name that stands in a template, without copying it twice.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> Name {
    if slots.count < 2 * (keys.count + 1) { grow() }
    let hash = Object.HashedKey.hash(of: bytes)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let key = keys[Int(slots[slot])]
      if key.hash == hash, key.text.bytes[...] == bytes { return Ref(Int(slots[slot])) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(clamping: keys.count)
    keys.append(Object.HashedKey(Text(Array(bytes)), hash: hash))
    slotsOfNames.append(-1)
    return Ref(keys.count - 1)
  }

  /// Returns the number of a name that stands in no template yet.
  mutating func add(_ name: Text) -> Name { add(name.bytes[...]) }

  /// Returns the number of a name that a template mentions, or `nil` if none does.
  func position(of key: Object.HashedKey) -> Name? {
    guard !slots.isEmpty else { return nil }
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Ref(Int(slots[slot])) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Returns the variable of a name, which gets one if it has none.
  mutating func variable(named name: Name) -> Variable {
    if let variable = existingVariable(named: name) { return variable }
    slotsOfNames[Int(name.position)] = Int32(clamping: variables.count)
    variables.append(name)
    return Variable(variables.count - 1)
  }

  /// Returns the variable of a name that some template mentions as one.
  func existingVariable(named name: Name) -> Variable? {
    let slot = slotsOfNames[Int(name.position)]
    return slot < 0 ? nil : Variable(Int(slot))
  }

  /// Returns the name of a variable.
  func key(of variable: Variable) -> Object.HashedKey {
    keys[variables[Int(variable.position)]]
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for (position, key) in keys.enumerated() {
      var slot = key.hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(clamping: position)
    }
  }
}

/// The number of a name.
typealias Name = Ref<Object.HashedKey>

/// The number of a variable, which is that of its slot in every frame.
typealias Variable = Ref<Slot>
