/// The words of a table, each found by its bytes without making a string of them.
struct Lexicon: Sendable {
  private var words: [[UInt8]] = []
  /// Positions in ``words`` by hash with linear probing, -1 where there is none; twice as many as
  /// there are words at least.
  private var slots = [Int](repeating: -1, count: 16)

  /// Adds a word that is not there; its position is the number of those before it.
  mutating func add(_ word: String) {
    words.append(Array(word.utf8))
    if words.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for position in words.indices { enter(position) }
    } else {
      enter(words.count - 1)
    }
  }

  private mutating func enter(_ position: Int) {
    let word = words[position]
    slots[unsafe slot(of: Bytes(of: word))] = position
    withExtendedLifetime(word) {}
  }

  func position(of word: String) -> Int? {
    let word = Array(word.utf8)
    defer { withExtendedLifetime(word) {} }
    return unsafe position(of: Bytes(of: word))
  }

  func position(of word: Bytes) -> Int? {
    let position = slots[slot(of: word)]
    return position < 0 ? nil : position
  }

  private func slot(of word: Bytes) -> Int {
    let mask = slots.count - 1
    var slot = Object.HashedKey.hash(of: word) & mask
    while slots[slot] >= 0, unsafe Bytes(of: words[slots[slot]]) != word {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
