/// The places where two versions differ, moved to where a reader expects them.
struct RedlineHunks {
  /// A place where they differ; between two of them both have the same elements.
  struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The hunks in order.
  private(set) var hunks: [Hunk] = []
  /// What stands elsewhere.
  private(set) var moved: MovedBlocks

  private let words: RedlineWords
  private var old: [Int]
  private var new: [Int]

  init(_ words: RedlineWords) {
    self.words = words
    old = words.old.elements.map(\.number)
    new = words.new.elements.map(\.number)
    moved = MovedBlocks()
    compare(numbers: words.numbers)
    moved = MovedBlocks(words, partners: partners())
    if !moved.old.isEmpty {
      // What was moved is no part of the comparison: it gets numbers that the other side lacks.
      old = Self.numbers(of: words.old, without: moved.old, instead: words.numbers)
      new = Self.numbers(of: words.new, without: moved.new, instead: words.numbers + 1)
      compare(numbers: words.numbers + 2)
    }
    joinAcrossShortMatches()
  }

  private mutating func compare(numbers: Int) {
    hunks.removeAll()
    collect(EditScript(old: old, new: new, numbers: numbers))
    for index in hunks.indices { slide(index) }
  }

  /// For each element of the old version, the one of the new version that it became.
  private func partners() -> [Int?] {
    var partners = [Int?](repeating: nil, count: old.count)
    var (x, y) = (0, 0)
    for hunk in hunks + [Hunk(old: old.count..<old.count, new: new.count..<new.count)] {
      while x < hunk.old.lowerBound {
        partners[x] = y
        (x, y) = (x + 1, y + 1)
      }
      (x, y) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    return partners
  }

  private static func numbers(
    of version: RedlineWords.Version,
    without blocks: Set<Int>,
    instead number: Int
  ) -> [Int] {
    var numbers = version.elements.map(\.number)
    for block in blocks {
      for index in version.blocks[block] { numbers[index] = number }
    }
    return numbers
  }

  private mutating func collect(_ script: EditScript) {
    var (x, y) = (0, 0)
    while x < old.count || y < new.count {
      let (startX, startY) = (x, y)
      while x < old.count, script.isRemoved[x] { x += 1 }
      while y < new.count, script.isInserted[y] { y += 1 }
      if x > startX || y > startY {
        hunks.append(Hunk(old: startX..<x, new: startY..<y))
      } else {
        (x, y) = (x + 1, y + 1)
      }
    }
  }
}

// Sliding: 'a [b a] b' and 'a b [a b]' insert the same.
extension RedlineHunks {
  /// Moves what was only inserted or only removed to the ends of paragraphs or sentences, if one of
  /// the places that mean the same is there.
  private mutating func slide(_ index: Int) {
    let hunk = hunks[index]
    let isInsertion = hunk.old.isEmpty
    guard isInsertion || hunk.new.isEmpty else { return }
    let (side, version) = isInsertion ? (new, words.new) : (old, words.old)
    let range = isInsertion ? hunk.new : hunk.old
    guard !range.contains(where: { side[$0] >= words.numbers }) else { return }
    let limits = limits(around: index, isInsertion)
    var best = (shift: 0, rank: rank(of: range, in: version))
    var shift = 0
    while shift > -Self.furthestSlide, range.lowerBound + shift > limits.lowerBound,
      side[range.lowerBound + shift - 1] == side[range.upperBound + shift - 1]
    {
      shift -= 1
      let rank = rank(of: range.shifted(by: shift), in: version)
      if rank > best.rank { best = (shift, rank) }
    }
    shift = 0
    while shift < Self.furthestSlide, range.upperBound + shift < limits.upperBound,
      side[range.lowerBound + shift] == side[range.upperBound + shift]
    {
      shift += 1
      let rank = rank(of: range.shifted(by: shift), in: version)
      if rank > best.rank { best = (shift, rank) }
    }
    hunks[index].old = hunk.old.shifted(by: best.shift)
    hunks[index].new = hunk.new.shifted(by: best.shift)
  }

  private static let furthestSlide = 200

  /// The elements between the hunks on either side.
  private func limits(around index: Int, _ isInsertion: Bool) -> Range<Int> {
    let before = index > 0 ? hunks[index - 1] : Hunk(old: 0..<0, new: 0..<0)
    let after =
      index + 1 < hunks.count
      ? hunks[index + 1] : Hunk(old: old.count..<old.count, new: new.count..<new.count)
    return isInsertion
      ? before.new.upperBound..<after.new.lowerBound
      : before.old.upperBound..<after.old.lowerBound
  }

  /// How well a range stands: 2 for whole blocks, 1 for whole sentences.
  private func rank(of range: Range<Int>, in version: RedlineWords.Version) -> Int {
    guard let last = range.last else { return 0 }
    let endsBlock = version.isEnd(last)
    let startsBlock = range.lowerBound == 0 || version.isEnd(range.lowerBound - 1)
    if endsBlock && startsBlock { return 2 }
    let startsSentence = startsBlock || version.endsSentence(range.lowerBound - 1)
    return startsSentence && (endsBlock || version.endsSentence(last)) ? 1 : 0
  }

  /// A word or two that two rewritten passages have in common help nobody to read them.
  private mutating func joinAcrossShortMatches() {
    var joined: [Hunk] = []
    for (index, hunk) in hunks.enumerated() {
      if index > 0, let last = joined.last, isNoise(between: hunks[index - 1], and: hunk) {
        joined[joined.count - 1] = Hunk(
          old: last.old.lowerBound..<hunk.old.upperBound,
          new: last.new.lowerBound..<hunk.new.upperBound
        )
      } else {
        joined.append(hunk)
      }
    }
    hunks = joined
  }

  private func isNoise(between left: Hunk, and right: Hunk) -> Bool {
    let match = left.new.upperBound..<right.new.lowerBound
    guard match.count <= 3, !match.contains(where: { words.new.isEnd($0) }) else { return false }
    let removed = left.old.count + right.old.count
    let inserted = left.new.count + right.new.count
    // What they have in common is then told twice: this makes a redline at most 1.3 times as long.
    guard min(removed, inserted) >= 7 * max(match.count, 1) else { return false }
    let isMoved = { (hunk: Hunk) in
      hunk.old.contains { old[$0] >= words.numbers }
        || hunk.new.contains { new[$0] >= words.numbers }
    }
    return !isMoved(left) && !isMoved(right)
  }
}

extension RedlineWords.Version {
  /// Whether an element is the end of a block.
  func isEnd(_ index: Int) -> Bool { elements[index].range.isEmpty }

  /// Whether an element is a mark that may end a sentence.
  func endsSentence(_ index: Int) -> Bool {
    let element = elements[index]
    guard !element.isWord, !element.range.isEmpty else { return false }
    switch SentenceMark(CodePoint(in: text.bytes, before: element.range.upperBound).value) {
    case .stop, .end, .wideEnd, .ellipsis: return true
    default: return false
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
