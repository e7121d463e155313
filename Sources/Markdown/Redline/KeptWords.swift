/// Which words of a version were there in the one before, by the redline of both.
///
/// Blocks that both versions begin or end with are not compared word by word: most edits leave most
/// of a text alone.
struct KeptWords {
  /// For each word of the new version, the word of the old one that it was.
  private(set) var origins: [Int?]

  /// Compares two texts, of which all words are known.
  init(
    from old: PlainText,
    _ oldWords: [Range<Int>],
    to new: PlainText,
    _ newWords: [Range<Int>],
    _ common: CommonBlocks
  ) {
    let (start, end) = (common.start, common.end)
    let oldRange = Self.words(oldWords, of: old, without: start, end)
    let newRange = Self.words(newWords, of: new, without: start, end)

    origins = newWords.indices.map { $0 }
    let grown = newWords.count - oldWords.count
    for index in newRange.upperBound..<newWords.count { origins[index] = index - grown }
    for index in newRange { origins[index] = nil }
    if !oldRange.isEmpty, !newRange.isEmpty {
      let words = RedlineWords(old.part(start, end), new.part(start, end))
      compare(words, from: oldRange.lowerBound, to: newRange.lowerBound)
    }
  }

  /// The words that are left without so many blocks at the start and the end.
  private static func words(
    _ words: [Range<Int>],
    of text: PlainText,
    without start: Int,
    _ end: Int
  ) -> Range<Int> {
    let lower = start == 0 ? 0 : text.blocks[start - 1].text.upperBound
    let upper = end == 0 ? Int.max : text.blocks[text.blocks.count - end].text.lowerBound
    let first = words.firstIndex { $0.lowerBound >= lower } ?? words.count
    let last = words[first...].firstIndex { $0.lowerBound >= upper } ?? words.count
    return first..<last
  }

  private mutating func compare(_ words: RedlineWords, from oldStart: Int, to newStart: Int) {
    var (x, y) = (0, 0)
    var (oldWord, newWord) = (oldStart, newStart)
    let end = RedlineHunks.Hunk(
      old: words.old.elements.count..<words.old.elements.count,
      new: words.new.elements.count..<words.new.elements.count
    )
    for hunk in RedlineHunks(words).hunks + [end] {
      while y < hunk.new.lowerBound {
        if words.new.elements[y].isWord {
          origins[newWord] = oldWord
          (oldWord, newWord) = (oldWord + 1, newWord + 1)
        }
        (x, y) = (x + 1, y + 1)
      }
      oldWord += words.old.wordCount(hunk.old)
      newWord += words.new.wordCount(hunk.new)
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
  }
}

extension PlainText {
  /// The same text without so many blocks at its start and end.
  fileprivate func part(_ start: Int, _ end: Int) -> PlainText {
    var part = self
    part.blocks = Array(blocks[start..<(blocks.count - end)])
    return part
  }
}
