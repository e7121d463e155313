internal import Diagnostics
internal import Markdown

/// A name in a draft, read in every way in which the path of a file could be meant by it.
struct AssetPath {
  /// The paths from the workspace's root, each once, byte by byte.
  let candidates: [String]

  /// Reads a name that stands in a draft of some folder.
  init(_ name: String, in folder: String) {
    var spellings = [name]
    for rewriting in Self.rewritings {
      // Most names hold nothing that could be read in two ways.
      for spelling in spellings where spelling.utf8.contains(where: rewriting.applies) {
        Self.add(rewriting.rewrite(spelling), to: &spellings)
      }
    }
    var candidates: [String] = []
    for spelling in spellings where !Self.isElsewhere(spelling) {
      // A site's root may be any of them: pages are built from the drafts.
      for place in [folder, DraftFolder.path, ""] {
        if let path = Self.resolve(spelling, in: place) { Self.add(path, to: &candidates) }
      }
    }
    self.candidates = candidates
  }

  private static func add(_ text: String, to list: inout [String]) {
    if !list.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { list.append(text) }
  }

  /// Another reading of a name, and the bytes without which it would be the same.
  private struct Rewriting: Sendable {
    let applies: @Sendable (UInt8) -> Bool
    let rewrite: @Sendable (String) -> String

    init(_ marks: String, _ rewrite: @escaping @Sendable (String) -> String) {
      let marks = Array(marks.utf8)
      applies = { marks.contains($0) }
      self.rewrite = rewrite
    }
  }

  private static let rewritings = [
    Rewriting("&\\", resolvingReferences), Rewriting("?#", withoutQuery),
    Rewriting(".,:;!? ", withoutPunctuation), Rewriting("%", unescaped),
    Rewriting("\\", withSlashes), Rewriting(":", withoutScheme),
  ]

  /// Whether a name is an address of another site: `https://…`.
  private static func isElsewhere(_ name: String) -> Bool {
    hasScheme(name) && withoutScheme(name).utf8.starts(with: "//".utf8)
  }

  /// Drops what could be an address's beginning, and could be the name of a parameter.
  private static func withoutScheme(_ name: String) -> String {
    guard hasScheme(name), let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return name
    }
    let rest = name.utf8[name.utf8.index(after: colon)...]
    return rest.starts(with: "//".utf8) ? name : String(rest) ?? name
  }

  /// What a page asks for under a name.
  enum Target {
    /// A file of the draft's folder, by its path from the workspace's root.
    case beside(String)
    /// What lies outside of the workspace.
    case outside
    /// What the whole site has there: a page, or a file of whatever the site is built from.
    case ofSite
    /// Something of another site, or what a template will make of it.
    case elsewhere
  }

  /// The beginnings of addresses of other sites, as browsers read them, and of Liquid's output.
  static let otherSites = ["//", "/\\", "\\/", "\\\\", "{{"]

  /// Returns what a page asks for.
  static func target(of destination: String, in folder: String) -> Target {
    let bytes = destination.utf8
    if hasScheme(destination) || otherSites.contains(where: { bytes.starts(with: $0.utf8) }) {
      return .elsewhere
    }
    if bytes.first == UInt8(ascii: "/") { return .ofSite }
    let path = resolve(unescaped(withoutQuery(destination)), in: folder)
    return path.map(Target.beside) ?? .outside
  }

  /// Whether a name begins as an address of another kind does (RFC 3986, section 3.1).
  private static func hasScheme(_ name: String) -> Bool {
    let scheme = name.utf8.prefix { byte in
      Byte.isLetter(byte) || Byte.isDigit(byte) || "+-.".utf8.contains(byte)
    }
    return scheme.first.map(Byte.isLetter) ?? false
      && scheme.endIndex < name.utf8.endIndex && name.utf8[scheme.endIndex] == UInt8(ascii: ":")
  }

  /// Resolves backslashes and references as Markdown does, and references without a semicolon as
  /// browsers do.
  private static func resolvingReferences(_ name: String) -> String {
    let line = closingReferences(name).filter { !$0.isNewline && $0 != "<" && $0 != ">" }
    let link = try? Document(parsing: SourceText(path: "", text: "[x](<\(line)>)"))
    return link?.links.first?.destination ?? name
  }

  private static func closingReferences(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "#")) else { return name }
    return name.replacing(#/&#(?<number>[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?/#) {
      "&#\($0.number);"
    }
  }

  private static func withoutQuery(_ name: String) -> String {
    // A combining mark behind it makes another character of it, and no other byte.
    String(name.unicodeScalars.prefix { $0 != "?" && $0 != "#" })
  }

  /// Drops what ends a sentence rather than a name, and blanks around it.
  private static func withoutPunctuation(_ name: String) -> String {
    let bytes = name.utf8.drop { $0 == Byte.space }
    let end = bytes.lastIndex { !".,:;!? ".utf8.contains($0) }
    return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? name
  }

  /// Resolves per cent signs (RFC 3986, section 2.1).
  private static func unescaped(_ name: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(isHexadecimal),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  /// Browsers take one slash for the other.
  private static func withSlashes(_ name: String) -> String {
    name.replacing("\\", with: "/")
  }

  /// Returns a path from the workspace's root, or `nil` if it leaves that or is the root.
  private static func resolve(_ name: String, in folder: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in name.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let path = parts.joined(separator: "/")
    return FileStore.isInside(path) ? path : nil
  }
}
