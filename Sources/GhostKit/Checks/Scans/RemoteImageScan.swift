internal import Diagnostics
internal import Markdown

/// Finds images of other sites in what CommonMark takes for text and others for an image: shortcodes
/// and Liquid tags, an image with a blank in its address, and `![[…]]`.
///
/// It looks at what libcmark left in the text, so that links are none; what begins in code is none
/// either. Sources: Hugo's shortcodes, kramdown, Obsidian.
struct RemoteImageScan {
  private let document: Document
  private let text: PlainText
  private var found: [Range<Int>] = []
  private var braces = PairSearch("{", ["{", "%"])
  private var images = PairSearch("!", ["["])
  private var brackets = PairSearch("]", ["("])

  init(of document: Document) {
    self.document = document
    text = document.text
  }

  /// Returns the places of the addresses in the file.
  mutating func addresses() -> [Range<Int>] {
    addInTags()
    // Most texts have nothing of the kind.
    guard nextOpening(from: 0) != nil else { return found }
    var code = text.blocks.lazy.filter { $0.kind == .code }.map(\.text).makeIterator()
    var block = code.next()
    var index = 0
    while let mark = nextOpening(from: index) {
      while let one = block, one.upperBound <= mark { block = code.next() }
      if let one = block, one.lowerBound <= mark {
        index = one.upperBound
      } else if text.hasCode(in: mark..<mark + 2) || !isWritten(at: mark) {
        index = mark + 2
      } else if text.bytes[mark] == UInt8(ascii: "!") {
        index = readImage(at: mark)
      } else {
        index = readShortcode(at: mark)
      }
    }
    return found
  }

  private mutating func nextOpening(from start: Int) -> Int? {
    let bytes = text.bytes
    let mark = min(braces.place(in: bytes, from: start), images.place(in: bytes, from: start))
    return mark < bytes.count ? mark : nil
  }

  /// Whether no backslash and no reference made it text.
  private func isWritten(at index: Int) -> Bool {
    let place = text.source(of: index..<index + 2)
    return document.source.bytes[place].elementsEqual(text.bytes[index..<index + 2])
  }

  /// Nothing that is longer is looked for, so that a text full of openings costs little.
  private static let longest = 2000

  // MARK: Shortcodes

  /// Reads from `{{` to `}}`; returns where it ends.
  private mutating func readShortcode(at start: Int) -> Int {
    let bytes = text.bytes
    let closing = bytes[start + 1] == UInt8(ascii: "%") ? UInt8(ascii: "%") : UInt8(ascii: "}")
    let rest = bytes[start + 2..<min(bytes.count, start + Self.longest)]
    let end =
      rest.indices.first { index in
        rest[index] == closing && index + 1 < rest.endIndex && rest[index + 1] == UInt8(ascii: "}")
      } ?? rest.endIndex
    let inside = start + 2..<end
    // Hugo's way to show a shortcode: '{{</* figure */>}}'.
    let opening = text.source(of: start..<start + 2).upperBound
    if document.source.bytes[opening...].prefix(3).contains(UInt8(ascii: "*")) {
      return inside.upperBound
    }
    let name = bytes[inside].drop { !Byte.isLetter($0) }.prefix { Byte.isLetter($0) || $0 == 0x5F }
    let isImage = Check.isImageKey(String(decoding: name, as: UTF8.self))
    for word in Self.words(in: bytes, inside) {
      let address = bytes[word]
      if isImage && !isLink(word, inside) ? Check.isRemote(address) : Check.isRemoteImage(address) {
        found.append(text.source(of: word))
      }
    }
    return inside.upperBound
  }

  /// Whether a word is where an image leads to, or what is said of it: `link="https://…"`.
  private func isLink(_ word: Range<Int>, _ inside: Range<Int>) -> Bool {
    let before = text.bytes[inside.lowerBound..<word.lowerBound].suffix(20)
    let key = before.reversed().drop { !Byte.isLetter($0) }.prefix(while: Byte.isLetter).reversed()
    let name = String(decoding: Array(key), as: UTF8.self).lowercased()
    return before.contains(UInt8(ascii: "="))
      && ["link", "href", "attr", "caption", "alt", "title"].contains { name.contains($0) }
  }

  /// What stands between blanks, quotes, brackets and the marks of parameters.
  private static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes[range].split(whereSeparator: endsWord).map { word in
      // A parameter without quotes: 'src=https://…'.
      let key = word.prefix { Byte.isLetter($0) || $0 == Byte.hyphen || $0 == UInt8(ascii: "_") }
      let isParameter =
        !key.isEmpty && key.endIndex < word.endIndex && bytes[key.endIndex] == UInt8(ascii: "=")
      return (isParameter ? key.endIndex + 1 : word.startIndex)..<word.endIndex
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
      UInt8(ascii: ","):
      true
    default: false
    }
  }

  /// Without a blank behind its bracket, a shortcode is half of it a tag of HTML: `{{<figure …>}}`.
  private mutating func addInTags() {
    let source = document.source.bytes
    for tag in document.rawHTML where source[..<tag.lowerBound].suffix(2).elementsEqual("{{".utf8) {
      found += Self.words(in: source, tag).filter { Check.isRemoteImage(source[$0]) }
    }
  }

  // MARK: Images

  /// Reads `![…](…)`, or `![[…]]`; returns where to go on.
  private mutating func readImage(at start: Int) -> Int {
    let bytes = text.bytes
    let rest = bytes[start + 2..<min(bytes.count, start + Self.longest)]
    var address: ArraySlice<UInt8>
    if rest.first == UInt8(ascii: "[") {
      address = rest.dropFirst().prefix { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "|") }
    } else {
      let bracket = brackets.place(in: bytes, from: start + 2)
      guard bracket + 2 < rest.endIndex else { return start + 2 }
      address = rest[(bracket + 2)...].prefix { $0 != UInt8(ascii: ")") && $0 != Byte.lineFeed }
    }
    address = address.drop { $0 <= Byte.space || $0 == UInt8(ascii: "<") }
    guard Check.isRemote(address) else { return start + 2 }
    let end = address.lastIndex { $0 > Byte.space }.map { $0 + 1 } ?? address.startIndex
    found.append(text.source(of: address.startIndex..<end))
    return end
  }
}

/// Finds one of some pairs of bytes again and again, each of them looked for once.
private struct PairSearch {
  private let first: UInt8
  private let second: [UInt8]
  private var next = -1

  init(_ first: Unicode.Scalar, _ second: [Unicode.Scalar]) {
    self.first = UInt8(ascii: first)
    self.second = second.map { UInt8(ascii: $0) }
  }

  /// Returns the place of the next one at or behind an offset, or the end.
  mutating func place(in bytes: [UInt8], from start: Int) -> Int {
    guard next < start else { return next }
    next = bytes.count
    var place = bytes.firstIndex(of: first, from: start)
    while let index = place {
      if index + 1 < bytes.count, second.contains(bytes[index + 1]) {
        next = index
        break
      }
      place = bytes.firstIndex(of: first, from: index + 1)
    }
    return next
  }
}
