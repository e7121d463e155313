/// The words of a text, as ranges of its bytes.
///
/// A word is what a person counts: `don't`, `up-to-date`, `1,234.5`, `€4M` and `U.S` are one each,
/// each character of Chinese and Japanese is one, emoji and punctuation are none. In scripts that
/// neither space their words nor write them in one character, such as Thai, a phrase is one.
public struct WordScanner: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  /// Begins before the first word of a part of a text.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = Swift.min(Swift.max(range.lowerBound, 0), bytes.count)
    end = Swift.min(Swift.max(range.upperBound, index), bytes.count)
  }

  /// Returns the next word, or `nil` behind the last.
  public mutating func next() -> Range<Int>? {
    while index < end {
      let start = index
      let (kind, length) = classify(at: index)
      switch kind {
      case .letter, .digit:
        if let word = word(from: start, kind) { return word }
      case .ideograph:
        index += length
        skipExtenders()
        return start..<index
      case .currency where classify(at: index + length).kind == .digit:
        index += length
        if let word = word(from: start, .currency) { return word }
      default: index += length
      }
    }
    return nil
  }

  /// Reads on to the end of a word; returns `nil` for a digit that is the base of an emoji.
  private mutating func word(from start: Int, _ first: WordClass) -> Range<Int>? {
    var last = first
    while index < end {
      let (kind, length) = classify(at: index)
      switch kind {
      case .letter, .digit: last = kind
      case .extend:
        if isKeycap(at: index), index - start <= 4 {
          index += length
          return nil
        }
      case .joiner, .letterJoiner, .digitJoiner, .stop:
        guard joins(kind, last, classify(at: index + length).kind) else { return start..<index }
      case .currency, .unit:
        guard last == .digit else { return start..<index }
      case .ideograph, .none: return start..<index
      }
      index += length
    }
    return start..<index
  }

  /// Whether a code point makes one word of what stands on its sides.
  private func joins(_ joiner: WordClass, _ left: WordClass, _ right: WordClass) -> Bool {
    guard right == .letter || right == .digit else { return false }
    return switch joiner {
    case .joiner: true
    case .letterJoiner: left == .letter && right == .letter
    case .digitJoiner: left == .digit && right == .digit
    default: left == right
    }
  }

  private mutating func skipExtenders() {
    while index < end {
      let (kind, length) = classify(at: index)
      guard kind == .extend else { return }
      index += length
    }
  }

  /// U+20E3 makes an emoji of a digit.
  private func isKeycap(at offset: Int) -> Bool {
    CodePoint(in: bytes, at: offset).value == 0x20E3
  }

  @inline(__always)
  private func classify(at offset: Int) -> (kind: WordClass, length: Int) {
    guard offset < end else { return (.none, 0) }
    let codePoint = CodePoint(in: bytes, at: offset)
    return (WordClass(codePoint.value), codePoint.length)
  }
}
