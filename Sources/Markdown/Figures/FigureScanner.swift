/// The figures of a text, from the first to the last.
///
/// Numbers that say when or which are none: dates, years, times, ordinals, versions, fractions such
/// as `24/7`, the numbers of pages and sections, and those of a name (`ISO 27001`, `COVID-19`).
public struct FigureScanner: Sequence, IteratorProtocol, Sendable {
  let bytes: [UInt8]
  let start: Int
  let end: Int
  private var index: Int

  /// Begins before the first figure of a part of a text.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    start = Swift.min(Swift.max(range.lowerBound, 0), bytes.count)
    end = Swift.min(Swift.max(range.upperBound, start), bytes.count)
    index = start
  }

  /// Returns the next figure, or `nil` behind the last.
  public mutating func next() -> Figure? {
    while let digit = nextDigit(from: index) {
      let number = FigureNumber(in: bytes, at: digit, end: end)
      index = number.range.upperBound
      if let chain = endOfChain(number) {
        index = chain
      } else if let figure = figure(number) {
        index = Swift.max(index, figure.text.upperBound)
        return figure
      }
    }
    return nil
  }

  private func nextDigit(from start: Int) -> Int? {
    let bytes = bytes.span
    var index = start
    while index < end {
      if index + ThirtyTwoBytes.count <= bytes.count {
        let next = ThirtyTwoBytes(of: bytes, at: index)
        let marks = next.nonASCII | next.digitMarks
        index += ThirtyTwoBytes.count(before: marks)
        if ThirtyTwoBytes.isEmpty(marks) { continue }
      }
      repeat {
        guard index < end else { return nil }
        let byte = bytes[index]
        if byte.isASCIIDigit { return index }
        if byte == 0xD9 || byte == 0xDB, FigureNumber.digit(in: self.bytes, at: index) != nil {
          return index
        }
        index += 1
      } while index < end && bytes[index] >= 0x80
    }
    return nil
  }

  /// The end of a number that goes on in another one: `10:30`, `1/2`, `2026-12-04`.
  private func endOfChain(_ first: FigureNumber) -> Int? {
    if let phone = endOfPhoneNumber(first) { return phone }
    if let codePoint = endOfCodePoint(first) { return codePoint }
    var last = first
    var links = 0
    while let mark = byte(at: last.range.upperBound), last.range.upperBound + 1 < end,
      FigureNumber.digit(in: bytes, at: last.range.upperBound + 1) != nil
    {
      let isDate =
        mark == UInt8(ascii: "-")
        && (links > 0 || first.digits == 4 && first.isPlain || isDay(first))
      guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/") || isDate else { break }
      last = FigureNumber(in: bytes, at: last.range.upperBound + 1, end: end)
      links += 1
    }
    return links > 0 ? last.range.upperBound : nil
  }

  /// Whether a number begins `04-12-2026`.
  private func isDay(_ number: FigureNumber) -> Bool {
    let rest = bytes[number.range.upperBound..<Swift.min(end, number.range.upperBound + 8)]
    let digits = rest.map { $0.isASCIIDigit ? UInt8(ascii: "0") : $0 }
    return number.isPlain && number.digits == 2 && digits.starts(with: "-00-0000".utf8)
  }

  /// The end of `+49 30 1234` or `0800 1234`.
  private func endOfPhoneNumber(_ first: FigureNumber) -> Int? {
    let start = first.range.lowerBound
    let isPhone =
      start > self.start && bytes[start - 1] == UInt8(ascii: "+")
      || bytes[start] == UInt8(ascii: "0") && first.isPlain && first.digits > 1
    guard isPhone else { return nil }
    var end = first.range.upperBound
    while let mark = byte(at: end), mark == 0x20 || mark == UInt8(ascii: "-"),
      let next = byte(at: end + 1), next.isASCIIDigit
    {
      end = FigureNumber(in: bytes, at: end + 1, end: self.end).range.upperBound
    }
    return end > first.range.upperBound ? end : nil
  }

  /// The end of `U+274B`.
  private func endOfCodePoint(_ first: FigureNumber) -> Int? {
    let start = first.range.lowerBound
    guard start >= self.start + 2, bytes[start - 2..<start].elementsEqual("U+".utf8) else {
      return nil
    }
    return bytes[start..<end].prefix(8).firstIndex { !$0.isASCIIHexDigit }
      ?? Swift.min(start + 8, end)
  }

  func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  func codePoint(at offset: Int) -> CodePoint? {
    offset < end ? CodePoint(in: bytes, at: offset) : nil
  }

  func codePoint(before offset: Int) -> CodePoint? {
    offset > start ? CodePoint(in: bytes, before: offset) : nil
  }
}

// Whether a bare number is an amount.
extension FigureScanner {
  func isAmount(_ number: FigureNumber, _ reading: Reading) -> Bool {
    if number.isPlain, number.digits == 4, let year = number.values.first?.integer,
      (1500...2100).contains(year)
    {
      return false
    }
    if number.isPlain, number.digits > 1, bytes[number.range.lowerBound] == 0x30 { return false }
    if isVersionAsked(reading.start) { return false }
    guard let (word, wordStart) = wordBefore(reading.start) else { return true }
    let small = word.lowercased()
    if FigureWords.isReference(small) { return false }
    if FigureWords.isMonth(small), number.isPlain, number.digits <= 2 { return false }
    let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
    // 'iOS' and 'ISO' are names wherever they stand.
    if letters.dropFirst().contains(where: \.properties.isUppercase) { return false }
    guard letters.first?.properties.isUppercase ?? false else { return true }
    return beginsSentence(wordStart)
  }

  /// Whether `>= ` stands before a number, as where a program asks for the version of another.
  private func isVersionAsked(_ offset: Int) -> Bool {
    let end = codePoint(before: offset).map { Self.isSpace($0.value) ? offset - $0.length : offset }
    guard let end, end - start >= 2, bytes[end - 1] == UInt8(ascii: "=") else { return false }
    return "<>=~".utf8.contains(bytes[end - 2])
  }

  /// The word before a number, with one space, or a full stop and a space, between them.
  func wordBefore(_ offset: Int) -> (word: String, start: Int)? {
    var end = offset
    guard let space = codePoint(before: end), Self.isSpace(space.value) else { return nil }
    end -= space.length
    if let stop = codePoint(before: end), stop.value == 0x2E {
      // 'No. 5' is a reference, a full stop behind anything else ends a sentence.
      let word = word(endingAt: end - 1)
      return FigureWords.isReference(word.lowercased()) ? (word, end - 1 - word.utf8.count) : nil
    }
    let word = word(endingAt: end)
    return word.isEmpty ? nil : (word, end - word.utf8.count)
  }

  private func beginsSentence(_ offset: Int) -> Bool {
    var index = offset
    while let before = codePoint(before: index) {
      if !Self.isSpace(before.value) {
        guard let mark = SentenceMark(before.value), mark != .space else { return false }
        if mark != .opener, mark != .closer { return true }
      }
      index -= before.length
      if offset - index > 16 { return false }
    }
    return true
  }
}
