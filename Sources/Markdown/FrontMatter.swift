public import Diagnostics

/// The metadata between two `---` lines that a Markdown file may begin with.
///
/// This target does not know what it says; it only knows where it stands, in byte offsets of the
/// file, so that whoever reads it can point at the file's own lines.
public struct FrontMatter: Sendable, Hashable {
  /// The opening `---`, without its line break.
  public let openingFence: Range<Int>
  /// What stands between the fences, whole lines with their line breaks.
  public let content: Range<Int>
  /// The closing `---`, without its line break.
  public let closingFence: Range<Int>

  /// Returns the front matter, if there is any, and where the text behind it stands.
  ///
  /// Throws a diagnostic at the opening fence if no other follows. A byte order mark belongs to
  /// neither part. A fence is `---` at the beginning of a line, with nothing but spaces and tabs
  /// behind it; lines end with LF or CRLF, and a CR anywhere else ends none.
  public static func split(
    _ source: SourceText
  ) throws(Diagnostic) -> (frontMatter: FrontMatter?, body: Range<Int>) {
    let bytes = source.bytes
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    guard let opening = fence(in: bytes, at: start) else { return (nil, start..<bytes.count) }
    var line = opening.next
    while line < bytes.count {
      if let closing = fence(in: bytes, at: line) {
        let frontMatter = FrontMatter(
          openingFence: opening.mark,
          content: opening.next..<line,
          closingFence: closing.mark
        )
        return (frontMatter, closing.next..<bytes.count)
      }
      line = endOfLine(in: bytes, from: line)
    }
    throw .unclosedFrontMatter(at: source.location(of: opening.mark))
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Returns the fence that begins at an offset, and where the next line begins.
  private static func fence(
    in bytes: [UInt8],
    at start: Int
  ) -> (mark: Range<Int>, next: Int)? {
    let end = start + 3
    guard end <= bytes.count, bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: "-") }) else {
      return nil
    }
    let next = endOfLine(in: bytes, from: end)
    let isBare = isBlank(behindFence: bytes[end..<next])
    return isBare ? (start..<end, next) : nil
  }

  /// Whether nothing that counts stands on a line behind its `---`; the line ends with LF, with CRLF
  /// or where the file does.
  public static func isBlank(behindFence rest: ArraySlice<UInt8>) -> Bool {
    var rest = rest
    if rest.last == UInt8(ascii: "\n") {
      rest.removeLast()
      if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
    }
    return rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Returns the offset behind the next LF.
  private static func endOfLine(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      index += 1
      if bytes[index - 1] == UInt8(ascii: "\n") { break }
    }
    return index
  }
}
