/// The blocks that two versions have in common, but not in the same order.
struct MovedBlocks {
  /// Blocks of the old version that stand elsewhere in the new one.
  private(set) var old: Set<Int> = []
  /// Blocks of the new version that stood elsewhere in the old one.
  private(set) var new: Set<Int> = []

  /// A block with fewer words is not worth the word 'moved'.
  private static let fewestWords = 4

  /// Begins with no block moved.
  init() {}

  /// Takes the blocks that are the same but not partners; for each element of the old version,
  /// `partners` tells the one that it became.
  init(_ words: RedlineWords, partners: [Int?]) {
    let starts = words.new.blocks.enumerated().map { ($1.lowerBound, $0) }
    let blockAt = Dictionary(uniqueKeysWithValues: starts)
    var keptOld: Set<Int> = []
    var keptNew: Set<Int> = []
    for (index, block) in words.old.blocks.enumerated() {
      guard let start = partners[block.lowerBound], let partner = blockAt[start],
        words.new.blocks[partner].count == block.count,
        block.allSatisfy({ partners[$0] == start + $0 - block.lowerBound })
      else { continue }
      keptOld.insert(index)
      keptNew.insert(partner)
    }
    var places: [[Int]: [Int]] = [:]
    for (index, block) in words.new.blocks.enumerated().reversed() where !keptNew.contains(index) {
      guard words.new.wordCount(block) >= Self.fewestWords else { continue }
      places[words.new.elements[block].map(\.number), default: []].append(index)
    }
    for (index, block) in words.old.blocks.enumerated() where !keptOld.contains(index) {
      let numbers = words.old.elements[block].map(\.number)
      guard let place = places[numbers]?.popLast() else { continue }
      old.insert(index)
      new.insert(place)
    }
  }
}
