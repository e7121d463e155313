public import Diagnostics
public import YAML

/// The name of an executive, a topic, a format, a role or a draft, as files and commands use it.
///
/// Lower-case letters, digits and hyphens only: it is safe in a path, in a branch's name, in a web
/// address and in a shell, and two of them never differ in case alone.
public struct Slug: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let description: String

  /// Longer names no file system is sure to take, once a role, a number and an ending follow.
  public static let longest = 100

  /// Takes a name that is one; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let name = String(text)
    guard name.utf8.count <= Self.longest,
      unsafe name.utf8.withContiguousStorageIfAvailable({ unsafe Self.isName($0) }) ?? false
    else { return nil }
    description = name
  }

  private static func isName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe bytes.first != nil && bytes.first != Byte.hyphen
      && bytes.allSatisfy { isWordByte($0) || $0 == Byte.hyphen }
  }

  /// What a blank model holds until it is read.
  static let blank = Slug(known: "")

  private init(known name: String) { description = name }

  /// Takes a name from the command line.
  ///
  /// - Throws: `name` if it is none; whatever it is then, it reaches no path.
  public init(argument text: String, of kind: String) throws(Diagnostic) {
    guard let slug = Slug(text) else { throw .badName(text, kind: kind, near: .near(text)) }
    self = slug
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// Orders by the bytes.
  public static func < (left: Slug, right: Slug) -> Bool {
    left.description.precedesByBytes(right.description)
  }

  /// Returns the slug that somebody who wrote a title may have meant.
  static func near(_ text: String) -> Slug? {
    var bytes: [UInt8] = []
    for byte in text.lowercased().utf8.prefix(4 * longest) {
      if isWordByte(byte) {
        bytes.append(byte)
      } else if bytes.last != Byte.hyphen {
        bytes.append(Byte.hyphen)
      }
    }
    let name = bytes.drop { $0 == Byte.hyphen }.reversed().drop { $0 == Byte.hyphen }.reversed()
    return Slug(String(decoding: Array(name), as: UTF8.self))
  }
}

extension Slug: YAMLValue {
  /// Reads a name, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Slug? {
    decoder.text(node, "a name of lower-case letters, digits and hyphens") { Slug($0) }
  }
}
