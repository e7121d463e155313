import Diagnostics

extension TemplateParser {
  /// Steps over a comment that has just been opened, whatever is in it; comments nest, and what is
  /// raw in them counts for nothing.
  mutating func skipComment(_ opener: TagToken) {
    var depth = 1
    while depth > 0 {
      switch scanner.skipTag(named: ["endcomment", "comment", "raw"])?.which {
      case 0: depth -= 1
      case 1: depth += 1
      case 2 where scanner.isInLines || scanner.skipTag(named: ["endraw"]) != nil: break
      default: return stopUnclosed(opener, end: "endcomment")
      }
    }
  }

  /// Returns the text up to the tag that ends it, as it stands, and where a tag that must not stand
  /// in it begins.
  mutating func takeText(of opener: TagToken, until end: StaticString, refusing name: StaticString?)
    -> (text: Range<Int>, nested: Int?)
  {
    let start = scanner.position
    var nested: Int?
    // The lines of a `liquid` tag hold no text.
    while !scanner.isInLines, let tag = scanner.skipTag(named: [end, name ?? end]) {
      if tag.which == 0 { return (start..<tag.start, nested) }
      nested = nested ?? tag.start
    }
    stopUnclosed(opener, end: end)
    return (start..<start, nested)
  }

  private mutating func stopUnclosed(_ opener: TagToken, end: StaticString) {
    stop(.unclosedBlock(text(opener.name), end: "\(end)", at: location(opener.name)))
  }

  /// Reads the lines of a `liquid` tag as tags.
  mutating func parseLines(_ tag: TagToken) throws(Diagnostic) -> Body {
    guard depth < environment.limits.nesting else {
      throw .tooDeep(limit: environment.limits.nesting, at: location(tag.name))
    }
    let outer = (scanner, awaited)
    scanner = Scanner(lines: tag.markup, of: bytes)
    awaited = []
    depth += 1
    defer {
      (scanner, awaited) = outer
      depth -= 1
    }
    return parsePieces().body
  }

  /// The fault of a tag that nobody knows, or that stands where it may not.
  func unexpected(_ tag: TagToken) -> Diagnostic {
    let name = text(tag.name)
    if tag.name.isEmpty { return .namelessTag(at: location(tag.whole)) }
    if name.hasPrefix("end") || ["else", "elsif", "when"].contains(name) {
      return .unexpectedTag(name, at: location(tag.name))
    }
    return .unknownTag(name, known: environment.tags.names, at: location(tag.name))
  }
}
