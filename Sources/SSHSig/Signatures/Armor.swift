public import Diagnostics

/// The text form of a signature: base64 between two lines that name it.
///
/// It is read more strictly than OpenSSH reads it, which skips white space anywhere and ignores what
/// follows the last line: here a blob has one text at a given line length, that text and nothing
/// else, so nobody can write into an approval what no signature covers.
///
/// Source: OpenSSH's PROTOCOL.sshsig, section 2.
public struct Armor: Sendable, Hashable {
  /// The signature in its binary form.
  public let blob: [UInt8]
  private let lineLength: Int

  /// The line that every armor begins with, without its line break.
  public static let firstLine = "-----BEGIN SSH SIGNATURE-----"
  private static let lastLine = "-----END SSH SIGNATURE-----"
  private static let head = Array((firstLine + "\n").utf8)
  private static let foot = Array(("\n" + lastLine + "\n").utf8)
  /// What ssh-keygen writes, and what its specification recommends.
  private static let lineLengths = [70, 76]
  /// The largest RSA signature with its key takes a third of this.
  private static let largestText = 16_384

  /// Reads an armor from its first to its last line, each ended by a line feed.
  ///
  /// Throws if a single byte differs from what ``encode()`` would write.
  public init(parsing text: [UInt8]) throws(Diagnostic) {
    guard text.count <= Self.largestText else { throw .signatureTooLarge(Self.largestText) }
    guard text.starts(with: Self.head) else { throw .notASignature() }
    guard text.count > Self.head.count + Self.foot.count,
      text.suffix(Self.foot.count).elementsEqual(Self.foot)
    else { throw .badArmor("its last line is not '\(Self.lastLine)'") }
    var rest = text[Self.head.count..<text.count - Self.foot.count]
    var characters: [UInt8] = []
    characters.reserveCapacity(rest.count)
    // Of all lines but the last.
    var lengths: [Int] = []
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      characters += rest[..<end]
      lengths.append(end - rest.startIndex)
      rest = rest[(end + 1)...]
    }
    characters += rest
    guard let blob = Base64.decode(characters) else {
      throw .badArmor("what it holds is not base64 in its canonical form")
    }
    // Base64 has one text for each blob, so that only the line breaks are left to look at.
    let length = Self.lineLengths.first { length in
      lengths.allSatisfy { $0 == length } && (1...length).contains(rest.count)
    }
    guard let length else { throw .badArmor("its lines are not as long as ssh-keygen makes them") }
    self.blob = blob
    lineLength = length
  }

  /// Returns the text that was read.
  public func encode() -> [UInt8] { Self.encode(blob, lineLength: lineLength) }

  private static func encode(_ blob: [UInt8], lineLength: Int) -> [UInt8] {
    var text = Array(firstLine.utf8)
    var rest = Base64.encode(blob)[...]
    while !rest.isEmpty {
      text.append(UInt8(ascii: "\n"))
      text += rest.prefix(lineLength)
      rest = rest.dropFirst(lineLength)
    }
    text += Array(("\n" + lastLine + "\n").utf8)
    return text
  }
}
