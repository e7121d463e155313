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
  public init(parsing text: some Collection<UInt8>) throws(Diagnostic) {
    guard text.count <= Self.largestText else { throw .signatureTooLarge(Self.largestText) }
    let text = Array(text)
    guard text.starts(with: Self.head) else { throw .notASignature() }
    guard text.count > Self.head.count + Self.foot.count,
      text.suffix(Self.foot.count).elementsEqual(Self.foot)
    else { throw .badArmor("its last line is not '\(Self.lastLine)'") }
    let body = text[Self.head.count..<text.count - Self.foot.count]
    var lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let blob = Base64.decode(Array(lines.joined())), let last = lines.popLast() else {
      throw .badArmor("what it holds is not base64 in its canonical form")
    }
    // Base64 has one text for each blob, so that only the line breaks are left to look at.
    let length = Self.lineLengths.first { length in
      lines.allSatisfy { $0.count == length } && (1...length).contains(last.count)
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
