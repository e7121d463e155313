internal import Diagnostics
internal import Markdown

/// Finds what extensions of Markdown would make something of and CommonMark shows as it stands.
///
/// It looks at what libcmark left in the text, so that code, links and escaped marks are none.
/// Sources: GitHub Flavored Markdown 0.29, PHP Markdown Extra, kramdown, Pandoc's manual, Hugo.
struct ExtensionScan {
  enum Construct {
    case table, footnote, task, math, shortcode, container, strikethrough, definition, attributes
    case alert
  }

  struct Mark {
    let construct: Construct
    /// The bytes of the file.
    let range: Range<Int>
  }

  private let document: Document
  private let text: PlainText
  private var found: [Mark] = []
  /// The names of the footnotes that are defined.
  private lazy var footnotes = Set(
    text.blocks.compactMap { block in
      footnoteLabel(at: block.text.lowerBound, in: block.text).flatMap { label in
        let colon = label.upperBound + 1
        return colon < block.text.upperBound && text.bytes[colon] == UInt8(ascii: ":")
          ? text.string(label) : nil
      }
    }
  )

  init(of document: Document) {
    self.document = document
    text = document.text
  }

  /// Returns what is found.
  mutating func marks() -> [Mark] {
    for block in text.blocks {
      switch block.kind {
      case .paragraph, .heading: scan(block)
      case .code, .imageText: break
      }
    }
    let source = document.source.bytes
    for link in document.links where source[link.source].starts(with: "[^".utf8) {
      found.append(Mark(construct: .footnote, range: link.source))
    }
    return found
  }

  private mutating func scan(_ block: PlainText.Block) {
    let content = text.bytes
    let bytes = content.span
    let end = block.text.upperBound
    var (hasPipe, hasColon) = (false, false)
    var index = block.text.lowerBound
    scanStart(of: block)
    while index < end {
      index = Self.nextMark(in: bytes, from: index, end)
      guard index < end else { break }
      let byte = bytes[index]
      let next = index + 1 < end ? bytes[index + 1] : 0
      var length: Int?
      switch (byte, next) {
      case (UInt8(ascii: "["), UInt8(ascii: "^")):
        length = add(.footnote, footnote(at: index, block))
      case (UInt8(ascii: "$"), _): length = add(.math, formula(at: index, block.text))
      case (UInt8(ascii: "{"), UInt8(ascii: "{")):
        length = add(.shortcode, pair("{{", "}}", at: index, block.text) ?? index..<index + 2)
      case (UInt8(ascii: "{"), UInt8(ascii: "%")):
        length = add(.shortcode, pair("{%", "%}", at: index, block.text))
      case (UInt8(ascii: "{"), UInt8(ascii: ":")):
        length = add(.attributes, pair("{:", "}", at: index, block.text))
      case (UInt8(ascii: "~"), UInt8(ascii: "~")):
        length = add(.strikethrough, strikethrough(at: index, block.text))
      case (UInt8(ascii: "|"), _): hasPipe = true
      case (UInt8(ascii: ":"), UInt8(ascii: ":")), (UInt8(ascii: ":"), Byte.space): hasColon = true
      default: break
      }
      index += length ?? 1
    }
    if hasPipe || hasColon { scanLines(of: block) }
    if case .heading = block.kind, end > block.text.lowerBound,
      bytes[end - 1] == UInt8(ascii: "}")
    {
      _ = add(.attributes, attributes(endOf: block.text))
    }
  }

  /// The next byte that one of them may begin with, or the end.
  private static func nextMark(in bytes: Span<UInt8>, from start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, index + ThirtyTwoBytes.count <= bytes.count {
      let marks = marks(ThirtyTwoBytes(of: bytes, at: index))
      guard ThirtyTwoBytes.isEmpty(marks) else {
        return min(index + ThirtyTwoBytes.count(before: marks), end)
      }
      index += ThirtyTwoBytes.count
    }
    while index < end, !isMark(bytes[index]) { index += 1 }
    return min(index, end)
  }

