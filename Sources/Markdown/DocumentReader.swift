/// Gathers in one walk all that a ``Document`` knows, in flat lists.
struct DocumentReader {
  private(set) var text = PlainText()
  private(set) var headings: [Heading] = []
  private(set) var links: [Link] = []
  private(set) var rawHTML: [Range<Int>] = []

  private var finder: PlaceFinder
  private var section: Int?
  private var listDepth = 0
  private var quoteDepth = 0
  private var blockStart = 0
  private var openLinks: [OpenLink] = []
  private var images = ImageTexts()

  private struct OpenLink {
    var source: Int
    var text: Int
    var isAutolink: Bool
  }

  /// The texts of a block's images, kept until the block is complete.
  private struct ImageTexts {
    var bytes: [UInt8] = []
    var places = PlaceMap()
    var finished: [(text: Range<Int>, link: Int, source: Range<Int>)] = []
    var depth = 0
  }

  init(of bytes: [UInt8], body: Range<Int>, lines: LineIndex) {
    finder = PlaceFinder(in: bytes, lines: lines)
    text.bytes.reserveCapacity(body.count)
    text.places.reserveCapacity(forSource: body.count)
    text.blocks.reserveCapacity(body.count / 128 + 8)
  }

  /// Whether every place was found exactly.
  var hasExactPlaces: Bool { finder.isExact }

  /// Takes in the next event of the walk.
  mutating func read(_ node: borrowing Node, _ event: CMarkTree.Event) {
    if images.depth > 0 { return readInImage(node, event) }
    if node.kind == .text { return readText(node) }
    let place = finder.place(of: node, event, into: &text.places)
    switch (node.kind, event) {
    case (.softBreak, _): text.bytes.append(UInt8(ascii: " "))
    case (.lineBreak, _): text.bytes.append(UInt8(ascii: "\n"))
    case (.code, _):
      let start = text.bytes.count
      append(node)
      text.codeSpans.append(start..<text.bytes.count)
    case (.link, .enter):
      openLinks.append(
        OpenLink(source: place.lowerBound, text: text.bytes.count, isAutolink: finder.isInAutolink)
      )
    case (.link, .exit): endLink(node, at: place)
    case (.image, .enter): startImage(at: place)
    case (.htmlInline, _), (.htmlBlock, _): rawHTML.append(place)
    case (.paragraph, .enter): blockStart = text.bytes.count
    case (.heading, .enter):
      blockStart = text.bytes.count
      section = headings.count
    case (.paragraph, .exit): endBlock(.paragraph)
    case (.heading, .exit): endHeading(level: node.headingLevel)
    case (.codeBlock, _):
      blockStart = text.bytes.count
      append(node)
      endBlock(.code)
    case (.list, .enter): listDepth += 1
    case (.list, .exit): listDepth -= 1
    case (.blockQuote, .enter): quoteDepth += 1
    case (.blockQuote, .exit): quoteDepth -= 1
    default: break
    }
  }

  private mutating func readText(_ node: borrowing Node) {
    node.withLiteral { literal in
      _ = finder.text(literal, into: &text.places)
      text.bytes.append(copying: literal)
    }
  }

  private mutating func append(_ node: borrowing Node) {
    node.withLiteral { literal in text.bytes.append(copying: literal) }
  }

  private mutating func endHeading(level: Int) {
    let heading = Heading(
      level: level,
      text: blockStart..<text.bytes.count,
      source: finder.block
    )
    headings.append(heading)
    endBlock(.heading(level: level))
  }

  private mutating func endBlock(_ kind: PlainText.Block.Kind) {
    let range = blockStart..<text.bytes.count
    if !range.isEmpty || kind != .paragraph { endBlock(kind, text: range, source: finder.block) }
    guard !images.finished.isEmpty else { return }
    let shift = text.bytes.count
    text.bytes += images.bytes
    text.places.add(images.places)
    for image in images.finished {
      let range = (image.text.lowerBound + shift)..<(image.text.upperBound + shift)
      links[image.link].text = range
      text.blocks.append(block(.imageText, text: range, source: image.source))
    }
    images = ImageTexts()
  }

  private mutating func endBlock(
    _ kind: PlainText.Block.Kind,
    text range: Range<Int>,
    source: Range<Int>
  ) {
    text.blocks.append(block(kind, text: range, source: source))
    text.bytes.append(UInt8(ascii: "\n"))
    text.places.addMade(1, of: source.upperBound..<source.upperBound)
  }

  private func block(
    _ kind: PlainText.Block.Kind,
    text: Range<Int>,
    source: Range<Int>
  ) -> PlainText.Block {
    PlainText.Block(
      kind: kind,
      text: text,
      source: source,
      heading: section,
      listDepth: listDepth,
      quoteDepth: quoteDepth
    )
  }
}

// Links and images.
extension DocumentReader {
  private mutating func endLink(_ node: borrowing Node, at place: Range<Int>) {
    guard let open = openLinks.popLast() else { return }
    let link = link(
      node,
      open.isAutolink ? .autolink : .link,
      text: open.text..<text.bytes.count,
      source: open.source..<place.upperBound
    )
    links.append(link)
  }

  private mutating func startImage(at place: Range<Int>) {
    images.depth = 1
    openLinks.append(
      OpenLink(source: place.lowerBound, text: images.bytes.count, isAutolink: false)
    )
  }

  private mutating func readInImage(_ node: borrowing Node, _ event: CMarkTree.Event) {
    let place = finder.place(of: node, event, into: &images.places)
    switch (node.kind, event) {
    case (.text, _), (.code, _):
      node.withLiteral { literal in images.bytes.append(copying: literal) }
    case (.softBreak, _), (.lineBreak, _): images.bytes.append(UInt8(ascii: " "))
    case (.htmlInline, _): rawHTML.append(place)
    case (.image, .enter): images.depth += 1
    case (.image, .exit):
      images.depth -= 1
      if images.depth == 0 { endImage(node, at: place) }
    default: break
    }
  }

  private mutating func endImage(_ node: borrowing Node, at place: Range<Int>) {
    guard let open = openLinks.popLast() else { return }
    let range = open.text..<images.bytes.count
    let source = open.source..<place.upperBound
    images.finished.append((text: range, link: links.count, source: source))
    images.bytes.append(UInt8(ascii: "\n"))
    images.places.addMade(1, of: place.upperBound..<place.upperBound)
    links.append(link(node, .image, text: 0..<0, source: source))
  }

  private func link(
    _ node: borrowing Node,
    _ kind: Link.Kind,
    text: Range<Int>,
    source: Range<Int>
  ) -> Link {
    Link(
      kind: kind,
      destination: node.withDestination { String(copying: $0) },
      title: node.withTitle { String(copying: $0) },
      text: text,
      source: source,
      destinationSource: kind == .autolink ? nil : finder.destination,
      heading: section
    )
  }
}
