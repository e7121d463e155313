internal import Diagnostics
internal import Markdown

extension Check {
  /// A picture that can be another one tomorrow.
  static let remoteImage = Check(
    "remote-image",
    "images lie in the workspace",
    help: """
      What another site shows may change after the approval, and tells that site who reads the \
      page. Save the image in Drafts/media/ and show it from there: ![Margins](media/margins.png). \
      Where it has to stay elsewhere, .ghost/policy.yml says: allow: [remote-images]
      """,
    .draft { draft in
      guard !draft.surroundings.allows(.remoteImages) else { return [] }
      var told = ToldDefinitions()
      let images = draft.document.links.filter { link in
        link.kind == .image && isRemote(link.destination.utf8) && told.isNew(link)
      }
      .map { $0.destinationSource ?? $0.source }
      return (images + inFrontMatter(draft.document) + inHTML(draft.document)).map {
        Finding(
          range: $0,
          message: "the image is on another site, which can change it",
          hint: "save it in Drafts/media/ and show it from there"
        )
      }
    }
  )

  private static func isRemote(_ address: some Collection<UInt8>) -> Bool {
    let address = address.drop { $0 <= Byte.space }
    if address.starts(with: "//".utf8) { return true }
    let start = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
    return start.hasPrefix("http:") || start.hasPrefix("https:")
  }

  /// Values such as 'image: https://a.example/b.png', whatever their key is called.
  private static func inFrontMatter(_ document: Document) -> [Range<Int>] {
    guard let content = document.frontMatter?.content else { return [] }
    let bytes = document.source.bytes
    return words(in: bytes, content).filter { word in
      guard isRemote(bytes[word]) else { return false }
      let path = bytes[word].prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
      return imageTypes.contains(String(decoding: path[dot...], as: UTF8.self).lowercased())
    }
  }

  private static let imageTypes: Set<String> = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg",
  ]

  /// HTML, where the policy allows it.
  private static func inHTML(_ document: Document) -> [Range<Int>] {
    let bytes = document.source.bytes
    return document.rawHTML.flatMap { range -> [Range<Int>] in
      let tag = String(decoding: bytes[range].prefix(5), as: UTF8.self).lowercased()
      guard tag == "<img " || bytes[range].contains(Byte.lineFeed) else { return [] }
      return words(in: bytes, range).filter { isRemote(bytes[$0]) && isSource($0, bytes) }
    }
  }

  /// Whether 'src=' stands before a word.
  private static func isSource(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[max(0, word.lowerBound - 5)..<word.lowerBound]
    return String(decoding: before, as: UTF8.self).lowercased().contains("src=")
  }

  /// What stands between blanks, quotes, brackets and equal signs.
  private static func words(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes[range].split { byte in
      byte <= Byte.space || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
    }
    .map { $0.startIndex..<$0.endIndex }
  }
}
