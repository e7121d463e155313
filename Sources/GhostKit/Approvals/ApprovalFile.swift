public import Diagnostics

/// An approval as it lies in its file: the record, and the signature over exactly its bytes.
public struct ApprovalFile: Sendable {
  /// What is signed, read.
  public let record: ApprovalRecord
  /// What is signed, byte for byte.
  public let signed: [UInt8]
  /// OpenSSH's armored signature.
  public let armor: [UInt8]

  /// A record is some hundred bytes; a larger file is none.
  static let longest = 64 * 1024
  private static let longestLine = 4096
  private static let mostAssets = 500
  private static let armorStart = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)

  /// Reads a file strictly: keys in their order, one a line, none unknown, one spelling only.
  ///
  /// A checkout that turned LF into CRLF is read with LF.
  /// - Throws: `approval-malformed` at the line that is no line of a record.
  public init(parsing source: SourceText) throws(Diagnostic) {
    guard source.bytes.count <= Self.longest else {
      throw .malformedApproval("the file is larger than 64 KiB", at: source.location(at: 0))
    }
    let bytes = Array(source.bytes.droppingCarriageReturns())
    let text = SourceText(path: source.path, bytes: bytes)
    guard let end = Self.start(of: Self.armorStart, in: bytes) else {
      throw .malformedApproval("it has no signature", at: text.location(at: bytes.count))
    }
    var reader = RecordReader(text: text, end: end)
    record = try reader.record()
    signed = Array(bytes[..<end])
    armor = Array(bytes[end...])
    // Whatever was read must be spelled in the one way in which it is written.
    guard record.encoded().isSame(as: signed) else {
      throw .malformedApproval("it is not written as ghost writes it", at: text.location(at: 0))
    }
  }

  private static func start(of line: [UInt8], in bytes: [UInt8]) -> Int? {
    var start = 0
    while !bytes[start...].starts(with: line) {
      guard let end = bytes.firstIndex(of: Byte.lineFeed, from: start) else { return nil }
      start = end + 1
    }
    return start
  }

  /// Takes one line after the other, in the record's order.
  private struct RecordReader {
    let text: SourceText
    let end: Int
    var position = 0

    init(text: SourceText, end: Int) {
      self.text = text
      self.end = end
    }

    mutating func record() throws(Diagnostic) -> ApprovalRecord {
      guard text.bytes[try line()].elementsEqual(ApprovalRecord.title.utf8) else {
        throw .malformedApproval("it does not begin with '\(ApprovalRecord.title)'", at: place(0))
      }
      let record = ApprovalRecord(
        workspace: try value("workspace"),
        draft: try value("draft"),
        role: try value("role"),
        number: try number("number"),
        previous: try previous(),
        signer: try value("signer"),
        name: try value("name"),
        meaning: try choice("meaning"),
        method: try choice("method"),
        witness: try optional("witness"),
        said: try optional("said"),
        evidence: try optionalFile("evidence"),
        text: try digest("text"),
        content: try digest("content"),
        assets: try assets(),
        signedAt: try timestamp("signed-at"),
        note: try optional("note")
      )
      guard position == end else { throw unexpected("the signature") }
      return record
    }

    private func place(_ offset: Int) -> Location { text.location(at: offset) }

    private func unexpected(_ wanted: String) -> Diagnostic {
      .malformedApproval("\(wanted) is expected here", at: place(position))
    }

    private var nextLine: Range<Int>? {
      guard let stop = text.bytes.firstIndex(of: Byte.lineFeed, from: position), stop < end else {
        return nil
      }
      return position..<stop
    }

    private mutating func line() throws(Diagnostic) -> Range<Int> {
      guard let range = nextLine, range.count <= longestLine else {
        throw unexpected("a line of a record")
      }
      guard text.bytes[range].allSatisfy(Self.isPrintableASCII) || isPrintable(range) else {
        throw .malformedApproval("the line holds control characters", at: place(position))
      }
      position = range.upperBound + 1
      return range
    }

    private static func isPrintableASCII(_ byte: UInt8) -> Bool { byte &- Byte.space < 0x5F }

    private func isPrintable(_ range: Range<Int>) -> Bool {
      String(validating: text.bytes[range], as: UTF8.self).map { TerminalText.escaped($0) == $0 }
        ?? false
    }

    private func isNext(_ key: String) -> Bool {
      let rest = text.bytes[position..<end]
      return rest.starts(with: key.utf8)
        && rest.dropFirst(key.utf8.count).starts(with: ": ".utf8)
    }

    /// Takes a line and returns where its value stands.
    private mutating func place(of key: String) throws(Diagnostic) -> Range<Int> {
      guard isNext(key) else { throw unexpected("'\(key):'") }
      let start = position
      let line = try line()
      // By bytes: the blank and a mark that combines with it would be one character.
      let value = text.bytes[line].dropFirst(key.utf8.count + 2)
      guard let first = value.first, first != Byte.space, value.last != Byte.space else {
        throw .malformedApproval("'\(key)' has no value", at: place(start))
      }
      return value.startIndex..<value.endIndex
    }

    private mutating func value(_ key: String) throws(Diagnostic) -> String {
      String(decoding: text.bytes[try place(of: key)], as: UTF8.self)
    }

    private mutating func optional(_ key: String) throws(Diagnostic) -> String? {
      isNext(key) ? try value(key) : nil
    }

    private mutating func choice<Choice: RawRepresentable<String>>(
      _ key: String
    ) throws(Diagnostic) -> Choice {
      let start = position
      guard let choice = Choice(rawValue: try value(key)) else {
        throw .malformedApproval(
          "'\(key)' has a value that version 1 does not know",
          at: place(start)
        )
      }
      return choice
    }

    private mutating func number(_ key: String) throws(Diagnostic) -> Int {
      let start = position
      guard let number = ApprovalName.number(text.bytes[try place(of: key)]) else {
        throw .malformedApproval("'\(key)' is no number from 1", at: place(start))
      }
      return number
    }

    private mutating func previous() throws(Diagnostic) -> String? {
      guard text.bytes[position..<end].starts(with: "previous: none\n".utf8) else {
        return try digest("previous")
      }
      _ = try line()
      return nil
    }

    private mutating func digest(_ key: String) throws(Diagnostic) -> String {
      let start = position
      guard let digest = Self.hexadecimal(text.bytes[try place(of: key)]) else {
        throw .malformedApproval("'\(key)' is no SHA-256 digest", at: place(start))
      }
      return digest
    }

    private static func hexadecimal(_ value: ArraySlice<UInt8>) -> String? {
      guard value.starts(with: "sha256:".utf8) else { return nil }
      let digits = value.dropFirst("sha256:".utf8.count)
      guard digits.count == 64 else { return nil }
      for digit in digits {
        guard Byte.isDigit(digit) || digit &- UInt8(ascii: "a") < 6 else { return nil }
      }
      return String(decoding: digits, as: UTF8.self)
    }

    private mutating func file(_ key: String) throws(Diagnostic) -> ApprovalRecord.FileDigest {
      let start = position
      let value = text.bytes[try place(of: key)]
      guard let space = value.lastIndex(of: Byte.space), space > value.startIndex,
        let digest = Self.hexadecimal(value[(space + 1)...])
      else { throw .malformedApproval("'\(key)' is no path and digest", at: place(start)) }
      return .init(path: String(decoding: value[..<space], as: UTF8.self), sha256: digest)
    }

    private mutating func optionalFile(
      _ key: String
    ) throws(Diagnostic) -> ApprovalRecord.FileDigest? {
      isNext(key) ? try file(key) : nil
    }

    private mutating func assets() throws(Diagnostic) -> [ApprovalRecord.FileDigest] {
      var assets: [ApprovalRecord.FileDigest] = []
      while isNext("asset") {
        let start = position
        let asset = try file("asset")
        // One order and each path once, so that nobody reads the wrong one of two.
        guard assets.last.map({ Self.isBefore($0.path, asset.path) }) ?? true else {
          throw .malformedApproval(
            "the files are not in the order of their paths",
            at: place(start)
          )
        }
        assets.append(asset)
        guard assets.count <= mostAssets else {
          throw .malformedApproval("it names more than \(mostAssets) files", at: place(start))
        }
      }
      return assets
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
      left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private mutating func timestamp(_ key: String) throws(Diagnostic) -> Timestamp {
      let start = position
      guard let timestamp = Timestamp(try value(key)) else {
        throw .malformedApproval(
          "'\(key)' is no time such as 2026-11-23T17:40:00Z",
          at: place(start)
        )
      }
      return timestamp
    }
  }
}
