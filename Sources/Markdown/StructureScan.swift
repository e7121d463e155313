internal import Diagnostics

/// One look at every byte before libcmark is trusted with the text; finds the lines on its way.
///
/// It refuses what is no text, and the two structures on which libcmark 0.30 takes quadratic time:
/// containers nested in containers, all of which it asks about each line, and images that a
/// paragraph opens and never closes, all of which it passes for each link. With them refused, all
/// known families of hostile documents end within a second (`Tests/Benchmarks/markdown`).
struct StructureScan {
  private let source: SourceText
  private let body: Range<Int>

  /// No draft needs more; a megabyte is three novels.
  static let largestSource = 1 << 20

  /// A container's mark may stand no further to the right, so that no more can be nested.
  static let deepestMark = 200

  /// The column of the deepest mark times the number of lines; each may take 20 nanoseconds.
  private static let mostOpenContainers = 20_000_000

  /// Images times brackets of a paragraph, in sum; each may take ten nanoseconds.
  private static let mostBracketPairs = 50_000_000

  private var lines: LineIndex
  private var deepest = 0
  private var deepestPlace = 0..<0
  private var images = 0
  private var brackets = 0
  private var bracketPairs = 0
  /// Whether any character may be one that nobody sees.
  private(set) var mayHoldInvisible = false
  /// Whether any letter is of Greek or Cyrillic, or a mark or letter of their neighbours.
  private(set) var mayHoldLookAlikes = false
  /// Where the paragraph that is read begins.
  private var paragraph: Int?

  init(of source: SourceText, body: Range<Int>) {
    self.source = source
    self.body = body
    lines = LineIndex(of: source.bytes, range: body)
  }

  /// Returns the body's lines; throws the first thing that is wrong, at its place.
  mutating func check() throws(Diagnostic) -> LineIndex {
    let text = source.bytes
    let bytes = text.span
    guard bytes.count <= Self.largestSource else {
      throw .tooLarge(path: source.path, limit: Self.largestSource)
    }
    try check(0..<body.lowerBound, of: bytes)
    images = 0
    brackets = 0
    try startLine(at: body.lowerBound, in: bytes)
    try check(body, of: bytes)
    try endParagraph()
    guard deepest <= Self.deepestMark, deepest * lines.count <= Self.mostOpenContainers else {
      throw .nestedTooDeeply(at: source.location(of: deepestPlace))
    }
    return lines
  }

  private mutating func check(
    _ range: Range<Int>,
    of bytes: Span<UInt8>
  ) throws(Diagnostic) {
    var index = range.lowerBound
    while true {
      index = Self.skipProse(of: bytes, from: index)
      guard index < range.upperBound else { return }
      let byte = bytes[index]
      switch byte {
      case 0x80...:
        let length = try scalarLength(of: bytes, at: index)
        let isInvisible = CodePoint.mayBeInvisible(
          byte,
          bytes[index + 1],
          length > 2 ? bytes[index + 2] : 0
        )
        if isInvisible { mayHoldInvisible = true }
        if 0xCD...0xD4 ~= byte { mayHoldLookAlikes = true }
        index += length
        continue
      case 0: throw .nulByte(at: source.location(at: index))
      case 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: mayHoldInvisible = true
      case UInt8(ascii: "]"): brackets += 1
      case UInt8(ascii: "[") where index > 0 && bytes[index - 1] == UInt8(ascii: "!"): images += 1
      default: break
      }
      index += 1
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (index == bytes.count || bytes[index] != UInt8(ascii: "\n"))
      if isLineEnd, range == body { try startLine(at: index, in: bytes) }
    }
  }

  /// Passes what is certainly nothing but letters and spaces.
  private static func skipProse(of bytes: Span<UInt8>, from start: Int) -> Int {
    // Of a text in another script nothing is passed.
    guard start < bytes.count, bytes[start] < 0x80 else { return start }
    var index = start
    while index + ThirtyTwoBytes.count <= bytes.count {
      let stops = stops(ThirtyTwoBytes(of: bytes, at: index))
      guard ThirtyTwoBytes.isEmpty(stops) else {
        return index + ThirtyTwoBytes.count(before: stops)
      }
      index += ThirtyTwoBytes.count
    }
    return index
  }

  /// Marks what is no letter or space but has to be looked at.
  @inline(__always)
  private static func stops(_ next: ThirtyTwoBytes) -> ThirtyTwoBytes.Marks {
    next.nonASCII | next.marks(lessThan: 0x20) | next.marks(of: 0x7F)
      | next.marks(of: UInt8(ascii: "[")) | next.marks(of: UInt8(ascii: "]"))
  }

  private mutating func startLine(
    at start: Int,
    in bytes: Span<UInt8>
  ) throws(Diagnostic) {
    lines.add(lineAt: start)
    // A line of prose has no marks, and neither has what is behind the last line.
    if start < bytes.count, bytes[start].isASCIILetter {
      if paragraph == nil { paragraph = start }
      return
    }
    var index = start
    var column = 0
    while index < bytes.count {
      let mark = Self.markLength(in: bytes, at: index)
      if mark > 0, column > deepest { (deepest, deepestPlace) = (column, index..<(index + mark)) }
      switch bytes[index] {
      case UInt8(ascii: " "):
        index += 1
        column += 1
      case UInt8(ascii: "\t"):
        index += 1
        column += 4 - column % 4
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        try endParagraph()
        return
      default:
        if paragraph == nil { paragraph = start }
        guard mark > 0 else { return }
        index += mark
        column += mark
      }
    }
  }

  private mutating func endParagraph() throws(Diagnostic) {
    bracketPairs += images * brackets
    guard bracketPairs <= Self.mostBracketPairs else {
      throw .tooManyBrackets(at: source.location(at: paragraph ?? 0))
    }
    images = 0
    brackets = 0
    paragraph = nil
  }

  /// The length of the mark of a block quote or list item, 0 where none stands.
  private static func markLength(in bytes: Span<UInt8>, at start: Int) -> Int {
    var index = start
    switch bytes[start] {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < bytes.count, index - start < 9, bytes[index].isASCIIDigit { index += 1 }
      let isMark =
        index < bytes.count
        && (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"))
      guard isMark else { return 0 }
    default: return 0
    }
    index += 1
    return index == bytes.count || bytes[index].isASCIIWhitespace ? index - start : 0
  }

  /// The length of a character beyond ASCII (Unicode Standard, table 3-7).
  private func scalarLength(
    of bytes: Span<UInt8>,
    at start: Int
  ) throws(Diagnostic) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[start] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw .notUTF8(at: source.location(at: start))
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]),
      length < 3 || bytes[start + 2] & 0xC0 == 0x80,
      length < 4 || bytes[start + 3] & 0xC0 == 0x80
    else { throw .notUTF8(at: source.location(at: start)) }
    return length
  }
}
