internal import Diagnostics
internal import Markdown
internal import YAML

/// A place of a draft's front matter in which Hugo or Jekyll would read something else than ghost.
///
/// Whoever approves a draft approves what its page will be, and who must approve it follows from what
/// ghost reads: where two readers differ, nobody can say what was approved. Tried with Hugo 0.168 and
/// Jekyll's `Document::YAML_FRONT_MATTER_REGEXP` and `Utils.pluralized_array_from_hash`.
struct OtherReading {
  enum Kind {
    /// A key that is one of ghost's but for its case.
    case otherCase(String, known: String)
    /// One of ghost's keys among those that Hugo takes for the page's own.
    case lifted(String, from: String)
    case tag(String?)
    /// A line that ends the front matter elsewhere.
    case fence(String, reader: String)
    /// A line break to YAML 1.1 or to Hugo, and to others none.
    case lineBreak
  }

  let kind: Kind
  /// The bytes of the file.
  let range: Range<Int>

  /// Nobody reads more of the same, and each place costs a pass over the file.
  private static let most = 20

  /// Returns what is found, by kind.
  static func all(of document: borrowing Document, _ tree: YAMLNode) -> [OtherReading] {
    guard let content = document.frontMatter?.content else { return [] }
    let bytes = document.source.bytes
    var found = lines(of: bytes, content)
    if document.mayHoldInvisible { found += separators(in: bytes, content) }
    for entry in tree.entries ?? [] { found += readings(of: entry) }
    return Array(found.prefix(most))
  }

  // MARK: Lines

  private static func lines(of bytes: [UInt8], _ content: Range<Int>) -> [OtherReading] {
    let span = bytes.span
    var found: [OtherReading] = []
    var isStart = true
    for index in content where found.count < most {
      let byte = span[index]
      if isStart, byte == Byte.hyphen || byte == UInt8(ascii: "."),
        let fence = fence(bytes[index..<content.upperBound])
      {
        found.append(fence)
      }
      isStart = byte == Byte.lineFeed || byte == Byte.carriageReturn
      if byte == Byte.carriageReturn,
        index + 1 == content.upperBound || span[index + 1] != Byte.lineFeed
      {
        found.append(OtherReading(kind: .lineBreak, range: index..<index + 1))
      }
    }
    return found
  }

  /// Hugo ends front matter at `---` and whatever stands behind, Jekyll also at `...` alone.
  private static func fence(_ rest: ArraySlice<UInt8>) -> OtherReading? {
    let range = rest.startIndex..<rest.startIndex + min(3, rest.count)
    if rest.starts(with: "---".utf8) {
      return OtherReading(kind: .fence("---", reader: "Hugo"), range: range)
    }
    guard rest.starts(with: "...".utf8) else { return nil }
    let next = rest.dropFirst(3).first { $0 > Byte.space || $0 == Byte.lineFeed }
    let isAlone = next == nil || next == Byte.lineFeed
    return isAlone ? OtherReading(kind: .fence("...", reader: "Jekyll"), range: range) : nil
  }

  private static let separators: [[UInt8]] = [
    [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
  ]

  /// U+0085, U+2028 and U+2029 end a line of YAML 1.1 and not one of YAML 1.2.
  private static func separators(in bytes: [UInt8], _ content: Range<Int>) -> [OtherReading] {
    var found: [OtherReading] = []
    for index in content where found.count < most && bytes[index] >= 0xC2 {
      let rest = bytes[index..<content.upperBound]
      guard let mark = separators.first(where: { rest.starts(with: $0) }) else { continue }
      found.append(OtherReading(kind: .lineBreak, range: index..<index + mark.count))
    }
    return found
  }

  // MARK: Keys

  private static func readings(of entry: YAMLNode.Entry) -> [OtherReading] {
    if known.contains(entry.key) { return [] }
    let key = folded(entry.key)
    switch key {
    case "params": return lifted(from: entry.key, entry.value)
    case "cascade":
      let parts = entry.value.items ?? [entry.value]
      return parts.flatMap { part in
        let inner = (part.entries ?? []).filter { folded($0.key) == "params" }
        return lifted(from: entry.key, part) + inner.flatMap { lifted(from: entry.key, $0.value) }
      }
    case "tag" where entry.key == key:
      return [OtherReading(kind: .tag(entry.value.text), range: entry.keyRange)]
    default:
      guard known.contains(key) else { return [] }
      return [OtherReading(kind: .otherCase(entry.key, known: key), range: entry.keyRange)]
    }
  }

  private static func lifted(from name: String, _ node: YAMLNode) -> [OtherReading] {
    (node.entries ?? []).filter { known.contains(folded($0.key)) }.map {
      OtherReading(kind: .lifted($0.key, from: name), range: $0.keyRange)
    }
  }

  private static let known = Set(Metadata.fields.map(\.name))

  /// Returns a key in small letters, as Go makes them: also of U+0130 and of the Kelvin sign.
  private static func folded(_ key: String) -> String {
    if key.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return key }
    var result = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar.value {
      case 0x130, 0x131: result.append("i")
      case 0x17F: result.append("s")
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(result)
  }
}

extension OtherReading {
  func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic(
      .error,
      "front-matter-ambiguous",
      message,
      at: source.location(of: range),
      hint: hint
    )
  }

  private var message: String {
    switch kind {
    case .otherCase(let key, let known): "Hugo reads '\(key)' as '\(known)'"
    case .lifted(let key, let name): "Hugo reads '\(key)' in '\(name)' as a key of the draft"
    case .tag: "Jekyll reads 'tag' as one of the tags"
    case .fence(let mark, let reader): "\(reader) ends the front matter at this line '\(mark)'"
    case .lineBreak: "other programs differ on whether a line ends here"
    }
  }

  private var hint: String {
    switch kind {
    case .otherCase(_, let known): "write '\(known)', or give the key another name"
    case .lifted(_, let name): "write it outside of '\(name)', or give the key another name"
    case .tag(let value?) where value.utf8.count <= 40:
      "write it as one of them: 'tags: [\(ScalarWriter.write(value))]'"
    case .tag: "write them under 'tags'"
    case .fence: "delete it, or put blanks before it"
    case .lineBreak: "delete it, and end each line with LF or CRLF"
    }
  }
}
