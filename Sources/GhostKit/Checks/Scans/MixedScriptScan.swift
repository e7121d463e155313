internal import Markdown

/// Finds words in which Latin letters and look-alikes of Greek or Cyrillic ones stand together, so
/// that they seem to be of one script.
///
/// A word ends at everything that is no letter, a hyphen and an apostrophe too. One whose scripts
/// can be told apart ('kΩ', 'SMSка') deceives nobody.
struct MixedScriptScan {
  /// A word, and which of its letters are not what they seem.
  struct Word {
    let range: Range<Int>
    let text: String
    let foreign: [Unicode.Scalar]
    let script: String
  }

  private let bytes: [UInt8]
  private let range: Range<Int>

  /// Takes a part of a text in UTF-8.
  init(of bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// Returns the words that deceive.
  func words() -> [Word] {
    var words: [Word] = []
    var index = range.lowerBound
    while let run = foreignRun(from: index) {
      index = run.upperBound
      guard touchesLatin(run) else { continue }
      let word = word(around: run, behind: words.last?.range.upperBound ?? range.lowerBound)
      index = max(index, word.upperBound)
      if let found = judge(word) { words.append(found) }
    }
    return words
  }

  /// The next letters of Greek or Cyrillic that stand side by side.
  ///
  /// They take two bytes each, of which the first is one of 0xCD to 0xD4.
  private func foreignRun(from start: Int) -> Range<Int>? {
    let bytes = bytes.span
    var index = start
    while index < range.upperBound {
      if index + 8 <= range.upperBound, EightBytes(of: bytes, at: index).nonASCII == 0 {
        index += 8
        continue
      }
      if 0xCD...0xD4 ~= bytes[index] {
        let first = index
        while index < range.upperBound, 0xCD...0xD4 ~= bytes[index] { index += 2 }
        return first..<min(index, range.upperBound)
      }
      index += 1
    }
    return nil
  }

  /// Whether a Latin letter or a mark stands directly beside: with bytes 0x41 to 0x7A or behind
  /// 0xC3 to 0xCD.
  private func touchesLatin(_ run: Range<Int>) -> Bool {
    if run.upperBound < range.upperBound {
      let byte = bytes[run.upperBound]
      if Byte.isLetter(byte) || 0xC3...0xCD ~= byte || byte == 0xE1 { return true }
    }
    guard run.lowerBound > range.lowerBound else { return false }
    let byte = bytes[run.lowerBound - 1]
    if byte < 0x80 { return Byte.isLetter(byte) }
    return Self.isLetter(CodePoint(in: bytes, before: run.lowerBound))
  }

  private func word(around run: Range<Int>, behind limit: Int) -> Range<Int> {
    var (start, end) = (run.lowerBound, run.upperBound)
    while start > limit {
      let codePoint = CodePoint(in: bytes, before: start)
      guard Self.isLetter(codePoint) else { break }
      start -= codePoint.length
    }
    while end < range.upperBound {
      let codePoint = CodePoint(in: bytes, at: end)
      guard Self.isLetter(codePoint) else { break }
      end += codePoint.length
    }
    return start..<end
  }

  private static func isLetter(_ codePoint: CodePoint) -> Bool {
    guard let properties = codePoint.properties else { return false }
    return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }

  private func judge(_ range: Range<Int>) -> Word? {
    let text = String(decoding: bytes[range], as: UTF8.self)
    var letters = Letters()
    for scalar in text.unicodeScalars {
      guard letters.add(scalar) else { return nil }
    }
    guard let (foreign, script) = letters.deceivers else { return nil }
    return Word(range: range, text: String(text.prefix(40)), foreign: foreign, script: script)
  }

  /// The letters of a word by their scripts.
  private struct Letters {
    private var latin: [Unicode.Scalar] = []
    private var foreign: [Unicode.Scalar] = []
    private var isGreek = false
    /// Latin capitals alone, and small letters of the other script behind them: 'SMSка'.
    private var isAcronym = true

    /// Takes in a letter; `false` if it is of a third script, which nobody could miss.
    mutating func add(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x370..<0x400:
        isGreek = true
        foreign.append(scalar)
      case 0x400..<0x530: foreign.append(scalar)
      case 0x41...0x7A, 0xC0..<0x250, 0x1E00..<0x1F00: latin.append(scalar)
      case 0xAA, 0xB5, 0xBA, 0x300..<0x370: return true
      default: return false
      }
      let isLatin = latin.last == scalar
      let isCapital = scalar.properties.isUppercase
      if isLatin != isCapital || isLatin && !foreign.isEmpty { isAcronym = false }
      return true
    }

    /// Those of the script that the word seems not to be in.
    var deceivers: (letters: [Unicode.Scalar], script: String)? {
      guard !latin.isEmpty, !foreign.isEmpty, !(isAcronym && latin.count > 1) else { return nil }
      // In mathematics two letters of two scripts stand for themselves.
      if isGreek, latin.count + foreign.count < 3 { return nil }
      let seemsLatin = foreign.allSatisfy { Confusables.latin($0.value) != nil }
      let seemsForeign = latin.allSatisfy {
        Confusables.looksForeign($0.value, greek: isGreek)
      }
      if seemsForeign, !seemsLatin || latin.count < foreign.count { return (latin, "Latin") }
      return seemsLatin ? (foreign, isGreek ? "Greek" : "Cyrillic") : nil
    }
  }
}
