internal import Diagnostics
internal import Markdown
internal import YAML

/// Everything in a draft that could be the name of a file.
///
/// A name too many costs a look into a folder; a name too few would be an image that somebody can
/// swap. So the source is read without regard to any dialect: shortcodes, attributes and unused
/// definitions name files as links do. `README.md` in this folder specifies it.
struct AssetNames {
  struct Name: Hashable {
    let text: String
    /// Where it stands in the file.
    let range: Range<Int>
    /// What the page surely does with it, so that it is a fault if no such file is there.
    let use: Use
  }

  /// What a page does with a name.
  enum Use {
    /// Nothing, perhaps.
    case unknown
    /// It leads there, to a page as well as to a file.
    case link
    /// It loads the file.
    case shown
  }

  private(set) var names: [Name] = []
  /// Whether there are more than were gathered: nobody knows then what the draft names.
  private(set) var isCut = false
  private var length = 0
  private var references = 0
  /// By their bytes: Swift takes two spellings of a letter for one, and a file system does not.
  private var seen: Set<[UInt8]> = []
  private let bytes: [UInt8]
  /// The names in the folders that a name without a slash could lead to.
  private let known: NameFilter

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - document: The draft.
  ///   - frontMatter: Its front matter, if it could be read.
  ///   - known: What lies in its folder, in that of all drafts and at the workspace's root, to leave
  ///     out at once the words that end a sentence and name nothing.
  init(in document: Document, frontMatter: YAMLNode?, beside known: NameFilter) {
    bytes = document.source.bytes
    self.known = known
    for link in document.links where link.kind != .autolink {
      add(
        link.destination,
        at: link.destinationSource ?? link.source,
        as: link.kind == .image ? .shown : .link
      )
    }
    scan(DisjointRanges(document.rawHTML))
    if let frontMatter { addScalars(of: frontMatter) }
  }

  private mutating func add(_ text: String, at range: Range<Int>, as use: Use = .unknown) {
    guard !text.isEmpty, !isCut else { return }
    let isNew = seen.insert(Array(text.utf8)).inserted
    if isNew, text.utf8.contains(where: Self.mayRefer) {
      references += 1
      isCut = references > Self.mostReferences
    }
    if isNew || use != .unknown {
      names.append(Name(text: text, range: range, use: use))
    }
  }

  /// A byte can stand in a word, between quotes of two kinds and behind a bracket; in more names
  /// only where definitions stand within definitions.
  private static let mostReadings = 8

  /// Names that hold an escape or a reference are resolved one by one, as Markdown does.
  private static let mostReferences = 2000

  private static func mayRefer(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\")
  }

  private mutating func add(_ range: Range<Int>, as use: Use = .unknown) {
    length += range.count
    isCut = isCut || length > Self.mostReadings * bytes.count
    guard !isCut else { return }
    guard bytes[range].contains(where: Self.isBreak) else {
      guard use != .unknown || mayName(bytes.span.extracting(range)) else { return }
      return add(String(decoding: bytes[range], as: UTF8.self), at: range, as: use)
    }
    // Browsers take line breaks and tabs out of an address (WHATWG URL Standard, section 4.4).
    let kept = bytes[range].filter { !Self.isBreak($0) }
    guard use != .unknown || mayName(kept.span) else { return }
    add(String(decoding: kept, as: UTF8.self), at: range, as: use)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == Byte.tab
  }