  @inline(__always)
  private static func marks(_ next: ThirtyTwoBytes) -> ThirtyTwoBytes.Marks {
    next.braceMarks | next.marks(of: UInt8(ascii: "$")) | next.marks(of: UInt8(ascii: ":"))
      | next.marks(of: UInt8(ascii: "["))
  }

  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "$") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "~")
  }

  /// Takes in a part of the text, unless it is code or stands behind a backslash or an entity;
  /// returns its length.
  private mutating func add(_ construct: Construct, _ range: Range<Int>?) -> Int? {
    guard let range, !text.hasCode(in: range) else { return nil }
    let place = text.source(of: range)
    guard document.source.bytes[place].first == text.bytes[range.lowerBound] else { return nil }
    found.append(Mark(construct: construct, range: place))
    return range.count
  }
}

// What stands within a line.
extension ExtensionScan {
  /// A reference that has a definition or a number, or the definition.
  private mutating func footnote(at start: Int, _ block: PlainText.Block) -> Range<Int>? {
    guard let label = footnoteLabel(at: start, in: block.text) else { return nil }
    let isNumber = text.bytes[label].allSatisfy(Byte.isDigit)
    guard isNumber || footnotes.contains(text.string(label)) else { return nil }
    return start..<label.upperBound + 1
  }

  private func footnoteLabel(at start: Int, in range: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    guard bytes[start..<range.upperBound].starts(with: "[^".utf8) else { return nil }
    let rest = bytes[start + 2..<min(range.upperBound, start + 42)]
    let label = rest.prefix { byte in
      Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.hyphen || byte == UInt8(ascii: "_")
    }
    guard !label.isEmpty, rest[label.endIndex...].first == UInt8(ascii: "]") else { return nil }
    return label.startIndex..<label.endIndex
  }

  /// Pandoc's rule for `$…$`, and something in it that no price has.
  private func formula(at start: Int, _ range: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    let dollar = UInt8(ascii: "$")
    let before = start > range.lowerBound ? bytes[start - 1] : Byte.space
    guard before != dollar, !Byte.isLetter(before), !Byte.isDigit(before) else { return nil }
    let rest = bytes[start..<min(range.upperBound, start + Self.longestMark)]
    if rest.starts(with: "$$".utf8) {
      guard !rest.starts(with: "$$$".utf8) else { return nil }
      if let whole = pair("$$", "$$", at: start, range) { return whole }
      return start == range.lowerBound ? start..<start + 2 : nil
    }
    let inside = rest.dropFirst()
    guard let close = inside.firstIndex(of: dollar), close > inside.startIndex,
      inside.first != Byte.space, bytes[close - 1] != Byte.space,
      // '${HOME}' is a variable of a shell.
      inside.first != UInt8(ascii: "{")
    else { return nil }
    let after = close + 1 < range.upperBound ? bytes[close + 1] : Byte.space
    guard !Byte.isDigit(after), !Byte.isLetter(after) else { return nil }
    let formula = bytes[start + 1..<close]
    let isVariable = formula.count == 1 && formula.allSatisfy(Byte.isLetter)
    return isVariable || formula.contains(where: Self.isFormulaMark) ? start..<close + 1 : nil
  }

