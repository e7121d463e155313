/// Writes HTML as a walk passes the nodes.
struct HTMLWriter {
  /// What is written so far.
  var html: [UInt8] = []

  private let rawHTML: HTMLRenderer.RawHTML
  /// How many images the walk is in; their content becomes an attribute without markup.
  private var imageDepth = 0

  init(rawHTML: HTMLRenderer.RawHTML) { self.rawHTML = rawHTML }

  /// Takes in the next event of the walk.
  mutating func write(_ node: borrowing Node, _ event: CMarkTree.Event) {
    if imageDepth > 0 { return writeInImage(node, event) }
    switch (node.kind, event) {
    case (.text, _): node.withLiteral { HTMLEscaping.append($0, to: &html) }
    case (.softBreak, _): put("\n")
    case (.lineBreak, _): put("<br />\n")
    case (.code, _):
      put("<code>")
      node.withLiteral { HTMLEscaping.append($0, to: &html) }
      put("</code>")
    case (.emphasis, .enter): put("<em>")
    case (.emphasis, .exit): put("</em>")
    case (.strong, .enter): put("<strong>")
    case (.strong, .exit): put("</strong>")
    case (.link, .enter): startLink(node)
    case (.link, .exit): put("</a>")
    case (.image, .enter):
      put("<img src=\"")
      writeDestination(of: node)
      put("\" alt=\"")
      imageDepth = 1
    case (.htmlInline, _): writeRaw(node)
    default: writeBlock(node, event)
    }
  }

  private mutating func writeBlock(_ node: borrowing Node, _ event: CMarkTree.Event) {
    switch (node.kind, event) {
    case (.paragraph, _) where node.isTight: break
    case (.paragraph, .enter): startLine(with: "<p>")
    case (.paragraph, .exit): put("</p>\n")
    case (.heading, .enter): startLine(with: "<h\(node.headingLevel)>")
    case (.heading, .exit): put("</h\(node.headingLevel)>\n")
    case (.blockQuote, .enter): startLine(with: "<blockquote>\n")
    case (.blockQuote, .exit): startLine(with: "</blockquote>\n")
    case (.list, .enter): startList(node)
    case (.list, .exit): put(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case (.item, .enter): startLine(with: "<li>")
    case (.item, .exit): put("</li>\n")
    case (.codeBlock, _): writeCodeBlock(node)
    case (.htmlBlock, _):
      startLine()
      writeRaw(node)
      startLine()
    case (.thematicBreak, _): startLine(with: "<hr />\n")
    default: break
    }
  }

  private mutating func startList(_ node: borrowing Node) {
    if !node.isOrdered {
      startLine(with: "<ul>\n")
    } else if node.listStart == 1 {
      startLine(with: "<ol>\n")
    } else {
      startLine(with: "<ol start=\"\(node.listStart)\">\n")
    }
  }

  private mutating func writeCodeBlock(_ node: borrowing Node) {
    startLine(with: "<pre><code")
    node.withFenceInfo { info in
      guard info.count > 0 else { return }
      let end = info.indices.first { info[$0].isASCIIWhitespace } ?? info.count
      put(" class=\"language-")
      HTMLEscaping.append(info.extracting(0..<end), to: &html)
      put("\"")
    }
    put(">")
    node.withLiteral { HTMLEscaping.append($0, to: &html) }
    put("</code></pre>\n")
  }

  private mutating func startLink(_ node: borrowing Node) {
    put("<a href=\"")
    writeDestination(of: node)
    writeTitle(of: node)
    put("\">")
  }

  private mutating func writeInImage(_ node: borrowing Node, _ event: CMarkTree.Event) {
    switch (node.kind, event) {
    case (.text, _), (.code, _), (.htmlInline, _):
      node.withLiteral { HTMLEscaping.append($0, to: &html) }
    case (.softBreak, _), (.lineBreak, _): put(" ")
    case (.image, .enter): imageDepth += 1
    case (.image, .exit):
      imageDepth -= 1
      guard imageDepth == 0 else { return }
      writeTitle(of: node)
      put("\" />")
    default: break
    }
  }

  private mutating func writeDestination(of node: borrowing Node) {
    node.withDestination { url in
      guard !HTMLEscaping.isDangerous(url: url) else { return }
      HTMLEscaping.append(url: url, to: &html)
    }
  }

  private mutating func writeTitle(of node: borrowing Node) {
    node.withTitle { title in
      guard title.count > 0 else { return }
      put("\" title=\"")
      HTMLEscaping.append(title, to: &html)
    }
  }

  private mutating func writeRaw(_ node: borrowing Node) {
    switch rawHTML {
    case .omitted: put("<!-- raw HTML omitted -->")
    case .escaped: node.withLiteral { HTMLEscaping.append($0, to: &html) }
    case .kept: node.withLiteral { html.append(copying: $0) }
    }
  }

  private mutating func put(_ text: String) { html.append(contentsOf: text.utf8) }

  /// Begins a new line unless one has just begun.
  private mutating func startLine(with text: String = "") {
    if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
    put(text)
  }
}
