/// Blocks: cmark's places are right, but tell neither where lines begin nor where code stands.
extension PlaceFinder {
  mutating func startText(of node: borrowing Node) -> Range<Int> {
    isLost = false
    openLinks.removeAll(keepingCapacity: true)
    let first = node.startLine
    let start = start(of: node).lowerBound
    let end = lines.end(ofLine: first)
    let firstLine = start..<max(start, end)
    if node.kind == .heading, let text = textOfHashHeading(in: firstLine) {
      scanner.start(with: text..<max(text, end))
      scanner.finish()
      block = firstLine
      return start..<text
    }
    scanner.start(with: firstLine)
    let last = max(first, min(node.endLine, lines.count))
    for line in (first + 1)..<(last + 1) {
      let (start, mayUnderline) = containers.contentStart(ofLine: line)
      let content = start..<max(start, lines.end(ofLine: line))
      if node.kind == .heading, mayUnderline, underlines(content) { break }
      scanner.add(content)
    }
    scanner.finish()
    scanner.skipDefinitions()
    block = scanner.offset..<max(scanner.offset, scanner.end)
    return scanner.offset..<scanner.offset
  }

  /// Whether a line is the underline of the heading above it.
  ///
  /// cmark does not tell which line it is. Below nothing but link definitions it is text.
  private mutating func underlines(_ line: Range<Int>) -> Bool {
    guard line.lowerBound < line.upperBound else { return false }
    let mark = bytes[line.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
    let rest = bytes[line].drop { $0 == mark }
    guard rest.allSatisfy(\.isASCIIWhitespace) else { return false }
    scanner.finish()
    scanner.skipDefinitions()
    return scanner.next != nil
  }

  /// Returns where the text of a heading such as `## text` begins, `nil` if it is underlined.
  private func textOfHashHeading(in line: Range<Int>) -> Int? {
    var offset = line.lowerBound
    while offset < line.upperBound, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    guard (1...6).contains(offset - line.lowerBound) else { return nil }
    guard offset == line.upperBound || bytes[offset].isASCIIWhitespace else { return nil }
    while offset < line.upperBound, bytes[offset].isASCIIWhitespace { offset += 1 }
    return offset
  }

  mutating func codeBlock(
    _ node: borrowing Node,
    into map: inout PlaceMap
  ) -> Range<Int> {
    let isFenced = !containers.isIndentedCode(onLine: node.startLine)
    let start = start(of: node).lowerBound
    var line = node.startLine + (isFenced ? 1 : 0)
    node.withLiteral { literal in
      var index = 0
      while index < literal.count {
        let next = endOfLine(in: literal, from: index)
        addLine(literal.extracting(index..<next), number: line, to: &map)
        index = next
        line += 1
      }
    }
    let last = isFenced ? max(node.endLine, line - 1) : line - 1
    block = start..<max(start, lines.end(ofLine: last))
    return block
  }

  /// A line of code is the end of its line in the source, but for a tab that stood half in the
  /// indentation and became spaces.
  private func addLine(_ text: Span<UInt8>, number line: Int, to map: inout PlaceMap) {
    var count = text.count
    while count > 0, text[count - 1] == UInt8(ascii: "\n") || text[count - 1] == UInt8(ascii: "\r")
    {
      count -= 1
    }
    let start = lines.start(ofLine: line)
    let end = lines.end(ofLine: line)
    var shared = 0
    while shared < min(count, end - start), bytes[end - shared - 1] == text[count - shared - 1] {
      shared += 1
    }
    let tab = max(start, end - shared - 1)..<max(start, end - shared)
    map.addMade(count - shared, of: tab)
    map.addVerbatim(shared, at: end - shared)
    map.addMade(text.count - count, of: end..<max(end, lines.start(ofLine: line + 1)))
  }

  mutating func htmlBlock(_ node: borrowing Node) -> Range<Int> {
    let start = start(of: node).lowerBound
    let count = node.withLiteral { literal in
      var count = 0
      var index = 0
      while index < literal.count {
        index = endOfLine(in: literal, from: index)
        count += 1
      }
      return count
    }
    block = start..<max(start, lines.end(ofLine: node.startLine + count - 1))
    return block
  }

  func endOfLine(in text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      index += 1
      if text[index - 1] == UInt8(ascii: "\n") { return index }
      if text[index - 1] == UInt8(ascii: "\r") {
        return index < text.count && text[index] == UInt8(ascii: "\n") ? index + 1 : index
      }
    }
    return index
  }
}
