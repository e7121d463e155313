import Diagnostics

/// The lines of a text that say something: neither blank nor a `#` comment.
enum TextLines {
  /// Who is told this much about a file needs no more, and each fault costs a pass over the text.
  static let mostFaults = 100

  /// Returns their byte ranges without line breaks, LF or CR LF.
  static func ranges(in source: SourceText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      let line = start..<end
      start = end + 1
      let text = source.bytes[line].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let hasReturn = text.last == UInt8(ascii: "\r")
      let content = hasReturn ? text.dropLast() : text
      guard let first = content.first, first != UInt8(ascii: "#") else { continue }
      result.append(content.startIndex..<content.endIndex)
    }
    return result
  }
}
