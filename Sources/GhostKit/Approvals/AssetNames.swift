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
    /// Whether the page surely needs it, so that it is a fault if no such file is there.
    let isNeeded: Bool
  }

  private(set) var names: [Name] = []
  /// Whether there are more than were gathered: nobody knows then what the draft names.
  private(set) var isCut = false
  private var length = 0
  /// By their bytes: Swift takes two spellings of a letter for one, and a file system does not.
  private var seen: Set<[UInt8]> = []
  private let bytes: [UInt8]

  init(in document: Document, frontMatter: YAMLNode?) {
    bytes = document.source.bytes
    for link in document.links where link.kind != .autolink {
      add(link.destination, at: link.destinationSource ?? link.source, isNeeded: true)
    }
    scan(DisjointRanges(document.rawHTML))
    if let frontMatter { addScalars(of: frontMatter) }
  }

  private mutating func add(_ text: String, at range: Range<Int>, isNeeded: Bool = false) {
    guard !text.isEmpty else { return }
    if seen.insert(Array(text.utf8)).inserted || isNeeded {
      names.append(Name(text: text, range: range, isNeeded: isNeeded))
    }
  }

  /// A byte can stand in a word, between quotes of two kinds and behind a bracket; in more names
  /// only where definitions stand within definitions.
  private static let mostReadings = 8

  private mutating func add(_ range: Range<Int>, isNeeded: Bool = false) {
    length += range.count
    isCut = isCut || length > Self.mostReadings * bytes.count
    guard !isCut else { return }
    // Browsers take line breaks and tabs out of an address (WHATWG URL Standard, section 4.4).
    let kept = bytes[range].filter {
      $0 != Byte.lineFeed && $0 != Byte.carriageReturn && $0 != Byte.tab
    }
    add(String(decoding: kept, as: UTF8.self), at: range, isNeeded: isNeeded)
  }

  private mutating func addScalars(of node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): add(text, at: node.range)
    case .sequence(let items): for item in items { addScalars(of: item) }
    case .mapping(let entries): for entry in entries { addScalars(of: entry.value) }
    }
  }

  // MARK: The source

  /// What a byte means for where names begin and end.
  private enum Role {
    case letter, pathMark, separator, singleQuote, doubleQuote, bracket
  }

  /// Finds words that look like paths, what stands between quotes, and definitions, in one pass.
  private mutating func scan(_ rawHTML: DisjointRanges) {
    var word = 0
    var couldBePath = false
    var quotes: (single: Int?, double: Int?) = (nil, nil)
    for index in bytes.indices where !isCut {
      let role = Self.role(of: bytes[index])
      switch role {
      case .letter: continue
      case .pathMark:
        couldBePath = true
        continue
      case .separator: break
      case .singleQuote:
        addQuoted(from: quotes.single, to: index, rawHTML)
        quotes.single = index + 1
      case .doubleQuote:
        addQuoted(from: quotes.double, to: index, rawHTML)
        quotes.double = index + 1
      case .bracket: addDefinition(behind: index)
      }
      if couldBePath { add(word..<index) }
      (word, couldBePath) = (index + 1, false)
    }
    if couldBePath { add(word..<bytes.count) }
  }

  private static func role(of byte: UInt8) -> Role {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "%"),
      UInt8(ascii: "&"):
      .pathMark
    case UInt8(ascii: "'"): .singleQuote
    case UInt8(ascii: "\""): .doubleQuote
    case UInt8(ascii: "]"): .bracket
    case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "`"),
      UInt8(ascii: "*"):
      .separator
    default: .letter
    }
  }

  /// Each quote could be the first of two, of HTML, a shortcode or a Liquid tag.
  private mutating func addQuoted(from start: Int?, to end: Int, _ rawHTML: DisjointRanges) {
    guard let start else { return }
    add(start..<end, isNeeded: isNeeded(start - 1, in: rawHTML))
  }

  private static let needed: Set<String> = ["src", "href", "poster", "data"]

  /// Whether a quote begins the value of an attribute that a page cannot do without.
  private func isNeeded(_ quote: Int, in rawHTML: DisjointRanges) -> Bool {
    guard !rawHTML.isEmpty, let sign = bytes[..<quote].lastIndex(where: { $0 > Byte.space }),
      bytes[sign] == UInt8(ascii: "="), rawHTML.contains(quote)
    else { return false }
    let name = bytes[..<sign].suffix(16).reversed().drop { $0 <= Byte.space }
      .prefix(while: Byte.isLetter).reversed()
    return Self.needed.contains(String(decoding: Array(name), as: UTF8.self).lowercased())
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

  private static func endsBrackets(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == Byte.lineFeed
  }
}
