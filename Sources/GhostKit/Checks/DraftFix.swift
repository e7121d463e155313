public import Diagnostics

/// What can be put right in one draft without asking a person.
public struct DraftFix: Sendable {
  /// One correction.
  enum Edit: Sendable, Hashable {
    /// Other bytes stand where the finding is.
    case write([UInt8])
    /// Every line of the file ends with LF.
    case endLines
  }

  /// A correction of certain bytes.
  private struct Replacement {
    let range: Range<Int>
    let old: [UInt8]
    let new: [UInt8]
  }

  /// The draft.
  public let path: String
  private var replacements: [Replacement] = []
  private var endsLines = false

  /// Takes the corrections among what was found in a draft; `nil` if there are none.
  init?(_ findings: [Check.Finding], of source: SourceText) {
    path = source.path
    for finding in findings {
      switch finding.fix {
      case .write(let bytes):
        replacements.append(
          Replacement(range: finding.range, old: Array(source.bytes[finding.range]), new: bytes)
        )
      case .endLines: endsLines = true
      case nil: break
      }
    }
    replacements.sort { $0.range.lowerBound < $1.range.lowerBound }
    if replacements.isEmpty, !endsLines { return nil }
  }

  /// What is put right, in words: `2 words, line ends`.
  public var summary: String {
    let words = replacements.count
    let parts = [
      words == 0 ? nil : "\(words) word\(words == 1 ? "" : "s")", endsLines ? "line ends" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// Writes the draft with its corrections; every other byte stays as it is.
  ///
  /// - Throws: `draft-changed` if the draft is no longer the one that was checked, and what keeps it
  ///   from being read or written.
  public func apply(in workspace: Workspace) throws(Diagnostic) {
    let folder = try workspace.folder
    guard let source = try folder.read(path, limit: FileStore.usualLimit),
      let bytes = corrected(source.bytes)
    else { throw .draftChanged(path) }
    try folder.write(bytes, to: path)
  }

  /// Returns the bytes with the corrections, or `nil` if they are not those that were checked.
  private func corrected(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    for replacement in replacements {
      let range = replacement.range
      guard range.lowerBound >= start, range.upperBound <= bytes.count,
        bytes[range].elementsEqual(replacement.old)
      else { return nil }
      result += bytes[start..<range.lowerBound]
      result += replacement.new
      start = range.upperBound
    }
    result += bytes[start...]
    return endsLines ? Self.withLineFeeds(result) : result
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isPair =
        byte == Byte.carriageReturn && index + 1 < bytes.count
        && bytes[index + 1] == Byte.lineFeed
      if !isPair { result.append(byte) }
    }
    return result
  }
}
