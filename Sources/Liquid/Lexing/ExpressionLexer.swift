/// Reads the tokens between two delimiters, one at a time, with one in hand.
struct ExpressionLexer {
  private let bytes: Bytes
  private let end: Int
  private var position: Int
  /// The token that is next.
  private(set) var token: Token
  /// The token before it.
  private(set) var previous: Token

  init(_ bytes: Bytes, in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    token = Token(kind: .end, range: range.lowerBound..<range.lowerBound)
    previous = token
    advance()
  }

  /// The bytes of a token.
  func text(_ token: Token) -> Bytes { bytes[token.range] }

  /// What is left, the next token included.
  var rest: Range<Int> { token.range.lowerBound..<end }

  /// The token behind the next one.
  var following: Token {
    var copy = self
    copy.advance()
    return copy.token
  }

  /// Whether the next token is a certain word.
  func isAt(_ word: StaticString) -> Bool {
    token.kind == .identifier && bytes[token.range].isText(word)
  }

  /// Steps over the next token.
  mutating func advance() {
    previous = token
    while position < end, bytes[position].isSpace { position += 1 }
    guard position < end else {
      token = Token(kind: .end, range: end..<end)
      return
    }
    let start = position
    let kind = scan()
    token = Token(kind: kind, range: start..<position)
  }

  private mutating func scan() -> Token.Kind {
    let byte = bytes[position]
    if byte.isNameStart { return scanName() }
    if byte.isDigit || byte == UInt8(ascii: "-") && peek(1)?.isDigit == true { return scanNumber() }
    let next = peek(1)
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return scanString(quote: byte)
    case UInt8(ascii: "|"): return .pipe
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "["): return .openSquare
    case UInt8(ascii: "]"): return .closeSquare
    case UInt8(ascii: "("): return .openRound
    case UInt8(ascii: ")"): return .closeRound
    case UInt8(ascii: "."): return take(next == UInt8(ascii: "."), .dotDot, else: .dot)
    case UInt8(ascii: "="): return take(next == UInt8(ascii: "="), .equal, else: .equals)
    case UInt8(ascii: "!"): return take(next == UInt8(ascii: "="), .notEqual, else: .unknown)
    case UInt8(ascii: ">"): return take(next == UInt8(ascii: "="), .greaterOrEqual, else: .greater)
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: ">") { return take(true, .notEqual, else: .less) }
      return take(next == UInt8(ascii: "="), .lessOrEqual, else: .less)
    default:
      // A code point is shown whole.
      while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
      return .unknown
    }
  }

  private func peek(_ distance: Int) -> UInt8? {
    position + distance < end ? bytes[position + distance] : nil
  }

  private mutating func take(_ isLonger: Bool, _ long: Token.Kind, else short: Token.Kind)
    -> Token.Kind
  {
    guard isLonger else { return short }
    position += 1
    return long
  }

  /// Goes to the end of a name; lax Liquid has names that begin with a digit.
  private mutating func scanName() -> Token.Kind {
    let start = position
    while position < end, bytes[position].isNamePart { position += 1 }
    if position < end, bytes[position] == UInt8(ascii: "?") { position += 1 }
    let isContains = position - start == 8 && bytes[start..<position].isText("contains")
    return isContains && peek(0)?.isSpace == true ? .contains : .identifier
  }

  private mutating func scanNumber() -> Token.Kind {
    position += 1
    while position < end, bytes[position].isDigit { position += 1 }
    if peek(0)?.isNameStart == true { return scanName() }
    // `1.` is a number to Ruby's Liquid, `1..2` is a range and `1.a` is nothing.
    guard peek(0) == UInt8(ascii: "."), peek(1) != UInt8(ascii: ".") else { return .integer }
    position += 1
    while position < end, bytes[position].isDigit { position += 1 }
    return .float
  }

  private mutating func scanString(quote: UInt8) -> Token.Kind {
    while position < end, bytes[position] != quote { position += 1 }
    guard position < end else { return .unknown }
    position += 1
    return .string
  }
}

extension UInt8 {
  /// Whether a name can begin with it.
  var isNameStart: Bool {
    self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")
      || self == UInt8(ascii: "_")
  }

  /// Whether a name can go on with it: a letter, a digit, `_` or `-`.
  var isNamePart: Bool {
    // One bit for each of the first 128 bytes.
    let bits: UInt64 = self < 64 ? 0x03FF_2000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return self < 128 && bits &>> UInt64(self & 63) & 1 != 0
  }
}
