/// What counts as plain prose, in which the kind of white space between two words is layout.
///
/// The rule is narrow on purpose. Wherever a line break could make or unmake structure in any
/// Markdown dialect, the text is taken as it stands, and a re-wrap of it counts as a change.
enum PlainProse {
  /// Whether a body is taken as it stands as a whole: its structure may reach over blank lines.
  static func mustStandAsItIs(_ body: ArraySlice<UInt8>) -> Bool {
    var isAtStart = true
    var previous: UInt8 = 0
    for byte in body {
      if previous == Byte.carriageReturn { return true }
      if previous == UInt8(ascii: "{"), byte == previous || byte == UInt8(ascii: "%") {
        return true
      }
      if isAtStart, opensBlock(byte) { return true }
      isAtStart = byte == Byte.lineFeed || (isAtStart && byte == Byte.space)
      previous = byte
    }
    return previous == Byte.carriageReturn
  }

  private static func opensBlock(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Whether a line holds nothing but spaces and tabs.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == Byte.space || $0 == Byte.tab }
  }

  /// Whether a line can stand in plain prose: it begins with a word and holds nothing but words.
  static func isPlain(line: ArraySlice<UInt8>) -> Bool {
    beginsWithWord(line) && !line.hasSuffix("  ") && !holdsMarkup(line)
  }

  private static func beginsWithWord(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.drop { byte in
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: "["):
        true
      default: false
      }
    }
    guard let first = word.first else { return false }
    guard Byte.isDigit(first) else { return Byte.isLetter(first) || first >= 0x80 }
    let behind = word.drop(while: Byte.isDigit)
    guard behind.first == UInt8(ascii: ".") || behind.first == UInt8(ascii: ")") else {
      return true
    }
    // "12." and "12)" before a space or the line's end are list markers.
    guard let next = behind.dropFirst().first else { return false }
    return next != Byte.space && next != Byte.tab
  }

  private static func holdsMarkup(_ line: ArraySlice<UInt8>) -> Bool {
    var one: UInt8 = 0
    var two: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "<"),
        UInt8(ascii: "{"), Byte.tab:
        return true
      case UInt8(ascii: "^") where one == UInt8(ascii: "["): return true
      case UInt8(ascii: ":") where one == UInt8(ascii: "]"): return true
      case UInt8(ascii: "$") where one == byte: return true
      case UInt8(ascii: ":") where one == byte && two == byte: return true
      case UInt8(ascii: "~") where one == byte && two == byte: return true
      default: break
      }
      (two, one) = (one, byte)
    }
    return false
  }

  /// Returns plain prose with one space for each run of spaces and line breaks, and none at its end.
  static func joined(_ run: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(run.count)
    for byte in run {
      let isSpace = byte == Byte.space || byte == Byte.lineFeed
      if !isSpace {
        words.append(byte)
      } else if words.last != Byte.space {
        words.append(Byte.space)
      }
    }
    if words.last == Byte.space { words.removeLast() }
    return words
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return count >= length && self.suffix(length).elementsEqual("\(suffix)".utf8)
  }
}
