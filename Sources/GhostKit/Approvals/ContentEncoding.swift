internal import Markdown

/// The two byte strings whose SHA-256 digests an approval records: content, version 1.
///
/// `text` is the draft itself without what no reader sees: a BOM, CRs before LFs, newlines at the
/// end and the workflow entries. `content` is the same with the line breaks of plain prose taken
/// out, so that a re-wrapped paragraph counts as the same words. Both bind the workspace and the
/// slug. No parser has a part in either. `README.md` in this folder specifies them byte by byte.
struct ContentEncoding {
  private let workspace: [UInt8]
  private let slug: [UInt8]
  private let frontMatter: ArraySlice<UInt8>
  private let body: ArraySlice<UInt8>

  /// Reads a draft's bytes as they lie in its file.
  init(of draft: [UInt8], workspace: String, slug: String) {
    self.workspace = Array(workspace.utf8)
    self.slug = Array(slug.utf8)
    (frontMatter, body) = Self.normalised(draft)
  }

  /// What `text:` is the digest of.
  var text: [UInt8] {
    var output = FieldWriter("ghost text v1\n", reserving: frontMatter.count + body.count + 256)
    output.append("w", workspace[...])
    output.append("s", slug[...])
    output.append("f", frontMatter)
    output.append("b", body)
    return output.bytes
  }

  /// What `content:` is the digest of.
  var content: [UInt8] {
    var output = FieldWriter("ghost content v1\n", reserving: frontMatter.count + body.count + 1024)
    output.append("w", workspace[...])
    output.append("s", slug[...])
    output.append("f", frontMatter)
    if PlainProse.mustStandAsItIs(body) {
      output.append("b", body)
    } else {
      appendRuns(to: &output)
    }
    return output.bytes
  }

  private func appendRuns(to output: inout FieldWriter) {
    var lines = LineReader(body)
    var next = lines.next()
    while let first = next {
      let isBlank = PlainProse.isBlank(body[first])
      var end = first.upperBound
      var isPlain = !isBlank && PlainProse.isPlain(line: body[first])
      next = lines.next()
      while let line = next, PlainProse.isBlank(body[line]) == isBlank {
        end = line.upperBound
        isPlain = isPlain && PlainProse.isPlain(line: body[line])
        next = lines.next()
      }
      let run = body[first.lowerBound..<end]
      if isBlank {
        output.append("n", run)
      } else if isPlain {
        output.append("p", PlainProse.joined(run)[...])
      } else {
        output.append("v", run)
      }
    }
  }

  /// Cuts a draft into front matter (both fences included, empty if there is none) and body.
  private static func normalised(
    _ draft: [UInt8]
  ) -> (frontMatter: ArraySlice<UInt8>, body: ArraySlice<UInt8>) {
    let whole = withoutCarriageReturns(draft)
    let bytes = whole[
      ..<(whole.lastIndex { $0 != Byte.lineFeed }.map { $0 + 1 } ?? whole.startIndex)
    ]
    var lines = LineReader(bytes)
    guard let opening = lines.next(), isFence(bytes[opening]) else { return ([], bytes) }
    var entries: [Range<Int>] = []
    while let line = lines.next() {
      guard isFence(bytes[line]) else {
        entries.append(line)
        continue
      }
      let kept = entries.dropLast(workflowEntries(in: entries, of: bytes))
      let head = bytes[opening.lowerBound..<(kept.last ?? opening).upperBound]
      return ((head + [Byte.lineFeed] + bytes[line])[...], bytes[line.upperBound...].dropFirst())
    }
    // A fence that is never closed opens nothing.
    return ([], bytes)
  }

  /// Drops a byte order mark, and the carriage return before each line feed.
  static func withoutCarriageReturns(_ draft: [UInt8]) -> ArraySlice<UInt8> {
    draft.droppingCarriageReturns(from: draft.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D]) && FrontMatter.isBlank(behindFence: line.dropFirst(3))
  }

  /// Returns how many of the last entries are `due` and `asked`, each at most once.
  private static func workflowEntries(in entries: [Range<Int>], of bytes: ArraySlice<UInt8>) -> Int
  {
    var seen: [WorkflowEntry] = []
    for line in entries.reversed() {
      guard let entry = WorkflowEntry(line: bytes[line]), !seen.contains(entry) else { break }
      seen.append(entry)
    }
    return seen.count
  }
}

/// The entries that ghost itself writes: the last ones before the closing fence.
enum WorkflowEntry: String, CaseIterable {
  case due, asked

  /// Recognises one plain line `key: YYYY-MM-DD`, and nothing that is written in any other way.
  init?(line: ArraySlice<UInt8>) {
    for entry in Self.allCases {
      let key = Array("\(entry.rawValue): ".utf8)
      guard line.starts(with: key), line.count == key.count + 10 else { continue }
      let date = line.dropFirst(key.count)
      let isDate = zip(date, "0000-00-00".utf8).allSatisfy { byte, pattern in
        pattern == Byte.hyphen ? byte == Byte.hyphen : Byte.isDigit(byte)
      }
      guard isDate else { continue }
      self = entry
      return
    }
    return nil
  }
}

/// A domain separator followed by fields: a kind, a length in eight bytes, big end first, and bytes.
struct FieldWriter {
  private(set) var bytes: [UInt8]

  init(_ domain: String, reserving capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes += domain.utf8
  }

  mutating func append(_ kind: Unicode.Scalar, _ field: ArraySlice<UInt8>) {
    bytes.append(UInt8(truncatingIfNeeded: kind.value))
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: UInt64(field.count) >> UInt64(shift)))
    }
    bytes += field
  }
}
