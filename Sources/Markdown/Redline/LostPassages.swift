/// Passages that stood in some version of a text and were taken out, with who had brought them.
///
/// What is moved is taken out at one place and put in at another, and what a version lost a later
/// one may bring back: it is found here.
struct LostPassages: Sendable {
  /// Of each word its hash; 0 parts the passages.
  private var hashes: [UInt64] = []
  private var bringers: [Int?] = []
  /// Where a few words in a row stand.
  private var places: [UInt64: Int] = [:]

  /// A passage with fewer words may come back by chance.
  private static let fewestWords = 4
  /// What a history longer than any real one may keep in memory.
  private static let mostWords = 1 << 18

  /// Adds words that stood in a row.
  mutating func add(_ passage: [UInt64], by owners: ArraySlice<Int?>) {
    guard passage.count >= Self.fewestWords,
      hashes.count + passage.count < Self.mostWords
    else { return }
    let start = hashes.count
    hashes += passage
    bringers += owners
    hashes.append(0)
    bringers.append(nil)
    for offset in 0...(passage.count - Self.fewestWords) {
      let key = Self.key(passage[offset..<offset + Self.fewestWords])
      // Who lost it first brought it first.
      if places[key] == nil { places[key] = start + offset }
    }
  }

  /// Adds all that another text has lost.
  mutating func add(_ other: LostPassages) {
    guard hashes.count + other.hashes.count < Self.mostWords else { return }
    let start = hashes.count
    hashes += other.hashes
    bringers += other.bringers
    places.merge(other.places.mapValues { $0 + start }) { own, _ in own }
  }

  /// Returns for each word of a passage who had brought it before; `nil` for what is new.
  func bringers(of passage: [UInt64]) -> [Int?] {
    var result = [Int?](repeating: nil, count: passage.count)
    var index = 0
    while index + Self.fewestWords <= passage.count {
      guard let place = places[Self.key(passage[index..<index + Self.fewestWords])] else {
        index += 1
        continue
      }
      var length = 0
      while index + length < passage.count, hashes[place + length] == passage[index + length] {
        result[index + length] = bringers[place + length]
        length += 1
      }
      index += max(length, 1)
    }
    return result
  }

  private static func key(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ ($0 >> 29) }
  }

  /// Returns a number that is the same for the same word, and never 0.
  ///
  /// Source: FNV-1a, 64 bits (draft-eastlake-fnv).
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    let hash = word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return hash == 0 ? 1 : hash
  }
}
