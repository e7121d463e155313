/// The classes of ASCII characters that CommonMark speaks of.
extension UInt8 {
  /// `0` to `9`.
  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// `a` to `z` and `A` to `Z`.
  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// `0` to `9`, `a` to `f` and `A` to `F`.
  var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }

  /// What a backslash can escape.
  var isASCIIPunctuation: Bool {
    self > 0x20 && self < 0x7F && !isASCIIDigit && !isASCIILetter
  }

  /// Space, tab, LF, VT, FF and CR.
  var isASCIIWhitespace: Bool { self == 0x20 || self &- 9 < 5 }
}
