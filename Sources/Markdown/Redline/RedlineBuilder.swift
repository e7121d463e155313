/// Lays out both versions as one text, paragraph by paragraph.
struct RedlineBuilder {
  private let words: RedlineWords
  private let moved: MovedBlocks
  private var sections: [Redline.Section] = []
  private var paragraphs: [Redline.Paragraph] = []
  private var runs: [Redline.Run] = []
  private var heading: String?
  /// The block of each version that the layout has come to.
  private var oldBlock = 0
  private var newBlock = 0

  private init(_ words: RedlineWords, _ moved: MovedBlocks) {
    self.words = words
    self.moved = moved
  }

  /// Returns the sections of two versions.
  static func sections(of words: RedlineWords) -> [Redline.Section] {
    let hunks = RedlineHunks(words)
    var builder = RedlineBuilder(words, hunks.moved)
    var new = 0
    for hunk in hunks.hunks {
      builder.keep(new..<hunk.new.lowerBound)
      builder.remove(hunk.old)
      builder.insert(hunk.new)
      new = hunk.new.upperBound
    }
    builder.keep(new..<words.new.elements.count)
    builder.endSection()
    return builder.sections
  }

  private mutating func keep(_ range: Range<Int>) {
    for part in words.new.parts(of: range) {
      add(part.words, of: words.new, .equal)
      guard part.isEnded else { continue }
      endParagraph(words.new.text.blocks[newBlock])
      newBlock += 1
      oldBlock += 1
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    for part in words.old.parts(of: range) {
      let block = words.old.text.blocks[min(oldBlock, words.old.text.blocks.count - 1)]
      let isMoved = moved.old.contains(oldBlock)
      if isMoved { endParagraph(block) }
      add(part.words, of: words.old, isMoved ? .movedAway : .removed)
      guard part.isEnded else { continue }
      if runs.contains(where: { $0.change == .equal || $0.change == .inserted }) {
        runs.append(Redline.Run(change: .removed, text: "", words: 0))
      } else {
        endParagraph(block)
      }
      oldBlock += 1
    }
  }

  private mutating func insert(_ range: Range<Int>) {
    for part in words.new.parts(of: range) {
      let block = words.new.text.blocks[min(newBlock, words.new.text.blocks.count - 1)]
      let isMoved = moved.new.contains(newBlock)
      if isMoved { endParagraph(block) }
      add(part.words, of: words.new, isMoved ? .movedHere : .inserted)
      guard part.isEnded else { continue }
      if runs.contains(where: { $0.change == .equal || $0.change == .removed }) {
        runs.append(Redline.Run(change: .inserted, text: "", words: 0))
      }
      endParagraph(block)
      newBlock += 1
    }
  }

  private mutating func add(
    _ range: Range<Int>,
    of version: RedlineWords.Version,
    _ change: Redline.Change
  ) {
    guard let first = range.first, let last = range.last else { return }
    let bytes = version.elements[first].range.lowerBound..<version.elements[last].range.upperBound
    runs.append(
      Redline.Run(
        change: change,
        text: version.text.string(bytes),
        words: version.wordCount(range)
      )
    )
  }

  private mutating func endParagraph(_ block: PlainText.Block) {
    guard !runs.isEmpty else { return }
    defer { runs.removeAll() }
    if case .heading = block.kind {
      endSection()
      let current = runs.filter { $0.change != .removed && $0.change != .movedAway }
      heading = (current.isEmpty ? runs : current).map(\.text).joined()
    }
    paragraphs.append(
      Redline.Paragraph(kind: block.kind, listDepth: block.listDepth, runs: runs)
    )
  }

  private mutating func endSection() {
    guard !paragraphs.isEmpty else { return }
    sections.append(Redline.Section(heading: heading, paragraphs: paragraphs))
    paragraphs.removeAll()
  }
}

extension RedlineWords.Version {
  /// Cuts a range of elements at the ends of blocks.
  fileprivate func parts(of range: Range<Int>) -> [(words: Range<Int>, isEnded: Bool)] {
    var parts: [(words: Range<Int>, isEnded: Bool)] = []
    var start = range.lowerBound
    for index in range where isEnd(index) {
      parts.append((start..<index, true))
      start = index + 1
    }
    if start < range.upperBound { parts.append((start..<range.upperBound, false)) }
    return parts
  }
}
