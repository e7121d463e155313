/// Where the lines of a text begin, as cmark counts them.
///
/// A line ends with LF, CRLF or a CR alone.
struct LineIndex {
  private let bytes: [UInt8]
  private var starts: [Int]
  private let end: Int

  /// Begins with no line of a part of a text.
  init(of bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    starts = []
    starts.reserveCapacity(range.count / 40 + 8)
  }

  /// Adds the next line; the first is number 1.
  mutating func add(lineAt start: Int) { starts.append(start) }

  /// How many lines there are; the one behind the last line break counts.
  var count: Int { starts.count }

  /// Returns the offset of a line's first byte, or of the end of the text.
  func start(ofLine line: Int) -> Int {
    line > starts.count ? end : starts[max(line - 1, 0)]
  }

  /// Returns the offset behind a line's last byte, its line break left out.
  func end(ofLine line: Int) -> Int {
    let start = start(ofLine: line)
    var offset = self.start(ofLine: line + 1)
    if offset > start, bytes[offset - 1] == UInt8(ascii: "\n") { offset -= 1 }
    if offset > start, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    return offset
  }

  /// Returns the offset of a column in bytes, counted from 1, within its line.
  func offset(line: Int, column: Int) -> Int {
    let start = start(ofLine: line)
    return min(start + max(column - 1, 0), max(end(ofLine: line), start))
  }
}
