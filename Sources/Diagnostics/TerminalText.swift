/// The one way for text from outside to reach a terminal.
public enum TerminalText {
  /// Returns a text in which nothing can steer a terminal or hide from the reader.
  ///
  /// C0 and C1 controls, DEL, bidirectional controls and other invisible format characters become
  /// visible escapes such as `\u{1B}`; a tab becomes a space. Line breaks are kept only with
  /// `lines`. The joiners that emoji, Persian and Indic scripts need (U+200C, U+200D) stay.
  public static func escaped(_ text: String, lines: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n", lines {
        result.append(scalar)
      } else if scalar == "\t" {
        result.append(" ")
      } else if steers(scalar) {
        result.append(contentsOf: spelling(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns the escape that stands for a character which is not to be written itself.
  static func spelling(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }
}
