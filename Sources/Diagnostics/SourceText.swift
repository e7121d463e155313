/// A text together with the name of its file: what turns byte offsets into places.
public struct SourceText: Sendable {
  /// The file as the user knows it.
  public let path: String
  /// The whole text in UTF-8.
  public let bytes: [UInt8]

  /// Takes the bytes of a file as they were read.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Takes a text that is already in memory.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Returns the place of a range of byte offsets, both clamped to the text.
  ///
  /// Costs one pass over the text before the range, which is paid only when something is wrong.
  public func location(of range: Range<Int>) -> Location { location(of: range, marks(of: [range])) }

  /// Returns the place of one byte offset.
  public func location(at offset: Int) -> Location { location(of: offset..<offset) }

  /// Returns the places of many ranges, in their order, for one pass over the text.
  public func locations(of ranges: [Range<Int>]) -> [Location] {
    let marks = marks(of: ranges)
    return ranges.map { location(of: $0, marks) }
  }

  private func location(of range: Range<Int>, _ marks: [Int: Mark]) -> Location {
    let (start, end) = ends(of: range)
    let (first, last) = (marks[start] ?? Mark(), marks[end] ?? Mark())
    return Location(
      path: path,
      line: first.line,
      column: first.column,
      endLine: last.line,
      endColumn: last.column,
      excerpt: excerpt(ofLineAt: first.lineStart)
    )
  }

  private func ends(of range: Range<Int>) -> (start: Int, end: Int) {
    let start = min(max(range.lowerBound, 0), bytes.count)
    return (start, min(max(range.upperBound, start), bytes.count))
  }

  /// What there is to know of an offset.
  private struct Mark {
    var line = 1
    var column = 1
    var lineStart = 0
  }

  private func marks(of ranges: [Range<Int>]) -> [Int: Mark] {
    var offsets: [Int] = []
    offsets.reserveCapacity(2 * ranges.count)
    for range in ranges {
      let (start, end) = ends(of: range)
      offsets.append(start)
      offsets.append(end)
    }
    offsets.sort()
    let text = bytes.span
    var marks: [Int: Mark] = [:]
    var mark = Mark()
    var index = 0
    for offset in offsets {
      while index < offset {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
          mark = Mark(line: mark.line + 1, lineStart: index)
        } else if byte & 0xC0 != 0x80 {
          // A byte that continues a code point (10xxxxxx) begins none.
          mark.column += 1
        }
      }
      marks[offset] = mark
    }
    return marks
  }

  /// A line longer than this is no help on a screen and is cut at a code point's border.
  private static let longestExcerpt = 4096

  private func excerpt(ofLineAt start: Int) -> String {
    let rest = bytes[start...].prefix(Self.longestExcerpt)
    var line = rest.prefix { $0 != UInt8(ascii: "\n") }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
