import Diagnostics

/// One directive of a format: flags, width and letter.
struct Directive {
  enum Padding { case off, space, zero }

  private(set) var letter: Unicode.Scalar = "%"
  /// What fills the width; `nil` leaves it to the letter.
  private(set) var padding: Padding?
  private(set) var width: Int?
  private(set) var isUpper = false
  /// Whether the case of letters is changed (`#`).
  private(set) var isChanged = false
  /// How many colons stand before `z`.
  private(set) var colons = 0

  /// Reads what stands behind a percent sign; `nil` if it is no directive, and is printed as it is.
  ///
  /// - Throws: `liquid.invalid-date-format` where the format ends too early.
  static func parse(_ rest: inout ArraySlice<UInt8>, of format: [UInt8]) throws(Diagnostic)
    -> Directive?
  {
    var directive = Directive()
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): directive.padding = Padding.off
      case UInt8(ascii: "_"): directive.padding = .space
      case UInt8(ascii: "0"): directive.padding = .zero
      case UInt8(ascii: "^"): directive.isUpper = true
      case UInt8(ascii: "#"): directive.isChanged = true
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        guard directive.readWidth(from: byte, &rest) else { return nil }
      case UInt8(ascii: ":"):
        guard directive.readColons(&rest) else { return nil }
      case UInt8(ascii: "E"), UInt8(ascii: "O"):
        let letters = byte == UInt8(ascii: "E") ? "cCxXyY" : "deHkIlmMSuUVwWy"
        guard let letter = rest.first, letters.utf8.contains(letter) else { return nil }
      default:
        directive.letter = Unicode.Scalar(byte)
        return isLetter(byte) ? directive : nil
      }
    }
    throw .unfinishedDirective(format: String(decoding: format, as: UTF8.self))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."e", "g", "h", "j"..."n", "p", "r"..."z", "A"..."D", "F"..."I", "L"..."N", "P",
      "R"..."Z", "%":
      byte != UInt8(ascii: "q") && byte != UInt8(ascii: "f") && byte != UInt8(ascii: "i")
    default: false
    }
  }

  private mutating func readWidth(from first: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
    var value = Int(first - UInt8(ascii: "0"))
    while let byte = rest.first, byte.isDigit {
      rest.removeFirst()
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), Int(Int32.max) + 1)
    }
    width = value
    return value <= Int(Int32.max)
  }

  private mutating func readColons(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let more = rest.prefix { $0 == UInt8(ascii: ":") }.count
    guard more < 3, rest.dropFirst(more).first == UInt8(ascii: "z") else { return false }
    rest = rest.dropFirst(more)
    colons = more + 1
    return true
  }
}
