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
  /// By their bytes: Swift takes two spellings of a letter for one, and a file system does not.
  private var seen: Set<[UInt8]> = []
  private let bytes: [UInt8]

  init(in document: Document, frontMatter: YAMLNode?) {
    bytes = document.source.bytes
    for link in document.links where link.kind != .autolink {
      add(link.destination, at: link.destinationSource ?? link.source, isNeeded: true)
    }
    addQuoted(in: document.rawHTML)
    addDefinitions(in: document.body)
    if let frontMatter { addScalars(of: frontMatter) }
    addWords()
  }

  private mutating func add(_ text: String, at range: Range<Int>, isNeeded: Bool = false) {
    guard !text.isEmpty else { return }
    if seen.insert(Array(text.utf8)).inserted || isNeeded {
      names.append(Name(text: text, range: range, isNeeded: isNeeded))
    }
  }

  private mutating func add(_ range: Range<Int>, isNeeded: Bool = false) {
    // Browsers take line breaks and tabs out of an address (WHATWG URL Standard, section 4.4).
    let kept = bytes[range].filter {
      $0 != Byte.lineFeed && $0 != Byte.carriageReturn && $0 != Byte.tab
    }
    add(String(decoding: kept, as: UTF8.self), at: range, isNeeded: isNeeded)
  }

  /// What stands between two quotes, of HTML, a shortcode or a Liquid tag: each quote could be the
  /// first of two.
  private mutating func addQuoted(in rawHTML: [Range<Int>]) {
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
      var start: Int?
      for index in bytes.indices where bytes[index] == quote {
        if let start { add(start..<index, isNeeded: isNeeded(start - 1, in: rawHTML)) }
        start = index + 1
      }
    }
  }

  /// Whether a quote begins the value of an attribute that a page cannot do without.
  private func isNeeded(_ quote: Int, in rawHTML: [Range<Int>]) -> Bool {
    let sign = bytes[..<quote].lastIndex { $0 > Byte.space }
    guard let sign, bytes[sign] == UInt8(ascii: "="),
      rawHTML.contains(where: { $0.contains(quote) })
    else { return false }
    return Self.needed.contains(word(before: sign))
  }

  private static let needed: Set<String> = ["src", "href", "poster", "data"]

  private func word(before end: Int) -> String {
    let name = bytes[..<end].suffix(16).reversed().drop { $0 <= Byte.space }.prefix(
      while: Byte.isLetter
    ).reversed()
    return String(decoding: Array(name), as: UTF8.self).lowercased()
  }

  /// Where a definition leads, used or not.
  private mutating func addDefinitions(in body: Range<Int>) {
    for index in body.dropLast()
    where bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: ":") {
      let start = skipBlanks(from: index + 2)
      guard start < bytes.count else { continue }
      if bytes[start] == UInt8(ascii: "<") {
        add(start + 1..<(bytes[(start + 1)...].firstIndex(where: Self.endsBrackets) ?? bytes.count))
      } else {
        add(start..<(bytes[start...].firstIndex { $0 <= Byte.space } ?? bytes.count))
      }
    }
  }

  private mutating func addScalars(of node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): add(text, at: node.range)
    case .sequence(let items): for item in items { addScalars(of: item) }
    case .mapping(let entries): for entry in entries { addScalars(of: entry.value) }
    }
  }

  /// Whatever looks like a path, wherever it stands.
  private mutating func addWords() {
    var start = 0
    var couldBePath = false
    for index in 0...bytes.count {
      guard index == bytes.count || Self.separates(bytes[index]) else {
        couldBePath = couldBePath || Self.marksPath(bytes[index])
        continue
      }
      if couldBePath { add(start..<index) }
      (start, couldBePath) = (index + 1, false)
    }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte == 0x7F || separators.contains(byte)
  }

  private static let separators = Set("\"'()<>=,[]{}|`*".utf8)

  private static func marksPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "%"),
      UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private func skipBlanks(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 > Byte.space } ?? bytes.count
  }

  private static func endsBrackets(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == Byte.lineFeed
  }
}
