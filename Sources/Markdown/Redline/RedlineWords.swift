/// Two versions of a text as sequences of numbers: equal words have the same number.
///
/// Words, punctuation and the ends of blocks are one element each, so that a paragraph that is cut
/// in two differs by one element and not by all its words.
struct RedlineWords {
  /// A word, a punctuation mark or the end of a block.
  struct Element {
    /// Its bytes in the text, with the space before it; empty for the end of a block.
    var range: Range<Int>
    var isWord: Bool
    /// The number that it shares with its equals.
    var number: Int
  }

  /// One of the versions.
  struct Version {
    let text: PlainText
    var elements: [Element] = []
    /// For each block of the text, its elements, the end included.
    var blocks: [Range<Int>] = []

    /// The number of words among elements.
    func wordCount(_ range: Range<Int>) -> Int {
      elements[range].reduce(0) { $0 + ($1.isWord ? 1 : 0) }
    }
  }

  let old: Version
  let new: Version
  /// One more than the highest number given.
  let numbers: Int

  /// Numbers the words of two texts; passages that are to be taken as a whole are ranges of their
  /// bytes, in order.
  init(
    _ old: PlainText,
    _ new: PlainText,
    wholes: (old: [Range<Int>], new: [Range<Int>]) = ([], [])
  ) {
    var numbering = Numbering()
    self.old = numbering.version(of: old, wholes: wholes.old)
    self.new = numbering.version(of: new, wholes: wholes.new)
    numbers = numbering.count
  }

  /// A word, hashed as a whole: an array hashes its elements one by one.
  private struct Word: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private struct Numbering {
    private var words: [Word: Int] = [:]
    private var ends: [PlainText.Block.Kind: Int] = [:]
    var count: Int { words.count + ends.count }

    mutating func version(of text: PlainText, wholes: [Range<Int>]) -> Version {
      var version = Version(text: text)
      var wholes = wholes[...]
      version.elements.reserveCapacity(text.bytes.count / 4)
      for block in text.blocks {
        let start = version.elements.count
        var position = block.text.lowerBound
        while let whole = wholes.first, whole.lowerBound < block.text.upperBound {
          let space = add(position..<whole.lowerBound, to: &version)
          add(whole, after: space, isWord: false, to: &version)
          position = whole.upperBound
          wholes.removeFirst()
        }
        add(position..<block.text.upperBound, to: &version)
        let end = ends[block.kind] ?? count
        ends[block.kind] = end
        let behind = block.text.upperBound..<block.text.upperBound
        version.elements.append(Element(range: behind, isWord: false, number: end))
        version.blocks.append(start..<version.elements.count)
      }
      return version
    }

    /// Adds words and marks, and returns where the space behind the last of them begins.
    @discardableResult
    private mutating func add(_ range: Range<Int>, to version: inout Version) -> Int {
      var start = range.lowerBound
      for word in WordScanner(version.text.bytes, in: range) {
        addMarks(from: &start, to: word.lowerBound, &version)
        add(word, after: start, isWord: true, to: &version)
        start = word.upperBound
      }
      addMarks(from: &start, to: range.upperBound, &version)
      return start
    }

    /// Adds what stands between words: each ASCII mark, repeated ones as one, and each sequence of
    /// other characters, lest an emoji be cut.
    private mutating func addMarks(from start: inout Int, to end: Int, _ version: inout Version) {
      let bytes = version.text.bytes
      var index = start
      while index < end {
        let first = index
        let codePoint = CodePoint(in: bytes, at: index)
        index += codePoint.length
        if SentenceMark(codePoint.value) == .space, codePoint.value != Self.zeroWidth { continue }
        while index < end {
          let isSame = bytes[index] == bytes[first] && bytes[first] < 0x80
          let isSymbol = bytes[index] >= 0x80 && bytes[first] >= 0x80
          guard isSame || isSymbol else { break }
          let next = CodePoint(in: bytes, at: index)
          if SentenceMark(next.value) != nil, isSymbol { break }
          index += next.length
        }
        add(first..<min(index, end), after: start, isWord: false, to: &version)
        start = min(index, end)
      }
    }

    /// The space that has no width: where one comes or goes, no other space shows it.
    private static let zeroWidth: UInt32 = 0x200B

    private mutating func add(
      _ range: Range<Int>,
      after start: Int,
      isWord: Bool,
      to version: inout Version
    ) {
      let word = Word(bytes: version.text.bytes[range])
      let number: Int
      if let known = words[word] {
        number = known
      } else {
        number = count
        words[word] = number
      }
      version.elements.append(
        Element(range: start..<range.upperBound, isWord: isWord, number: number)
      )
    }
  }
}
