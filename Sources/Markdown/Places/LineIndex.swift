/// Where the lines of a text begin, as cmark counts them.
///
/// A line ends with LF, CRLF or a CR alone.
struct LineIndex {
  private let bytes: [UInt8]
  private var starts: [Int]
  private let end: Int

  /// Finds the lines of a part of a text; the first of them is number 1.
  init(of bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 48 + 8)
    var index = range.lowerBound
    while index < end {
      let byte = bytes[index]
      index += 1
      guard byte <= UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\n") {
        starts.append(index)
      } else if byte == UInt8(ascii: "\r") {
        if index == end || bytes[index] != UInt8(ascii: "\n") { starts.append(index) }
      }
    }
  }

  /// How many lines there are; the one behind the last line break counts.
  var count: Int { starts.count }

  /// Returns the offset of a line's first byte, or of the end of the text.
  func start(ofLine line: Int) -> Int {
    line < 1 ? starts[0] : line > starts.count ? end : starts[line - 1]
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
