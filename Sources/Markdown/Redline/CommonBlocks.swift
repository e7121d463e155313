/// The blocks that two texts have in common at their beginnings and ends: most of them, since most
/// edits leave most of a text alone.
struct CommonBlocks {
  /// How many are the same from the first on.
  let start: Int
  /// How many of the others are the same up to the last.
  let end: Int

  /// Compares two texts.
  init(of old: PlainText, and new: PlainText) {
    let isSame = { (pair: (PlainText.Block, PlainText.Block)) in
      pair.0.text.count == pair.1.text.count
        && old.bytes[pair.0.text] == new.bytes[pair.1.text]
    }
    start = zip(old.blocks, new.blocks).prefix(while: isSame).count
    let rest = zip(old.blocks[start...].reversed(), new.blocks[start...].reversed())
    end = rest.prefix(while: isSame).count
  }
}

extension PlainText {
  /// All words, block by block.
  var allWords: [Range<Int>] { blocks.flatMap { words(in: $0.text) } }

  /// All words, block by block; those in blocks that another text has too are known.
  func allWords(
    knowing known: [Range<Int>],
    of other: PlainText,
    _ common: CommonBlocks
  ) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(known.count)
    var rest = known[...]
    for (index, block) in blocks.enumerated() {
      let isAtEnd = index >= blocks.count - common.end
      guard index < common.start || isAtEnd else {
        words += self.words(in: block.text)
        continue
      }
      let twin = other.blocks[isAtEnd ? index - blocks.count + other.blocks.count : index].text
      let shift = block.text.lowerBound - twin.lowerBound
      rest = rest.drop { $0.lowerBound < twin.lowerBound }
      while let word = rest.first, word.lowerBound < twin.upperBound {
        words.append(word.lowerBound + shift..<word.upperBound + shift)
        rest.removeFirst()
      }
    }
    return words
  }
}
