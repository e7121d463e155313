/// Who brought each word of a text, followed from version to version.
///
/// It sees what a ``Redline`` sees: markup, line breaks and comments bring nothing. A word belongs
/// to whoever brought it first, so a passage that is moved, or taken out and later put back, stays
/// with its bringer.
public struct WordAttribution: Sendable {
  /// The text.
  public let text: PlainText
  /// Its words in order, as parts of the text.
  public let words: [Range<Int>]
  /// For each word, the number of who brought it; `nil` for what is nobody's.
  public private(set) var bringers: [Int?]
  private var lost = LostPassages()

  /// Begins with a version of which one person brought every word.
  ///
  /// - Parameters:
  ///   - text: The version.
  ///   - ignored: Parts of it that are nobody's, in order: what comes to stand for them is new.
  ///   - bringer: Who made it.
  public init(of text: PlainText, without ignored: [Range<Int>] = [], by bringer: Int) {
    self.init(of: text, text.allWords, without: ignored, by: bringer)
  }

  private init(
    of text: PlainText,
    _ words: [Range<Int>],
    without ignored: [Range<Int>],
    by bringer: Int
  ) {
    self.text = text
    var rest = ignored[...]
    bringers = words.map { word in
      while let first = rest.first, first.upperBound <= word.lowerBound { rest.removeFirst() }
      return rest.first.map { $0.overlaps(word) } == true ? nil : bringer
    }
    self.words = words
  }

  /// Returns the same for the next version, in which somebody brought what is new.
  ///
  /// - Parameters:
  ///   - next: The version.
  ///   - ignored: Parts of it that are nobody's, in order.
  ///   - bringer: Who made it.
  ///   - others: Further versions that it was made of, where it merges several.
  /// - Returns: who brought each word of the next version.
  public func following(
    to next: PlainText,
    without ignored: [Range<Int>] = [],
    by bringer: Int,
    merging others: [WordAttribution] = []
  ) -> WordAttribution {
    let common = CommonBlocks(of: text, and: next)
    let nextWords = next.allWords(knowing: words, of: text, common)
    var result = WordAttribution(of: next, nextWords, without: ignored, by: bringer)
    var isNew = result.bringers.map { $0 != nil }
    result.lost = lost
    for other in others { result.lost.add(other.lost) }
    for (index, version) in ([self] + others).enumerated() {
      let common = index == 0 ? common : CommonBlocks(of: version.text, and: next)
      let kept = KeptWords(from: version.text, version.words, to: next, nextWords, common)
      var isGone = [Bool](repeating: true, count: version.words.count)
      for (word, origin) in kept.origins.enumerated() {
        guard let origin else { continue }
        isGone[origin] = false
        guard isNew[word], let owner = version.bringers[origin] else { continue }
        isNew[word] = false
        result.bringers[word] = owner
      }
      for passage in Self.runs(of: isGone) {
        result.lost.add(version.hashes(passage), by: version.bringers[passage])
      }
    }
    for passage in Self.runs(of: isNew) {
      for (word, found) in zip(passage, result.lost.bringers(of: result.hashes(passage))) {
        if let found { result.bringers[word] = found }
      }
    }
    return result
  }

  private func hashes(_ range: Range<Int>) -> [UInt64] {
    words[range].map { LostPassages.hash(text.bytes[$0]) }
  }

  /// The longest ranges in which all is true.
  private static func runs(of flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, flag) in (flags + [false]).enumerated() {
      if flag, start == nil { start = index }
      if !flag, let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    return runs
  }
}
