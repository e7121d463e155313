import Diagnostics

@testable import Markdown

/// A document's tree as text, one node a line with its place: the language of these tests.
///
///     document @1:1-1:9
///       heading @1:1-1:9 1
///         text @1:3-1:9 "A title"
///
/// Lines and columns are those of the file and count from 1, columns in bytes; the end is the last
/// byte, as cmark writes it. A node of no length ends before it begins.
enum TreeDump {
  private struct Line {
    var depth: Int
    var kind: Node.Kind
    var source: Range<Int>
    var detail: String
  }

  /// Returns the dump of a file.
  static func text(of source: SourceText) throws -> String {
    try Document.parse(source) { (tree, lines) in text(of: tree, source.bytes, lines) }.result
  }

  private static func text(
    of tree: borrowing CMarkTree,
    _ bytes: [UInt8],
    _ index: LineIndex
  ) -> String {
    var finder = PlaceFinder(in: bytes, lines: index)
    var lines: [Line] = []
    var open: [Int] = []
    tree.walk { (node, event) in
      var map = PlaceMap()
      let place = finder.place(of: node, event, into: &map)
      if event == .exit {
        guard let line = open.popLast() else { return }
        let start = lines[line].source.lowerBound
        lines[line].source = start..<max(start, place.upperBound)
      } else {
        lines.append(
          Line(depth: open.count, kind: node.kind, source: place, detail: detail(of: node))
        )
        if !node.isLeaf { open.append(lines.count - 1) }
      }
    }
    return lines.map { line in
      let indent = String(repeating: "  ", count: line.depth)
      let start = position(of: line.source.lowerBound, in: bytes)
      let end = position(of: line.source.upperBound - 1, in: bytes)
      return "\(indent)\(line.kind) @\(start)-\(end)\(line.detail)"
    }
    .joined(separator: "\n")
  }

  private static func detail(of node: borrowing Node) -> String {
    switch node.kind {
    case .heading: " \(node.headingLevel)"
    case .text, .code, .htmlInline, .htmlBlock, .codeBlock:
      node.withLiteral { " \(String(copying: $0).debugDescription)" }
    case .link, .image:
      node.withDestination { " \(String(copying: $0).debugDescription)" }
    default: ""
    }
  }

  private static func position(of offset: Int, in bytes: [UInt8]) -> String {
    var line = 1
    var start = 0
    for (index, byte) in bytes.enumerated().prefix(max(offset, 0)) where byte == 10 {
      line += 1
      start = index + 1
    }
    return "\(line):\(offset - start + 1)"
  }
}
