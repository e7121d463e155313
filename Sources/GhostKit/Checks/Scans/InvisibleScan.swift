internal import Markdown

/// Finds characters that nobody can see and that do nothing for the script that they stand in.
///
/// Which are invisible, Unicode says: controls, and what is ignorable by default. Which of them a
/// script needs follows UAX 31 (joiners), UTS 51 (emoji, selectors, flags) and UAX 9 (marks of
/// direction). Text without any costs one look at its bytes.
struct InvisibleScan {
  /// Invisible characters that stand side by side.
  struct Run {
    var range: Range<Int>
    let first: UInt32
    var count = 1
  }

  private let bytes: [UInt8]
  private let hyphenates: Bool
  private var paragraph = (end: 0, isRightToLeft: false)

  /// Takes a text in UTF-8; where its language hyphenates, a soft hyphen may stand within a word.
  init(of bytes: [UInt8], hyphenates: Bool) {
    self.bytes = bytes
    self.hyphenates = hyphenates
  }

  /// Returns what is found, in the order of the text.
  mutating func runs() -> [Run] {
    var runs: [Run] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while true {
      index = skipVisible(from: index)
      guard index < bytes.count else { return runs }
      let codePoint = CodePoint(in: bytes, at: index)
      let end = index + codePoint.length
      if let flag = endOfFlag(at: index) {
        index = flag
        continue
      }
      if Self.isInvisible(codePoint), !isNeeded(codePoint.value, index..<end) {
        if let last = runs.last, last.range.upperBound == index {
          runs[runs.count - 1].range = last.range.lowerBound..<end
          runs[runs.count - 1].count += 1
        } else {
          runs.append(Run(range: index..<end, first: codePoint.value))
        }
      }
      index = end
    }
  }

  /// Passes letters of all usual scripts, by the bytes that they begin with.
  private func skipVisible(from start: Int) -> Int {
    let bytes = bytes.span
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let isControl = byte < 0x20 && byte &- 9 > 1 && byte != Byte.carriageReturn
        if isControl || byte == 0x7F { return index }
        index += 1
        while index + 8 <= bytes.count {
          let next = EightBytes(of: bytes, at: index)
          guard next.nonASCII | next.marks(lessThan: 0x20) | next.marks(of: 0x7F) == 0 else {
            break
          }
          index += 8
        }
        continue
      }
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      let third = index + 2 < bytes.count ? bytes[index + 2] : 0
      if CodePoint.mayBeInvisible(byte, second, third) { return index }
      index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return bytes.count
  }

  private static func isInvisible(_ codePoint: CodePoint) -> Bool {
    guard let properties = codePoint.properties else { return false }
    if codePoint.value == Byte.tab || codePoint.value == Byte.lineFeed { return false }
    return switch properties.generalCategory {
    case .control: codePoint.value != Byte.carriageReturn
    case .lineSeparator, .paragraphSeparator: true
    // Anchors of annotations, and of objects that were lost on the way.
    default: properties.isDefaultIgnorableCodePoint || 0xFFF9...0xFFFC ~= codePoint.value
    }
  }
}

// Where a script needs them.
extension InvisibleScan {
  private mutating func isNeeded(_ value: UInt32, _ range: Range<Int>) -> Bool {
    if value == 0x200E || value == 0x200F || value == 0x61C {
      return isRightToLeft(at: range.lowerBound)
    }
    guard range.lowerBound > 0 else { return false }
    let before = CodePoint(in: bytes, before: range.lowerBound)
    let after =
      range.upperBound < bytes.count ? CodePoint(in: bytes, at: range.upperBound) : nil
    switch value {
    case 0xAD: return hyphenates && Self.isLetter(before) && after.map(Self.isLetter) ?? false
    case 0x200B: return Self.isUnspaced(before) && after.map(Self.isUnspaced) ?? false
    case 0x200C: return Self.isJoining(before)
    case 0x200D:
      return Self.isJoining(before)
        || (Self.isEmoji(before) || before.value == 0xFE0F) && after.map(Self.isEmoji) ?? false
    case 0xFE0E, 0xFE0F: return Self.takesSelector(before, followedBy: after)
    case 0xFE00...0xFE0D, 0x180B...0x180D, 0x180F, 0xE0100...0xE01EF:
      return before.value >= 0x1000 && !Self.isInvisible(before)
    default: return false
    }
  }