  private static func isFormulaMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "{"):
      true
    default: false
    }
  }

  private func strikethrough(at start: Int, _ range: Range<Int>) -> Range<Int>? {
    let bytes = text.bytes
    let tilde = UInt8(ascii: "~")
    let before = start > range.lowerBound ? bytes[start - 1] : Byte.space
    guard before != tilde, start + 2 < range.upperBound, bytes[start + 2] != tilde,
      bytes[start + 2] != Byte.space, let whole = pair("~~", "~~", at: start, range)
    else { return nil }
    return bytes[whole.upperBound - 3] != Byte.space ? whole : nil
  }

  /// Nothing that is longer is looked for, so that a text full of openings costs little.
  private static let longestMark = 500

  /// From an opening to the first closing behind it, with something between them.
  private func pair(
    _ opening: StaticString,
    _ closing: StaticString,
    at start: Int,
    _ range: Range<Int>
  ) -> Range<Int>? {
    let inside = start + opening.utf8CodeUnitCount
    let rest = text.bytes[inside..<max(inside, min(range.upperBound, start + Self.longestMark))]
    let mark = Array("\(closing)".utf8)
    var index = rest.startIndex
    while index + mark.count <= rest.endIndex {
      if rest[index] == mark[0], rest[index...].starts(with: mark) {
        return index > inside ? start..<index + mark.count : nil
      }
      index += 1
    }
    return nil
  }

  /// `{#name}` or `{.class}` at the end of a heading.
  private func attributes(endOf range: Range<Int>) -> Range<Int>? {
    let tail = text.bytes[max(range.lowerBound, range.upperBound - 100)..<range.upperBound]
    guard let brace = tail.lastIndex(of: UInt8(ascii: "{")), brace + 2 < range.upperBound,
      text.bytes[brace + 1] == UInt8(ascii: "#") || text.bytes[brace + 1] == UInt8(ascii: ".")
    else { return nil }
    return brace..<range.upperBound
  }
}

// What stands at the beginning of a line.
extension ExtensionScan {
  private mutating func scanStart(of block: PlainText.Block) {
    let bytes = text.bytes[block.text]
    guard bytes.first == UInt8(ascii: "[") else { return }
    let start = bytes.startIndex
    if block.quoteDepth > 0, bytes.starts(with: "[!".utf8) {
      let word = bytes.dropFirst(2).prefix(12).prefix(while: Byte.isLetter)
      let isAlert = !word.isEmpty && bytes[word.endIndex...].first == UInt8(ascii: "]")
      if isAlert { _ = add(.alert, start..<word.endIndex + 1) }
    }
    let isBox = ["[ ] ", "[x] ", "[X] "].contains { bytes.starts(with: $0.utf8) }
    if block.listDepth > 0, isBox, followsBullet(block.source.lowerBound) {
      _ = add(.task, start..<start + 3)
    }
  }

  private func followsBullet(_ start: Int) -> Bool {
    let before = document.source.bytes[..<start].last { $0 != Byte.space && $0 != Byte.tab }
    switch before {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: ")"):
      return true
    default: return false
    }
  }

  private mutating func scanLines(of block: PlainText.Block) {
    let bytes = document.source.bytes
    var previous: Range<Int>?
    var isTable = false
    var line = 0
    var start = block.source.lowerBound
    while start < block.source.upperBound {
      let end = bytes[start..<block.source.upperBound].firstIndex(of: Byte.lineFeed)
      let content = content(start..<(end ?? block.source.upperBound))
      if let head = previous, !isTable, isDelimiterRow(content),
        bytes[head].contains(UInt8(ascii: "|"))
      {
        isTable = true
        found.append(Mark(construct: .table, range: head))
      }
      if bytes[content].starts(with: ":::".utf8) {
        found.append(Mark(construct: .container, range: content))
      } else if line < 2, bytes[content].starts(with: ": ".utf8), content.count > 2 {
        found.append(Mark(construct: .definition, range: content))
      }
      previous = content
      line += 1
      start = (end ?? block.source.upperBound) + 1
    }
  }

  /// A line without the blanks and quotation marks before it and the blanks behind.
  private func content(_ line: Range<Int>) -> Range<Int> {
    let bytes = document.source.bytes[line]
    let isBlank = { (byte: UInt8) in byte <= Byte.space }
    let start = bytes.firstIndex { !isBlank($0) && $0 != UInt8(ascii: ">") } ?? line.upperBound
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return start..<max(start, end)
  }

  /// `| --- | :-: |` below the head of a table.
  private func isDelimiterRow(_ line: Range<Int>) -> Bool {
    let bytes = document.source.bytes[line]
    return bytes.contains(UInt8(ascii: "|")) && bytes.contains(Byte.hyphen)
      && bytes.allSatisfy { byte in
        byte == UInt8(ascii: "|") || byte == Byte.hyphen || byte == UInt8(ascii: ":")
          || byte == Byte.space || byte == Byte.tab
      }
  }
}
