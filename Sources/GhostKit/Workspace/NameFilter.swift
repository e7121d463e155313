/// Some names, of which it is told at once that most others are not among them.
struct NameFilter: Sendable {
  /// One bit for each length and two last bytes of a name, all by their lowest five bits.
  private var bits = [UInt64](repeating: 0, count: 1 << 9)

  /// Adds a name.
  mutating func insert(_ name: [UInt8]) {
    let index = Self.index(name[...])
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  /// Whether a name may be among them.
  func mayHold(_ name: ArraySlice<UInt8>) -> Bool {
    let index = Self.index(name)
    return bits[index >> 6] & 1 << UInt64(index & 63) != 0
  }

  private static func index(_ name: ArraySlice<UInt8>) -> Int {
    name.suffix(2).reduce(name.count & 31) { $0 << 5 | Int($1 & 31) }
  }
}
