/// The block quotes and list items that a walk stands in, and where their content begins.
///
/// cmark tells the place of a paragraph's first line only. Where its other lines begin depends on
/// the marks and the indentation of all containers, which are matched here as cmark matches them
/// (`parse_block_quote_prefix` and `parse_node_item_prefix`): a lazy line matches some of them.
struct ContainerStack {
  private enum Container {
    case quote
    /// A list item and the columns that its content is indented by.
    case item(width: Int)
  }

  /// A place on a line; the column may lie within the tab that stands at the offset.
  private struct Position {
    var offset: Int
    var column = 0
  }

  private let bytes: [UInt8]
  private let lines: LineIndex
  private var containers: [(container: Container, line: Int)] = []

  init(in bytes: [UInt8], lines: LineIndex) {
    self.bytes = bytes
    self.lines = lines
  }

  /// Enters a block quote that begins on a line.
  mutating func enterQuote(onLine line: Int) { containers.append((.quote, line)) }

  /// Enters a list item that begins on a line.
  mutating func enterItem(onLine line: Int) {
    let end = lines.end(ofLine: line)
    let width = item(at: match(onLine: line, to: end).inside, to: end).width
    containers.append((.item(width: width), line))
  }

  /// Leaves the innermost container.
  mutating func leave() { _ = containers.popLast() }

  /// Whether a line's content is indented as a code block is.
  func isIndentedCode(onLine line: Int) -> Bool {
    let end = lines.end(ofLine: line)
    return content(after: match(onLine: line, to: end).inside, to: end).indent >= 4
  }

  /// Returns the offset at which the content of a paragraph's further line begins, and whether the
  /// line may underline a heading.
  ///
  /// On a lazy line, one that lacks the mark of a container, cmark leaves the white space in.
  func contentStart(ofLine line: Int) -> (offset: Int, mayUnderline: Bool) {
    if containers.isEmpty {
      let start = lines.start(ofLine: line)
      if start < bytes.count, !isBlank(bytes[start]) { return (start, true) }
    }
    let end = lines.end(ofLine: line)
    let (inside, isLazy) = match(onLine: line, to: end)
    guard !isLazy else { return (inside.offset, false) }
    let (start, indent) = content(after: inside, to: end)
    return (start.offset, indent < 4)
  }

  /// Passes the marks of as many containers as a line has; it is lazy if these are not all.
  private func match(onLine line: Int, to end: Int) -> (inside: Position, isLazy: Bool) {
    var position = Position(offset: lines.start(ofLine: line))
    for (container, firstLine) in containers {
      let (start, indent) = content(after: position, to: end)
      switch container {
      case .quote:
        guard indent <= 3, start.offset < end, bytes[start.offset] == UInt8(ascii: ">") else {
          return (position, true)
        }
        position = advance(start, by: 1, to: end)
        if position.offset < end, isBlank(bytes[position.offset]) {
          position = advance(position, by: 1, to: end)
        }
      case .item where firstLine == line:
        position = item(at: position, to: end).inside
      case .item(let width):
        guard indent >= width else { return (position, true) }
        position = advance(position, by: width, to: end)
      }
    }
    return (position, false)
  }

  /// Passes a list item's marker and the spaces that belong to it; returns how far a further line
  /// of the item must be indented.
  private func item(at outside: Position, to end: Int) -> (inside: Position, width: Int) {
    let (start, indent) = content(after: outside, to: end)
    var marker = start
    while marker.offset < end, bytes[marker.offset].isASCIIDigit {
      marker = advance(marker, by: 1, to: end)
    }
    marker = advance(marker, by: 1, to: end)
    let width = indent + marker.column - start.column
    let (text, padding) = content(after: marker, to: end)
    // Five columns and more are the indentation of a code block; a blank rest has one.
    if padding >= 1, padding <= 4, text.offset < end { return (text, width + padding) }
    return (padding > 0 ? advance(marker, by: 1, to: end) : marker, width + 1)
  }

  /// Passes spaces and tabs; returns how many columns they take.
  private func content(after position: Position, to end: Int) -> (start: Position, indent: Int) {
    var start = position
    while start.offset < end, isBlank(bytes[start.offset]) {
      let isTab = bytes[start.offset] == UInt8(ascii: "\t")
      start.column += isTab ? 4 - start.column % 4 : 1
      start.offset += 1
    }
    return (start, start.column - position.column)
  }

  private func advance(_ position: Position, by columns: Int, to end: Int) -> Position {
    var result = position
    var left = columns
    while left > 0, result.offset < end {
      let isTab = bytes[result.offset] == UInt8(ascii: "\t")
      let rest = isTab ? 4 - result.column % 4 : 1
      let step = min(left, rest)
      result.column += step
      left -= step
      if step == rest { result.offset += 1 }
    }
    return result
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
