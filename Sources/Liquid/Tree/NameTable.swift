/// The names of a program, each once: what a variable or a key is called is a number from here on.
struct NameTable: Sendable {
  private(set) var keys: [Object.HashedKey] = []
  /// Positions in ``keys`` by hash with linear probing, -1 where there is none; twice as many as
  /// there are names at least.
  private var slots: [Int32] = []

  /// A table that holds the names of a loop's fields already, so that their numbers are known.
  static let initial: NameTable = {
    var table = NameTable()
    for field in LoopField.allCases { _ = table.add(Text(field.name)) }
    return table
  }()

  /// Returns the number of a name that stands in a template, without copying it twice.
  mutating func add(_ bytes: ArraySlice<UInt8>) -> Ref<Object.HashedKey> {
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
    return Ref(keys.count - 1)
  }

  /// Returns the number of a name that stands in no template yet.
  mutating func add(_ name: Text) -> Ref<Object.HashedKey> { add(name.bytes[...]) }

  /// Returns the number of a name that a template mentions, or `nil` if none does.
  func position(of key: Object.HashedKey) -> Ref<Object.HashedKey>? {
    guard !slots.isEmpty else { return nil }
    var slot = key.hash & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return Ref(Int(slots[slot])) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
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

/// The number of a name; as a variable, the number of its slot in every frame.
typealias Name = Ref<Object.HashedKey>
