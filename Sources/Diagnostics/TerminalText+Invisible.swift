extension TerminalText {
  /// Returns a text in which nothing is hidden: what ``escaped(_:lines:)`` shows, and spaces of
  /// other widths, fillers and marks that look like nothing become visible escapes as well.
  ///
  /// For what somebody signs. Joiners and variation selectors stay only where scripts and emoji
  /// need them.
  public static func spelledOut(_ text: String, lines: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isUnseen(scalar), !isNeeded(scalar, behind: previous) {
        result.append(contentsOf: spelling(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
      previous = scalar
    }
    return escaped(String(result), lines: lines)
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    // The blank of Braille is the one symbol that is drawn with nothing.
    guard scalar.value > 0x7F else { return false }
    return scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.value == 0x2800
  }

  private static func isNeeded(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
    let isAfterEmoji =
      previous.value > 0x7F && (previous.properties.isEmoji || previous == "\u{FE0F}")
    switch scalar {
    case "\u{FE0F}": return isAfterEmoji
    case "\u{200D}", "\u{200C}":
      // The scripts that need them begin with Arabic.
      let isScript = previous.value >= 0x600 && previous.properties.isAlphabetic
      return isScript || previous.properties.canonicalCombiningClass == .virama
        || isAfterEmoji && scalar == "\u{200D}"
    default: return false
    }
  }
}
