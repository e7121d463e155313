/// What a code point is to the words around it.
///
/// Follows Unicode Standard Annex 29 (word boundaries), but that a hyphen joins, an ideograph or
/// kana is a word of its own, and a currency or per cent sign belongs to its number. Scripts that
/// are often read are told by their ranges, the rest by the general category.
enum WordClass {
  case none, letter, digit, ideograph
  /// Combining marks, joiners and other formats: part of what they follow.
  case extend
  /// Join letters and digits alike: apostrophe, hyphen, low line.
  case joiner
  /// Joins letters: the middle dot of Catalan, the geresh of Hebrew.
  case letterJoiner
  /// Joins digits: comma, the separators of Arabic numbers, a space that does not break.
  case digitJoiner
  /// Joins letters with letters and digits with digits: full stop.
  case stop
  /// Part of the number behind or before it.
  case currency
  /// Part of the number before it.
  case unit

  /// Tells the class of a code point.
  @inline(__always)
  init(_ value: UInt32) {
    self = value < 0x80 ? Self.ascii(UInt8(truncatingIfNeeded: value)) : Self.wide(value)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> WordClass {
    if byte.isASCIILetter { return .letter }
    if byte.isASCIIDigit { return .digit }
    return switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "_"): .joiner
    case UInt8(ascii: "."): .stop
    case UInt8(ascii: ","): .digitJoiner
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "%"): .unit
    default: .none
    }
  }

  private static func wide(_ value: UInt32) -> WordClass {
    switch value {
    case 0x80..<0xC0: latin1(value)
    case 0xC0..<0x300: value == 0xD7 || value == 0xF7 ? .none : .letter
    case 0x300..<0x370: .extend
    case 0x370..<0x530: greekOrCyrillic(value)
    case 0x590..<0x700: hebrewOrArabic(value)
    case 0x2000..<0x2070: punctuation(value)
    case 0x20A0..<0x20D0: .currency
    case 0x3000..<0x3040: 0x3005...0x3007 ~= value ? .ideograph : .none
    case 0x3040..<0x3100: kana(value)
    case 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: .ideograph
    case 0xAC00..<0xD7A4: .letter
    case 0xFE00..<0xFE10: .extend
    case 0xFF66..<0xFF9E: .ideograph
    case 0x1F000..<0x1FB00: .none
    default: category(value)
    }
  }

  private static func latin1(_ value: UInt32) -> WordClass {
    switch value {
    case 0xA0: .digitJoiner
    case 0xA2...0xA5: .currency
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xAD: .extend
    case 0xB0: .unit
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: .digit
    case 0xB7: .letterJoiner
    default: .none
    }
  }

  private static func greekOrCyrillic(_ value: UInt32) -> WordClass {
    switch value {
    case 0x375, 0x37E, 0x384, 0x385, 0x482: .none
    case 0x387: .letterJoiner
    case 0x483...0x489: .extend
    default: .letter
    }
  }

  private static func hebrewOrArabic(_ value: UInt32) -> WordClass {
    switch value {
    case 0x5BE: .joiner
    case 0x5C0, 0x5C3, 0x5C6: .none
    case 0x591...0x5C7: .extend
    case 0x5D0...0x5F2: .letter
    case 0x5F3, 0x5F4: .letterJoiner
    case 0x620...0x64A: .letter
    case 0x64B...0x65F, 0x670: .extend
    case 0x660...0x669, 0x6F0...0x6F9: .digit
    case 0x66A: .unit
    case 0x66B, 0x66C: .digitJoiner
    case 0x66E...0x6D3: .letter
    default: category(value)
    }
  }

  private static func punctuation(_ value: UInt32) -> WordClass {
    switch value {
    case 0x2009, 0x202F: .digitJoiner
    case 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F: .extend
    case 0x2010, 0x2011, 0x2019: .joiner
    case 0x2030, 0x2031: .unit
    default: .none
    }
  }

  private static func kana(_ value: UInt32) -> WordClass {
    switch value {
    case 0x3099, 0x309A: .extend
    case 0x3040, 0x309B, 0x309C, 0x30A0, 0x30FB: .none
    default: .ideograph
    }
  }

  private static func category(_ value: UInt32) -> WordClass {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      .letter
    case .decimalNumber, .letterNumber, .otherNumber: .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: .extend
    case .currencySymbol: .currency
    case .connectorPunctuation: .joiner
    default: .none
    }
  }
}
