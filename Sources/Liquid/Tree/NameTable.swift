/// A name with the hash that finds it, looked at without a share in it (``Bytes`` says when).
@safe struct NameKey: @unchecked Sendable {
  let bytes: Bytes
  let hash: Int

  @unsafe init(of bytes: [UInt8], hash: Int) {
    self.bytes = unsafe Bytes(of: bytes)
    self.hash = hash
  }

  init(_ bytes: Bytes) {
    self.bytes = bytes
    hash = Object.HashedKey.hash(of: bytes)
  }

  /// A copy of the name.
  var text: Text { Text(bytes.array) }

  /// Whether an object's entry has the same name.
  @inline(__always)
  @unsafe func isName(of entry: UnsafePointer<Object.Entry>) -> Bool {
    unsafe hash == entry.pointee.key.hash
      && (isShort || bytes == Bytes(of: entry.pointee.key.text.bytes))
  }

  /// Whether the hash says all of the name.
  @inline(__always)
  var isShort: Bool { hash < 0 }
}

/// The names of a program, each once: what a variable or a key is called is a number from here on.
///
/// The names' bytes are those of the templates, or of texts that the program holds.
struct NameTable: Sendable {
  private(set) var keys = Table<NameKey>()
  /// The names that variables have, by the number of their slots.
  private(set) var variables = Table<Name>()
  /// The slot of each name, or -1 if no variable has it.
  private var slotsOfNames = Table<Int32>()
  /// Positions in ``keys`` by hash with linear probing, -1 where there is none; twice as many as
  /// there are names at least.
  private var slots = Table<Int32>()

  /// A table that holds the names of a loop's fields already, so that their numbers are known.
  ///
  /// It is there to be copied, and never given back.
  static let initial: NameTable = {
    var table = NameTable()
    for field in LoopField.allCases { _ = table.add(field.bytes) }
    _ = table.variable(named: LoopField.forLoop.ref)
    _ = table.variable(named: LoopField.tableLoop.ref)
    return table
  }()

  /// Returns the number of a name whose bytes live as long as the table.
  mutating func add(_ bytes: Bytes) -> Name {
    if slots.count < 2 * (keys.count + 1) { grow() }
    let key = NameKey(bytes)
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Ref(Int(slots[slot])) }
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    slotsOfNames.append(-1)
    return Ref(keys.count - 1)
  }

  /// Returns the number of a name that a template mentions, or `nil` if none does.
  func position(of key: NameKey) -> Name? {
    let position = slots[slot(of: key)]
    return position < 0 ? nil : Ref(Int(position))
  }

  private func slot(of key: NameKey) -> Int {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = keys[Int(slots[slot])]
      if other.hash == key.hash, other.bytes == key.bytes { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Returns the variable of a name, which gets one if it has none.
  mutating func variable(named name: Name) -> Variable {
    if let variable = existingVariable(named: name) { return variable }
    slotsOfNames[Int(name.position)] = Int32(truncatingIfNeeded: variables.count)
    variables.append(name)
    return Variable(variables.count - 1)
  }

  /// Returns the variable of a name that some template mentions as one.
  func existingVariable(named name: Name) -> Variable? {
    let slot = slotsOfNames[Int(name.position)]
    return slot < 0 ? nil : Variable(Int(slot))
  }

  /// Returns the variable of a name that some template mentions as one.
  func existingVariable(named key: NameKey) -> Variable? {
    position(of: key).flatMap { existingVariable(named: $0) }
  }

  /// Returns the name of a variable.
  func key(of variable: Variable) -> NameKey { keys[variables[Int(variable.position)]] }

  private mutating func grow() {
    let size = max(128, slots.count * 2)
    slots.deallocate()
    slots = Table()
    slots.reserve(size)
    for _ in 0..<size { slots.append(-1) }
    for position in keys.indices {
      slots[slot(of: keys[position])] = Int32(truncatingIfNeeded: position)
    }
  }

  func copied() -> NameTable {
    var copy = self
    copy.keys = keys.copied()
    copy.variables = variables.copied()
    copy.slotsOfNames = slotsOfNames.copied()
    copy.slots = slots.copied()
    return copy
  }

  func deallocate() {
    keys.deallocate()
    variables.deallocate()
    slotsOfNames.deallocate()
    slots.deallocate()
  }
}

/// The number of a name.
typealias Name = Ref<NameKey>

/// The number of a variable, which is that of its slot in every frame.
typealias Variable = Ref<Slot>
