/// The sentences of a block of text, as ranges of its bytes without the space around them.
///
/// A sentence ends where a full stop, question or exclamation mark (with the quotes and brackets
/// that close behind it) is followed by space and by what can begin another: not after an
/// abbreviation, an initial or within a number, and not before a small letter. The marks of
/// Chinese and Japanese need no space. It follows Unicode Standard Annex 29 with the abbreviations
/// that the annex leaves to its users.
public struct SentenceScanner: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// Begins before the first sentence of a part of a text.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = Swift.min(Swift.max(range.lowerBound, 0), bytes.count)
    end = Swift.min(Swift.max(range.upperBound, index), bytes.count)
  }

  /// Returns the next sentence, or `nil` behind the last.
  public mutating func next() -> Range<Int>? {
    skip { mark, _ in mark == .space }
    guard index < end else { return nil }
    let start = index
    var behind = end
    while index < end {
      let mark = index
      guard let kind = skipEndMarks() else { continue }
      // German closes with the quotation mark that Chinese opens with.
      let isClosed = skip { $0 == .closer && (kind != .wideEnd || $1 != 0x201C && $1 != 0x2018) }
      behind = index
      if kind == .wideEnd || index == end { break }
      let isFollowedBySpace = skip { mark, _ in mark == .space }
      if index == end { break }
      guard isFollowedBySpace, begins(at: index, after: kind, at: mark, in: start, isClosed) else {
        behind = end
        continue
      }
      break
    }
    return start..<behind
  }

  /// Passes one code point, and further marks if it ends a sentence; returns the strongest.
  private mutating func skipEndMarks() -> SentenceMark? {
    let byte = bytes[index]
    if byte < 0x80, byte != UInt8(ascii: "."), byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?")
    {
      index += 1
      return nil
    }
    var strongest: SentenceMark?
    while index < end {
      let codePoint = CodePoint(in: bytes, at: index)
      switch (SentenceMark(codePoint.value), strongest) {
      case (.stop, nil): strongest = .stop
      case (.stop, .stop), (.ellipsis, nil), (.ellipsis, .stop): strongest = .ellipsis
      case (.end, .wideEnd), (.stop, .some), (.ellipsis, .some): break
      case (.end, _): strongest = .end
      case (.wideEnd, _): strongest = .wideEnd
      default:
        if strongest == nil { index += codePoint.length }
        return strongest
      }
      index += codePoint.length
    }
    return strongest
  }

  @discardableResult
  private mutating func skip(while condition: (SentenceMark, UInt32) -> Bool) -> Bool {
    let start = index
    while index < end {
      let codePoint = CodePoint(in: bytes, at: index)
      guard let mark = SentenceMark(codePoint.value), condition(mark, codePoint.value) else {
        break
      }
      index += codePoint.length
    }
    return index > start
  }
}

// Whether what follows a mark begins a sentence.
extension SentenceScanner {
  private func begins(
    at next: Int,
    after kind: SentenceMark,
    at mark: Int,
    in start: Int,
    _ isClosed: Bool
  ) -> Bool {
    guard let first = firstOfNextWord(at: next) else { return true }
    let properties = first.properties
    if properties?.generalCategory == .lowercaseLetter { return false }
    guard kind == .stop, !isClosed else { return true }
    let isNumberNext = WordClass(first.value) == .digit
    return !isAbbreviated(before: mark, in: start, isNumberNext: isNumberNext)
  }

  /// Passes quotes, brackets and dashes that open.
  private func firstOfNextWord(at start: Int) -> CodePoint? {
    var offset = start
    while offset < end {
      let codePoint = CodePoint(in: bytes, at: offset)
      guard let mark = SentenceMark(codePoint.value) else { return codePoint }
      guard mark == .opener || mark == .closer || mark == .space, offset - start < 24 else {
        return nil
      }
      offset += codePoint.length
    }
    return nil
  }

  private func isAbbreviated(before mark: Int, in start: Int, isNumberNext: Bool) -> Bool {
    let token = token(before: mark, in: start)
    let word = string(token)
    let last = word.unicodeScalars.split(separator: ".").last ?? word.unicodeScalars[...]
    if last.allSatisfy({ WordClass($0.value) == .digit }) {
      // '1. Text' at the beginning, 'am 5. Mai'.
      guard last.count <= 2 else { return false }
      return token.lowerBound == start
        || Abbreviations.precedesOrdinal(string(self.word(before: token.lowerBound, in: start)))
    }
    if last.count == 1, let letter = last.first {
      // 'So did I.', and 'и т. д.' and 'и т. п.' end many a sentence.
      if letter == "i", word == "i" { return false }
      let isRussianEtc = letter == "д" || letter == "п"
      return !(isRussianEtc && string(self.word(before: token.lowerBound, in: start)) == "т.")
    }
    return Abbreviations.contains(word)
      || isNumberNext && Abbreviations.containsBeforeNumber(word)
  }

  /// The word before a token, its full stop included.
  private func word(before offset: Int, in start: Int) -> Range<Int> {
    var end = offset
    while end > start, SentenceMark(CodePoint(in: bytes, before: end).value) == .space {
      end -= CodePoint(in: bytes, before: end).length
    }
    return token(before: end, in: start)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  /// What stands before a full stop, back to the last space, bracket or quote.
  private func token(before mark: Int, in start: Int) -> Range<Int> {
    var offset = mark
    while offset > start, mark - offset < 32 {
      let codePoint = CodePoint(in: bytes, before: offset)
      if let kind = SentenceMark(codePoint.value), kind != .stop { break }
      offset -= codePoint.length
    }
    return Swift.max(offset, start)..<mark
  }
}
