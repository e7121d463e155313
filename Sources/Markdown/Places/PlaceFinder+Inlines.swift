/// Inlines: the source is passed piece by piece, as the tree says what comes next.
extension PlaceFinder {
  /// Passes a text node, whose literal whoever has read it lends.
  mutating func text(_ literal: Span<UInt8>, into map: inout PlaceMap) -> Range<Int> {
    let start = scanner.offset
    let isAutolink = isInAutolink
    var index = 0
    while !isLost, index < literal.count {
      let shared = scanner.skip(sharedWith: literal, from: index, orUntilMarkup: true)
      map.addVerbatim(shared, at: scanner.offset - shared)
      index += shared
      if index < literal.count {
        index += markup(becoming: literal, at: index, escapes: !isAutolink, into: &map)
      }
    }
    map.addMade(literal.count - index, of: block)
    return isLost ? block : start..<max(start, scanner.offset)
  }

  /// Passes an escaped character, an entity, or a backslash or ampersand that is none of these;
  /// returns how many bytes of the text it is.
  private mutating func markup(
    becoming text: Span<UInt8>,
    at index: Int,
    escapes: Bool,
    into map: inout PlaceMap
  ) -> Int {
    let start = scanner.offset
    let rest = scanner.restOfLine
    if rest.first == UInt8(ascii: "\\"), escapes, let escaped = rest.dropFirst().first,
      escaped.isASCIIPunctuation, escaped == text[index]
    {
      scanner.advance(by: 2)
      map.addMade(1, of: start..<(start + 2))
      return 1
    }
    if rest.first == UInt8(ascii: "&"),
      let entity = EntityReference(rest, becoming: text, at: index)
    {
      scanner.advance(by: entity.sourceCount)
      map.addMade(entity.textCount, of: start..<(start + entity.sourceCount))
      return entity.textCount
    }
    guard let byte = rest.first, byte == text[index] else {
      lose()
      return 0
    }
    scanner.advance(by: 1)
    map.addVerbatim(1, at: start)
    return 1
  }

  mutating func lineBreak(into map: inout PlaceMap) -> Range<Int> {
    let rest = scanner.restOfLine
    // cmark skips the white space of the next line, but not behind a backslash.
    let isEscaped = rest.count == 1 && rest.first == UInt8(ascii: "\\")
    if !isEscaped, !rest.allSatisfy(\.isASCIIWhitespace) { lose() }
    let line = scanner.skipLine()
    if !isEscaped { _ = scanner.skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
    let place = isLost ? block : line.lowerBound..<max(line.upperBound, scanner.offset)
    map.addMade(1, of: place)
    return place
  }

  mutating func marks(_ count: Int) -> Range<Int> {
    let start = scanner.offset
    for _ in 0..<count where !scanner.skip(UInt8(ascii: "*")) && !scanner.skip(UInt8(ascii: "_")) {
      lose()
    }
    return isLost ? block : start..<max(start, scanner.offset)
  }

  mutating func code(
    of node: borrowing Node,
    into map: inout PlaceMap
  ) -> Range<Int> {
    let start = scanner.offset
    let ticks = scanner.skip { $0 == UInt8(ascii: "`") }
    let content = scanner.mark
    let length = skipToClosing(ticks)
    let behind = scanner.mark
    node.withLiteral { literal in
      var index = 0
      // One space at either end belongs to the ticks.
      if length != literal.count, length != literal.count + 2 { lose() }
      scanner.move(to: content)
      if length != literal.count { scanner.advance() }
      while !isLost, index < literal.count {
        let shared = scanner.skip(sharedWith: literal, from: index, orUntilMarkup: false)
        map.addVerbatim(shared, at: scanner.offset - shared)
        index += shared
        guard index < literal.count else { break }
        guard scanner.restOfLine.isEmpty, literal[index] == UInt8(ascii: " ") else {
          lose()
          break
        }
        map.addMade(1, of: scanner.skipLine())
        index += 1
      }
      map.addMade(literal.count - index, of: block)
    }
    scanner.move(to: behind)
    return isLost ? block : start..<max(start, scanner.offset)
  }

  /// Passes the content of a code span and the ticks that end it; returns the content's length.
  private mutating func skipToClosing(_ ticks: Int) -> Int {
    var length = 0
    while scanner.next != nil {
      length += scanner.skip { $0 != UInt8(ascii: "`") }
      let run = scanner.skip { $0 == UInt8(ascii: "`") }
      if run == ticks { return length }
      length += run
    }
    return length
  }

  mutating func inlineHTML(of node: borrowing Node) -> Range<Int> {
    let start = scanner.offset
    node.withLiteral { literal in
      var index = 0
      while !isLost, index < literal.count {
        index += scanner.skip(sharedWith: literal, from: index, orUntilMarkup: false)
        guard index < literal.count else { break }
        let next = endOfLine(in: literal, from: index)
        guard scanner.restOfLine.isEmpty, literal[index].isASCIIWhitespace else {
          lose()
          break
        }
        _ = scanner.skipLine()
        index = literal[index] == UInt8(ascii: "\r") ? next : index + 1
      }
    }
    return isLost ? block : start..<max(start, scanner.offset)
  }

  mutating func startLink() -> Range<Int> {
    let start = scanner.offset
    let isAutolink = scanner.skip(UInt8(ascii: "<"))
    if !isAutolink, !scanner.skip(UInt8(ascii: "[")) { lose() }
    openLinks.append(isAutolink)
    return isLost ? block : start..<scanner.offset
  }

  mutating func startImage() -> Range<Int> {
    let start = scanner.offset
    if !scanner.skip(UInt8(ascii: "!")) || !scanner.skip(UInt8(ascii: "[")) { lose() }
    openLinks.append(false)
    return isLost ? block : start..<max(start, scanner.offset)
  }

  mutating func endLink() -> Range<Int> {
    let start = scanner.offset
    destination = nil
    if openLinks.popLast() == true {
      if !scanner.skip(UInt8(ascii: ">")) { lose() }
    } else if scanner.skip(UInt8(ascii: "]")) {
      destination = scanner.skipLinkTail()
    } else {
      lose()
    }
    return isLost ? block : start..<max(start, scanner.offset)
  }
}
