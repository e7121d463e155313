/// What stands behind a link's text, and link reference definitions.
///
/// The rules are those of cmark's `handle_close_bracket` and `cmark_parse_reference_inline`; they
/// are needed because its tree does not tell where the text behind them goes on.
extension InlineScanner {
  /// Passes what follows the `]` of something that is known to be a link or an image; returns the
  /// place of the destination, if it is written there.
  mutating func skipLinkTail() -> Range<Int>? {
    let start = mark
    if let destination = skipInlineTail() { return destination }
    move(to: start)
    if skipLabel() == nil { move(to: start) }
    return nil
  }

  /// Passes the link reference definitions at the beginning of a paragraph.
  mutating func skipDefinitions() {
    while next == UInt8(ascii: "[") {
      let start = mark
      guard skipDefinition() else {
        move(to: start)
        return
      }
    }
  }

  /// Passes `(destination "title")`; returns where the destination stands.
  private mutating func skipInlineTail() -> Range<Int>? {
    guard skip(UInt8(ascii: "(")) else { return nil }
    _ = skip(while: \.isASCIIWhitespace)
    guard let destination = skipDestination(mayEndText: false) else { return nil }
    if skip(while: \.isASCIIWhitespace) > 0 {
      skipTitle()
      _ = skip(while: \.isASCIIWhitespace)
    }
    return skip(UInt8(ascii: ")")) ? destination : nil
  }

  private mutating func skipDefinition() -> Bool {
    guard let label = skipLabel(), label > 0, skip(UInt8(ascii: ":")) else { return false }
    skipSpacesAndOneLineBreak()
    guard skipDestination(mayEndText: true) != nil else { return false }
    let behind = mark
    skipSpacesAndOneLineBreak()
    if mark != behind, skipTitle(), skipRestOfDefinition() { return true }
    move(to: behind)
    return skipRestOfDefinition()
  }

  /// A definition must end with its line.
  private mutating func skipRestOfDefinition() -> Bool {
    _ = skip(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    return next == nil || skip(UInt8(ascii: "\n"))
  }

  private mutating func skipSpacesAndOneLineBreak() {
    _ = skip(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    if skip(UInt8(ascii: "\n")) {
      _ = skip(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    }
  }

  /// Passes `[label]`; returns how many bytes of it are no white space at its ends.
  private mutating func skipLabel() -> Int? {
    guard skip(UInt8(ascii: "[")) else { return nil }
    var length = 0
    var visible = 0
    while let byte = next, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
      if !byte.isASCIIWhitespace { visible += 1 }
      advance()
      length += 1
      if byte == UInt8(ascii: "\\"), next?.isASCIIPunctuation == true {
        advance()
        length += 1
      }
      if length > 1000 { return nil }
    }
    return skip(UInt8(ascii: "]")) ? visible : nil
  }

  /// Passes a destination and returns where it stands.
  ///
  /// A link's must be followed by something, a definition's need not be.
  private mutating func skipDestination(mayEndText: Bool) -> Range<Int>? {
    let start = offset
    let isPointy = skip(UInt8(ascii: "<"))
    guard isPointy ? skipPointyDestination() : skipBareDestination() else { return nil }
    return mayEndText || next != nil ? start..<max(start, offset) : nil
  }

  private mutating func skipPointyDestination() -> Bool {
    while let byte = next {
      switch byte {
      case UInt8(ascii: ">"):
        advance()
        return true
      case UInt8(ascii: "\n"), UInt8(ascii: "<"):
        return false
      case UInt8(ascii: "\\"):
        advance()
        advance()
      default:
        advance()
      }
    }
    return false
  }

  private mutating func skipBareDestination() -> Bool {
    var depth = 0
    var isEmpty = true
    while let byte = next {
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return false }
      case UInt8(ascii: ")"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: "\\"):
        advance()
        isEmpty = false
        if next?.isASCIIPunctuation == true { advance() }
        continue
      case _ where byte.isASCIIWhitespace:
        return !isEmpty && depth == 0
      default: break
      }
      advance()
      isEmpty = false
    }
    return !isEmpty && depth == 0
  }

  /// Passes a title in quotes or parentheses, if there is one.
  ///
  /// cmark takes the longest match of `"(\\.|[^"])*"`: a quote behind a backslash is the end only
  /// if no later one is.
  @discardableResult
  private mutating func skipTitle() -> Bool {
    guard let open = next else { return false }
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return false
    }
    let start = mark
    advance()
    var previous: UInt8 = 0
    var escapedEnd: Mark?
    while let byte = next {
      if byte == close || byte == open {
        guard previous == UInt8(ascii: "\\") else {
          guard byte == close else { break }
          advance()
          return true
        }
        if byte == close {
          advance()
          escapedEnd = mark
          previous = byte
          continue
        }
      }
      previous = byte
      advance()
    }
    move(to: escapedEnd ?? start)
    return escapedEnd != nil
  }
}
