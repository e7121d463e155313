internal import Diagnostics
internal import Markdown
internal import YAML

extension Check {
  /// A picture that can be another one tomorrow.
  static let remoteImage = Check(
    "remote-image",
    "images lie in the workspace",
    help: """
      What another site shows may change after the approval, and tells that site who reads the \
      page. What Hugo makes an image of counts as one, too: {{< figure src="https://…" >}}. Save the \
      image in Drafts/media/ and show it from there: ![Margins](media/margins.png). \
      Where it has to stay elsewhere, .ghost/policy.yml says: allow: [remote-images]
      """,
    .draft { draft in
      guard !draft.surroundings.allows(.remoteImages) else { return [] }
      var told = ToldDefinitions()
      let images = draft.document.links.filter { link in
        link.kind == .image && isRemote(link.destination.utf8) && told.isNew(link)
      }
      .map { $0.destinationSource ?? $0.source }
      let inHTML = inHTML(draft.document)
      var scan = RemoteImageScan(of: draft.document)
      let inText = scan.addresses().filter { !inHTML.contains($0) }
      return (images + inFrontMatter(draft) + inHTML + inText).map {
        Finding(
          range: $0,
          message: "the image is on another site, which can change it",
          hint: "save it in Drafts/media/ and show it from there"
        )
      }
    }
  )

  /// Whether a browser would ask another site (WHATWG URL Standard, section 4.4: control characters
  /// and blanks go, and backslashes are slashes).
  static func isRemote(_ address: some Collection<UInt8>) -> Bool {
    let start = address.lazy.filter { $0 > Byte.space }.prefix(8)
      .map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    if start.starts(with: "//".utf8) { return true }
    let text = String(decoding: Array(start), as: UTF8.self).lowercased()
    return text.hasPrefix("http:") || text.hasPrefix("https:")
  }

  /// Values such as 'image: https://a.example/b.png', as they stand and as YAML reads them.
  private static func inFrontMatter(_ draft: Draft) -> [Range<Int>] {
    let bytes = draft.document.source.bytes
    guard let content = draft.document.frontMatter?.content, mayBeRemote(bytes[content]) else {
      return []
    }
    let plain = words(in: bytes, content).filter { isRemoteImage(bytes[$0]) }
    // Front matter that cannot be read is a finding of its own.
    guard let tree = draft.frontMatter else { return plain }
    let seen = DisjointRanges(plain)
    let read = scalars(of: tree, isImage: false).filter { !seen.overlaps($0) }
    return (plain + read).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether there is any need to read it; escapes can hide everything.
  private static func mayBeRemote(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      switch bytes[index] {
      case UInt8(ascii: "\\"): return true
      case UInt8(ascii: "/"): return bytes[index...].starts(with: "//".utf8)
      case UInt8(ascii: ":"):
        let before = bytes[..<index]
        return before.hasSuffix("http") || before.hasSuffix("https")
      default: return false
      }
    }
  }

  /// Returns the values that are images: by their ending, or by the key that they stand under.
  private static func scalars(of node: YAMLNode, isImage: Bool) -> [Range<Int>] {
    switch node.content {
    case .scalar(let text, _):
      let isFound = text.utf8.split(whereSeparator: endsWord).contains { word in
        isImage ? isRemote(word) : isRemoteImage(word)
      }
      return isFound ? [node.range] : []
    case .sequence(let items): return items.flatMap { scalars(of: $0, isImage: isImage) }
    case .mapping(let entries):
      return entries.flatMap { entry in
        scalars(of: entry.value, isImage: isImage || isImageKey(entry.key))
      }
    }
  }

  /// Whether themes take what stands under a key for an image: 'og_image', 'heroImage', 'cover'.
  static func isImageKey(_ key: String) -> Bool {
    let key = key.lowercased()
    return imageParts.contains { key.contains($0) }
      || key.split { !$0.isLetter }.contains { imageWords.contains(String($0)) }
  }

  private static let imageParts = ["image", "img", "thumb", "photo", "picture", "banner"]
  private static let imageWords: Set<String> = [
    "cover", "covers", "hero", "poster", "avatar", "logo", "icon", "favicon", "background",
    "gallery", "figure", "screenshot", "screenshots", "illustration", "teaser",
  ]

  static func isRemoteImage(_ address: some BidirectionalCollection<UInt8>) -> Bool {
    guard isRemote(address) else { return false }
    let path = address.prefix { !"?#&;".utf8.contains($0) }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return imageTypes.contains(String(decoding: path[dot...], as: UTF8.self).lowercased())
  }

  private static let imageTypes: Set<String> = [
    ".png", ".apng", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".svgz", ".bmp",
    ".ico", ".tif", ".tiff", ".heic", ".jxl",
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
    bytes[range].split(whereSeparator: endsWord).map { $0.startIndex..<$0.endIndex }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}

extension ArraySlice<UInt8> {
  /// Whether it ends with a word of small letters, whatever the case of its own.
  fileprivate func hasSuffix(_ word: String) -> Bool {
    let letters = word.utf8
    return count >= letters.count
      && suffix(letters.count).elementsEqual(letters) { $0 | 0x20 == $1 }
  }
}
