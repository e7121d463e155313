/// Some names, of which it is told at once that most others are not among them.
struct NameFilter: Sendable {
  /// One bit for each length and two last bytes of a name, all by their lowest five bits.
  private var bits = [UInt64](repeating: 0, count: 1 << 9)

  /// Adds a name.
  mutating func insert(_ name: String) {
    let index = Self.index(Array(name.utf8).span)
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  /// Whether a name may be among them.
  func mayHold(_ name: Span<UInt8>) -> Bool {
    let index = Self.index(name)
    return bits[index >> 6] & 1 << UInt64(index & 63) != 0
  }

  /// Adds the names of another one.
  mutating func formUnion(_ other: NameFilter) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  private static func index(_ name: Span<UInt8>) -> Int {
    let count = name.count
    let last = count > 0 ? Int(name[count - 1] & 31) : 0
    let before = count > 1 ? Int(name[count - 2] & 31) : 0
    return (count & 31) << 10 | before << 5 | last
  }
}
