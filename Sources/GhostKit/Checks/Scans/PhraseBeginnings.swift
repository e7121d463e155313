internal import Markdown

/// The first three bytes of some phrases, in each way that a text may write them.
///
/// Of a byte the lowest five bits count, which a capital and a small letter share. So some words
/// pass that begin no phrase, but none is missed.
struct PhraseBeginnings: Sendable {
  /// One bit for each three times five bits.
  private(set) var bits = [UInt64](repeating: 0, count: 1 << 9)

  /// With how many letters, digits and low lines, of three at most, each phrase begins at least.
  private(set) var shortestWord = 3

  /// Takes phrases as code points, folded as `PhraseTable` folds them.
  init(of phrases: [[UInt32]]) {
    for phrase in phrases where !phrase.isEmpty {
      add(phrase[...], behind: Start())
      shortestWord = min(shortestWord, phrase.prefix(while: Self.isPlain).count)
    }
  }

  /// Whether a phrase may begin at a place of a text.
  @inline(__always)
  static func mayBegin(_ bytes: Span<UInt8>, at start: Int, _ bits: Span<UInt64>) -> Bool {
    guard start + 8 <= bytes.count else { return mayBegin(bytes, nearEnd: start, bits) }
    let beginning = EightBytes(of: bytes, at: start).beginning
    return bits[beginning &>> 6] & 1 &<< UInt64(beginning & 63) != 0
  }

  /// Whether one may begin where the text ends soon, with nothing behind it.
  private static func mayBegin(
    _ bytes: Span<UInt8>,
    nearEnd start: Int,
    _ bits: Span<UInt64>
  ) -> Bool {
    var beginning = Start()
    for index in start..<start + 3 { beginning.append(index < bytes.count ? bytes[index] : 0) }
    return bits[beginning.index >> 6] & 1 << UInt64(beginning.index & 63) != 0
  }

  private static func isPlain(_ value: UInt32) -> Bool {
    UInt8(exactly: value).map { Byte.isLetter($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "_") }
      ?? false
  }

  /// What is known of the three bytes.
  private struct Start {
    private(set) var index = 0
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      index = index << 5 | Int(byte & 31)
      count += 1
    }
  }

  private mutating func add(_ phrase: ArraySlice<UInt32>, behind start: Start) {
    // For the end of a phrase anything may stand, and for a space many things.
    guard start.count < 3, let value = phrase.first, value != UInt32(Byte.space) else {
      let free = 5 * (3 - start.count)
      for index in start.index << free..<(start.index + 1) << free {
        bits[index >> 6] |= 1 << UInt64(index & 63)
      }
      return
    }
    for form in Self.forms(of: value) { add(phrase.dropFirst(), behind: start, form) }
    let softHyphen: [UInt8] = [0xC2, 0xAD]
    if start.count > 0 { add(phrase, behind: start, softHyphen) }
  }

  private mutating func add(_ phrase: ArraySlice<UInt32>, behind start: Start, _ form: [UInt8]) {
    var start = start
    for byte in form where start.count < 3 { start.append(byte) }
    add(phrase, behind: start)
  }

  /// The ways to write a folded code point, in UTF-8.
  private static func forms(of value: UInt32) -> [[UInt8]] {
    if let byte = UInt8(exactly: value), Byte.isLetter(byte) { return [[byte], [byte ^ 0x20]] }
    guard let scalar = Unicode.Scalar(value) else { return [] }
    let others: [UInt32] =
      switch value {
      case 0x27: [0x2019, 0x2BC]
      case 0x2D: [0x2010, 0x2011]
      default: []
      }
    let properties = scalar.properties
    let cases = [properties.uppercaseMapping, properties.titlecaseMapping].flatMap(\.unicodeScalars)
    return ([scalar] + cases + others.compactMap(Unicode.Scalar.init)).map {
      Array(String($0).utf8)
    }
  }
}
