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
    let head = Array((Self.firstLine + "\n").utf8)
    let foot = Array(("\n" + Self.lastLine + "\n").utf8)
    guard text.starts(with: head) else { throw .notASignature() }
    guard text.count > head.count + foot.count, text.suffix(foot.count).elementsEqual(foot) else {
      throw .badArmor("its last line is not '\(Self.lastLine)'")
    }
    let body = text[head.count..<text.count - foot.count]
    guard let blob = Base64.decode(body.filter { $0 != UInt8(ascii: "\n") }) else {
      throw .badArmor("what it holds is not base64 in its canonical form")
    }
    let length = Self.lineLengths.first { Self.encode(blob, lineLength: $0) == text }
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
