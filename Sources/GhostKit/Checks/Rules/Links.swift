internal import Diagnostics
internal import Markdown

extension Check {
  /// A link that runs a program in the reader's browser, or that only works on one machine.
  static let unsafeLink = Check(
    "unsafe-link",
    "links and images lead to the web, to a person or to a file of the workspace",
    help: """
      A link may begin with https:, http:, mailto: or tel:, or be the path of a file. Others, such \
      as javascript:, data: or file:, are refused.
      """,
    .draft { draft in
      var told = ToldDefinitions()
      return draft.document.links.compactMap { link in
        guard let scheme = scheme(of: link.destination), !safeSchemes.contains(scheme),
          told.isNew(link)
        else { return nil }
        return Finding(
          range: link.destinationSource ?? link.source,
          message: "'\(scheme):' is no safe beginning of a link",
          hint: "link to https:, mailto: or a file of the workspace"
        )
      }
    }
  )

  /// A picture that is not there.
  static let missingTarget = Check(
    "missing-target",
    "files that are linked or shown are there",
    help: """
      The path of a link or an image starts at the draft's own folder: in Drafts/cfo-pricing.md, \
      '![Margins](media/margins.png)' shows Drafts/media/margins.png. That \
      of an image may begin with / and start at Drafts/ or at the workspace's root. Correct the \
      path, or add the file.
      """,
    .draft { draft in
      // By their bytes: Swift takes two spellings of a letter for one, and a file system does not.
      var known: [[UInt8]: Bool] = [:]
      var told = ToldDefinitions()
      return draft.document.links.compactMap { link in
        let isImage = link.kind == .image
        guard let path = localPath(of: link.destination, isImage) else { return nil }
        let name = Array(path.utf8) + [isImage ? 1 : 0]
        let isFound = known[name] ?? isThere(path, for: draft, isImage)
        known[name] = isFound
        guard !isFound, told.isNew(link) else { return nil }
        let place = path.first == "/" ? "in the workspace" : "beside the draft"
        return Finding(
          range: link.destinationSource ?? link.source,
          message: "there is no file '\(path)' \(place)",
          hint: hint(forMissing: path)
        )
      }
    }
  )

  private static let safeSchemes: Set<String> = ["https", "http", "mailto", "tel"]

  /// Returns what stands before the first colon, as a browser reads it: without control characters
  /// and blanks, in lower case (WHATWG URL Standard, section 4.4).
  private static func scheme(of destination: String) -> String? {
    guard let end = endOfScheme(destination) else { return nil }
    let bytes = destination.utf8[..<end].filter { $0 > Byte.space }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Where the first colon stands, if what stands before it is a scheme.
  private static func endOfScheme(_ destination: String) -> String.Index? {
    let bytes = destination.utf8
    let isOther = { (byte: UInt8) in byte > Byte.space && !isSchemeByte(byte) }
    guard let end = bytes.firstIndex(where: isOther), bytes[end] == UInt8(ascii: ":"),
      bytes[..<end].contains(where: { $0 > Byte.space })
    else { return nil }
    return end
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || Byte.isDigit(byte)
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Returns the path of a file of the workspace; `nil` for the site's pages and the web's.
  ///
  /// An image is no page: what the site has of its own is a file of the workspace all the same.
  private static func localPath(of destination: String, _ isImage: Bool) -> String? {
    let others = isImage ? AssetPath.otherSites : ["/"] + AssetPath.otherSites
    guard endOfScheme(destination) == nil,
      !others.contains(where: { destination.utf8.starts(with: $0.utf8) })
    else { return nil }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    return path.isEmpty ? nil : unescaped(path)
  }

  /// Says what was meant, where that is plain to see.
  private static func hint(forMissing path: String) -> String {
    if path.lowercased().hasPrefix("www.") { return "begin it with https://" }
    let isAddress = path.contains("@") && !path.contains("/")
    return isAddress ? "begin it with mailto:" : "correct the path, or add the file"
  }

  private static func isThere(_ path: String, for draft: Draft, _ isImage: Bool) -> Bool {
    let folder = draft.path.split(separator: "/").dropLast().joined(separator: "/")
    let places = path.first == "/" ? [folder, DraftFolder.path, ""] : [folder]
    return places.contains { place in
      guard let file = resolve(path, in: place) else { return false }
      // Whatever keeps the file from being found keeps the page from showing it.
      let kind = try? draft.surroundings.files.kind(of: file)
      return kind != nil && !(isImage && kind == .folder)
    }
  }

  private static func resolve(_ path: String, in folder: String) -> String? {
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(String(part))
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// Resolves per cent signs (RFC 3986, section 2.1).
  private static func unescaped(_ path: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = path.utf8
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, digits.utf8.first != UInt8(ascii: "+"),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The definitions of links that were told to be at fault: each is wrong in one place, however
/// often the draft refers to it.
struct ToldDefinitions {
  private var destinations: Set<String> = []

  /// Whether a link has its own destination, or is the first with that of its definition.
  mutating func isNew(_ link: Link) -> Bool {
    link.kind == .autolink || link.destinationSource != nil
      || destinations.insert(link.destination).inserted
  }
}