  /// Whether anything that is there could be meant.
  ///
  /// `AssetPath` has further readings of what holds one of some marks. All else it takes for a file
  /// of the draft's folder, of that of all drafts or of the root, with and without what ends a sentence.
  private func mayName(_ name: Span<UInt8>) -> Bool {
    for index in name.indices where Self.hasFurtherReadings(name[index]) { return true }
    var start = 0
    while start < name.count, name[start] == Byte.space { start += 1 }
    var end = name.count
    while end > start, Self.endsSentence(name[end - 1]) { end -= 1 }
    return known.mayHold(name) || known.mayHold(name.extracting(start..<end))
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.space, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private static func hasFurtherReadings(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "%"), UInt8(ascii: "&"),
      UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  private mutating func addScalars(of node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): if mayName(Array(text.utf8).span) { add(text, at: node.range) }
    case .sequence(let items): for item in items { addScalars(of: item) }
    case .mapping(let entries): for entry in entries { addScalars(of: entry.value) }
    }
  }

  // MARK: The source

  /// Finds words that look like paths, what stands between quotes, and definitions, in one pass.
  private mutating func scan(_ rawHTML: DisjointRanges) {
    var quotes: (single: Int?, double: Int?, back: Int?) = (nil, nil, nil)
    var index = 0
    while !isCut, let mark = nextMark(from: index) {
      index = mark + 1
      switch bytes[mark] {
      case UInt8(ascii: "'"):
        addQuoted(from: quotes.single, to: mark, rawHTML)
        quotes.single = index
      case UInt8(ascii: "\""):
        addQuoted(from: quotes.double, to: mark, rawHTML)
        quotes.double = index
      case UInt8(ascii: "`"):
        if let start = quotes.back { add(start..<mark) }
        quotes.back = index
      case UInt8(ascii: "]"):
        addDefinition(behind: mark)
        addDestination(behind: mark)
      default:
        let start = bytes[..<mark].lastIndex(where: Self.endsWord).map { $0 + 1 } ?? 0
        index = bytes[mark...].firstIndex(where: Self.endsWord) ?? bytes.count
        add(start..<index)
      }
    }
  }

  /// The next quote, bracket, or mark by which a word looks like a path.
  private func nextMark(from start: Int) -> Int? {
    let bytes = bytes.span
    var index = start
    while index + 8 <= bytes.count {
      let next = EightBytes(of: bytes, at: index)
      // Each pair differs by its last bit: './', '\]', '&''.
      let marks =
        next.marks(ofPair: UInt8(ascii: ".")) | next.marks(ofPair: UInt8(ascii: "\\"))
        | next.marks(ofPair: UInt8(ascii: "&")) | next.marks(of: UInt8(ascii: "%"))
        | next.marks(of: UInt8(ascii: "\"")) | next.marks(of: UInt8(ascii: "`"))
      if marks != 0 { return index + EightBytes.count(before: marks) }
      index += 8
    }
    while index < bytes.count {
      if "./\\%&'\"`]".utf8.contains(bytes[index]) { return index }
      index += 1
    }
    return nil
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
      UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "'"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// Each quote could be the first of two, of HTML, a shortcode or a Liquid tag.
  private mutating func addQuoted(from start: Int?, to end: Int, _ rawHTML: DisjointRanges) {
    guard let start else { return }
    add(start..<end, as: use(of: start - 1, in: rawHTML))
  }

  private static let uses: [String: Use] = [
    "src": .shown, "poster": .shown, "data": .shown, "href": .link,
  ]

  /// What a page does with the value that a quote begins.
  private func use(of quote: Int, in rawHTML: DisjointRanges) -> Use {
    guard !rawHTML.isEmpty, let sign = bytes[..<quote].lastIndex(where: { $0 > Byte.space }),
      bytes[sign] == UInt8(ascii: "="), rawHTML.contains(quote)
    else { return .unknown }
    let name = bytes[..<sign].suffix(16).reversed().drop { $0 <= Byte.space }
      .prefix(while: Byte.isLetter).reversed()
    return Self.uses[String(decoding: Array(name), as: UTF8.self).lowercased()] ?? .unknown
  }

  /// Where a definition leads, used or not.
  private mutating func addDefinition(behind bracket: Int) {
    guard bracket + 2 < bytes.count, bytes[bracket + 1] == UInt8(ascii: ":"),
      let start = bytes[(bracket + 2)...].firstIndex(where: { $0 > Byte.space })
    else { return }
    if bytes[start] == UInt8(ascii: "<") {
      let rest = bytes[(start + 1)...]
      add(start + 1..<(rest.firstIndex(where: Self.endsBrackets) ?? bytes.count))
    } else {
      add(start..<(bytes[start...].firstIndex { $0 <= Byte.space } ?? bytes.count))
    }
  }

  /// Where a link leads that has a blank in its address, as kramdown reads it.
  private mutating func addDestination(behind bracket: Int) {
    guard bracket + 2 < bytes.count, bytes[bracket + 1] == UInt8(ascii: "(") else { return }
    let rest = bytes[(bracket + 2)...].prefix(while: Self.mayBeInDestination)
    guard rest.endIndex < bytes.count, bytes[rest.endIndex] == UInt8(ascii: ")"),
      rest.contains(Byte.space)
    else { return }
    add(rest.startIndex..<rest.endIndex)
  }

  private static func mayBeInDestination(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: ")") && byte != UInt8(ascii: "(") && byte != Byte.lineFeed
  }

  private static func endsBrackets(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == Byte.lineFeed
  }
}
