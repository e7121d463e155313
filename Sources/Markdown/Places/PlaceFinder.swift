/// Finds the exact place in the file of every node that a walk passes.
///
/// cmark's own places are right for blocks only. Those of inlines ignore the marks and the
/// indentation before a paragraph's further lines, link definitions before its text, line breaks
/// in code spans and links, and are missing for line breaks. So this reads the source beside the
/// tree: the tree says what comes next, the source says how long it is. If the two ever disagree (a
/// tab of which a lazy line's container takes one half and a code span the other), the rest of the
/// block is mapped to the block as a whole and ``isExact`` says so.
struct PlaceFinder {
  let bytes: [UInt8]
  let lines: LineIndex
  var containers: ContainerStack
  var scanner: InlineScanner
  var block = 0..<0
  var isLost = false
  /// For each open link, whether it is written `<like this>`.
  var openLinks: [Bool] = []

  /// Whether every place so far was found.
  private(set) var isExact = true

  /// The place of the destination of the link that was left last, if it is written there.
  var destination: Range<Int>?

  /// Whether the innermost link is written `<like this>`.
  var isInAutolink: Bool { openLinks.last == true }

  init(in bytes: [UInt8], lines: LineIndex) {
    self.bytes = bytes
    self.lines = lines
    containers = ContainerStack(in: bytes, lines: lines)
    scanner = InlineScanner(in: bytes)
  }

  /// Returns the bytes of the file that an event stands for: all of a node without an inside,
  /// the marks at the beginning or the end of another.
  ///
  /// Adds to the map where each byte of a text or code node's literal was made, and one byte for a
  /// line break. Must be told of every event of a walk in its order.
  mutating func place(
    of node: borrowing Node,
    _ event: CMarkTree.Event,
    into map: inout PlaceMap
  ) -> Range<Int> {
    switch (node.kind, event) {
    case (.text, _): return node.withLiteral { text($0, into: &map) }
    case (.softBreak, _), (.lineBreak, _): return lineBreak(into: &map)
    case (.emphasis, _): return marks(1)
    case (.strong, _): return marks(2)
    case (.code, _): return code(of: node, into: &map)
    case (.link, .enter): return startLink()
    case (.image, .enter): return startImage()
    case (.link, .exit), (.image, .exit): return endLink()
    case (.htmlInline, _): return inlineHTML(of: node)
    case (.paragraph, .enter), (.heading, .enter): return startText(of: node)
    case (.paragraph, .exit), (.heading, .exit): return end(of: block)
    case (.codeBlock, _): return codeBlock(node, into: &map)
    case (.htmlBlock, _): return htmlBlock(node)
    case (.blockQuote, .enter):
      containers.enterQuote(onLine: node.startLine)
      return start(of: node)
    case (.item, .enter):
      containers.enterItem(onLine: node.startLine)
      return start(of: node)
    case (.blockQuote, .exit), (.item, .exit):
      containers.leave()
      return end(of: block)
    case (.thematicBreak, _):
      let start = start(of: node).lowerBound
      block = start..<max(start, lines.end(ofLine: node.startLine))
      return block
    case (_, .enter): return start(of: node)
    case (_, .exit): return end(of: block)
    }
  }

  mutating func start(of node: borrowing Node) -> Range<Int> {
    let start = lines.offset(line: node.startLine, column: node.startColumn)
    block = start..<start
    return block
  }

  func end(of range: Range<Int>) -> Range<Int> { range.upperBound..<range.upperBound }

  /// Tree and source disagree: the rest of the block has no place but the block.
  mutating func lose() {
    isLost = true
    isExact = false
  }
}