  private static func isLetter(_ codePoint: CodePoint) -> Bool {
    codePoint.properties?.isAlphabetic ?? false
  }

  /// Thai, Lao, Myanmar and Khmer, whose lines break where a space without width stands.
  private static func isUnspaced(_ codePoint: CodePoint) -> Bool {
    switch codePoint.value {
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800, 0x19E0..<0x1AB0: true
    default: false
    }
  }

  /// Scripts whose letters join: Arabic and its kin, Mongolian, and those of India and its east.
  private static func isJoining(_ codePoint: CodePoint) -> Bool {
    switch codePoint.value {
    case 0x600..<0x860, 0x8A0..<0x10A0, 0x1780..<0x18B0, 0x1900..<0x1C80, 0xA840..<0xAA60: true
    case 0xFB50..<0xFE00, 0xFE70..<0xFEFF, 0x10A00..<0x10B00, 0x11000..<0x11800: true
    default: false
    }
  }

  private static func isEmoji(_ codePoint: CodePoint) -> Bool {
    codePoint.value > 0x7F && codePoint.properties?.isEmoji ?? false
  }

  private static func takesSelector(
    _ before: CodePoint,
    followedBy after: CodePoint?
  ) -> Bool {
    // A digit, '#' or '*' becomes a key by U+20E3.
    if before.value < 0x80 { return after?.value == 0x20E3 }
    guard let properties = before.properties else { return false }
    return properties.isEmoji || properties.generalCategory == .otherSymbol
      || properties.generalCategory == .mathSymbol
  }

  /// The end of a flag of a part of a country: a black flag, and its code in three to six tags.
  ///
  /// Longer ones are no flags but a hiding place (UTS 51, annex C).
  private func endOfFlag(at start: Int) -> Int? {
    guard start >= 4, CodePoint(in: bytes, before: start).value == 0x1F3F4 else { return nil }
    var index = start
    var tags = 0
    while index < bytes.count, tags <= 6 {
      let codePoint = CodePoint(in: bytes, at: index)
      index += codePoint.length
      switch codePoint.value {
      case 0xE0030...0xE0039, 0xE0061...0xE007A: tags += 1
      case 0xE007F: return (3...6).contains(tags) ? index : nil
      default: return nil
      }
    }
    return nil
  }

  /// Whether the paragraph around a place holds a letter of a script that runs to the left.
  private mutating func isRightToLeft(at index: Int) -> Bool {
    if index < paragraph.end { return paragraph.isRightToLeft }
    var start = index
    while start > paragraph.end, !isBlankLine(at: start) { start -= 1 }
    paragraph = (index, false)
    while paragraph.end < bytes.count, paragraph.end <= index || !isBlankLine(at: paragraph.end) {
      paragraph.end += 1
    }
    while start < paragraph.end, !paragraph.isRightToLeft {
      let codePoint = CodePoint(in: bytes, at: start)
      paragraph.isRightToLeft = Self.isRightToLeft(codePoint.value)
      start += codePoint.length
    }
    return paragraph.isRightToLeft
  }

  private func isBlankLine(at index: Int) -> Bool {
    guard bytes[index] == Byte.lineFeed, index > 0 else { return false }
    return bytes[index - 1] == Byte.lineFeed
      || index > 1 && bytes[index - 1] == Byte.carriageReturn && bytes[index - 2] == Byte.lineFeed
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x5D0..<0x61C, 0x61D..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFEFF: true
    case 0x10800..<0x11000, 0x1E800..<0x1F000: true
    default: false
    }
  }
}
