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
  public func location(of range: Range<Int>) -> Location {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let end = min(max(range.upperBound, start), bytes.count)
    let first = linePosition(of: start)
    let last = linePosition(of: end)
    return Location(
      path: path,
      line: first.line,
      column: column(of: start, inLineAt: first.start),
      endLine: last.line,
      endColumn: column(of: end, inLineAt: last.start),
      excerpt: excerpt(ofLineAt: first.start)
    )
  }

  /// Returns the place of one byte offset.
  public func location(at offset: Int) -> Location { location(of: offset..<offset) }

  private func linePosition(of offset: Int) -> (line: Int, start: Int) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var line = 1
      var start = 0
      for index in 0..<offset where unsafe buffer[index] == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      }
      return (line, start)
    }
  }

  private func column(of offset: Int, inLineAt start: Int) -> Int {
    // A byte that continues a code point (10xxxxxx) begins none.
    bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
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
