/// A code point with a part in where sentences end.
enum SentenceMark {
  /// `.`
  case stop
  /// `…`, or several full stops
  case ellipsis
  /// `!`, `?` and their like in other scripts
  case end
  /// `。`, `！`, `？`: end a sentence without a space behind them
  case wideEnd
  /// What may close behind the end: quotes and brackets, of which languages use the same ones
  /// for either side
  case closer
  /// What may open before a sentence
  case opener
  case space

  /// Tells what a code point is, `nil` for nearly all.
  init?(_ value: UInt32) {
    switch value {
    case 0x2E: self = .stop
    case 0x21, 0x3F, 0x61F, 0x6D4, 0x589, 0x964, 0x965, 0x203C, 0x203D, 0x2047...0x2049: self = .end
    case 0x2026: self = .ellipsis
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: self = .wideEnd
    // ) ] } " ' and the quotation marks of Latin, Greek and Cyrillic scripts
    case 0x29, 0x5D, 0x7D, 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: self = .closer
    case 0x300D, 0x300F, 0x3009, 0x300B, 0x3011, 0xFF09: self = .closer
    // ( [ { ¡ ¿ and dashes
    case 0x28, 0x5B, 0x7B, 0xA1, 0xBF, 0x2D, 0x2013, 0x2014, 0x2022: self = .opener
    case 0x300C, 0x300E, 0x3008, 0x300A, 0x3010, 0xFF08: self = .opener
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: self = .space
    default: return nil
    }
  }
}
