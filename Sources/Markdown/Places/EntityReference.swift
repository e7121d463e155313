/// An entity or numeric character reference such as `&amp;` or `&#8364;`.
///
/// cmark tells what a text became, not of what. This finds how many bytes of both belong together
/// without a copy of HTML's 2,125 names: only the 93 that stand for two characters are needed.
struct EntityReference {
  /// Its length in the source, `&` and `;` included.
  let sourceCount: Int
  /// The length of what it became.
  let textCount: Int

  /// Matches the reference that begins a part of the source, if what cmark made of it proves that
  /// it is one.
  init?(_ source: ArraySlice<UInt8>, becoming text: Span<UInt8>, at offset: Int) {
    let body = source.dropFirst().prefix(Self.longest)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = source[(source.startIndex + 1)..<end]
    guard !name.isEmpty, offset < text.count else { return nil }
    sourceCount = name.count + 2
    let first = Self.scalarLength(in: text, at: offset)
    if name.first == UInt8(ascii: "#") {
      guard Self.isNumber(name.dropFirst()) else { return nil }
      textCount = first
      return
    }
    // Of the names, only amp and AMP stand for an ampersand: another one was none of HTML's.
    guard
      text[offset] != UInt8(ascii: "&") || name.elementsEqual("amp".utf8)
        || name.elementsEqual("AMP".utf8)
    else { return nil }
    guard name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else { return nil }
    let isPair = offset + first < text.count && Self.isPair(name)
    textCount = isPair ? first + Self.scalarLength(in: text, at: offset + first) : first
  }

  /// HTML's longest name is CounterClockwiseContourIntegral.
  private static let longest = 33

  private static func isNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    if digits.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
      return (1...6).contains(digits.count - 1)
        && digits.dropFirst().allSatisfy(\.isASCIIHexDigit)
    }
    return (1...7).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
  }

  private static func scalarLength(in text: Span<UInt8>, at offset: Int) -> Int {
    let length =
      switch text[offset] {
      case 0xF0...: 4
      case 0xE0...: 3
      case 0xC0...: 2
      default: 1
      }
    return min(length, text.count - offset)
  }

  private static func isPair(_ name: ArraySlice<UInt8>) -> Bool {
    pairs.contains(Substring(decoding: name, as: UTF8.self))
  }

  /// The names that stand for two characters (HTML Living Standard, 13.5).
  private static let pairs = Set(
    """
    NotEqualTilde NotGreaterFullEqual NotGreaterGreater NotGreaterSlantEqual NotHumpDownHump \
    NotHumpEqual NotLeftTriangleBar NotLessLess NotLessSlantEqual NotNestedGreaterGreater \
    NotNestedLessLess NotPrecedesEqual NotRightTriangleBar NotSquareSubset NotSquareSuperset \
    NotSubset NotSucceedsEqual NotSucceedsTilde NotSuperset ThickSpace acE bne bnequiv caps cups \
    fjlig gesl gvertneqq gvnE lates lesg lvertneqq lvnE nGg nGt nGtv nLl nLt nLtv nang napE napid \
    nbump nbumpe ncongdot nedot nesim ngE ngeqq ngeqslant nges nlE nleqq nleqslant nles notinE \
    notindot nparsl npart npre npreceq nrarrc nrarrw nsce nsubE nsubset nsubseteqq nsucceq nsupE \
    nsupset nsupseteqq nvap nvge nvgt nvle nvlt nvltrie nvrtrie nvsim race smtes sqcaps sqcups \
    varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vnsub vnsup vsubnE vsubne vsupnE vsupne
    """.split(separator: " ")
  )
}
