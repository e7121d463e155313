import Diagnostics
import Subprocess

/// Reads what `git diff-tree --stdin -z` writes, a commit and one of its parents at a time.
///
/// Each is a header in our own format; then come, for each name, `:MODES IDS STATUS` and its path.
/// NULs stand between them all. Before the first name there is a line break.
struct DiffTreeReader: ~Copyable {
  private var child: StreamingChild
  private var header: [UInt8]?
  private static let longest = 1 << 20

  init(_ command: Command) throws(Diagnostic) {
    var child = try StreamingChild(command)
    child.closeInput()
    header = try Self.token(from: &child)
    self.child = child
  }

  /// A commit and in what it differs from one parent, folders unopened.
  struct Comparison {
    let commit: Commit
    let differences: [EntryDifference]
  }

  /// Returns the next comparison, or `nil` after the last.
  mutating func next() throws(Diagnostic) -> Comparison? {
    guard let header else {
      let status = try child.finish()
      guard status.isSuccess else {
        throw .gitFailed("diff-tree", status, child.error)
      }
      return nil
    }
    var differences: [EntryDifference] = []
    while let line = try Self.token(from: &child) {
      guard line.first == UInt8(ascii: ":") else {
        self.header = line
        return Comparison(commit: try Self.commit(header), differences: differences)
      }
      guard let path = try child.read(to: 0, limit: Self.longest) else { break }
      differences.append(try EntryDifference(parsing: line, name: path))
    }
    self.header = nil
    return Comparison(commit: try Self.commit(header), differences: differences)
  }

  private static func token(from child: inout StreamingChild) throws(Diagnostic) -> [UInt8]? {
    while let text = try child.read(to: 0, limit: longest) {
      let token = text.drop { $0 == UInt8(ascii: "\n") }
      if !token.isEmpty { return Array(token) }
    }
    return nil
  }

  private static func commit(_ header: [UInt8]) throws(Diagnostic) -> Commit {
    let lines = header.split(
      separator: UInt8(ascii: "\n"),
      maxSplits: 4,
      omittingEmptySubsequences: false
    )
    guard lines.count == 5, let id = ObjectID(hex: lines[0]), let committed = number(lines[1]),
      let authored = number(lines[2])
    else { throw .unexpectedAnswer("diff-tree") }
    return Commit(
      id: id,
      committed: committed,
      authored: authored,
      authorName: String(decoding: lines[3], as: UTF8.self),
      authorEmail: String(decoding: lines[4], as: UTF8.self),
      changes: []
    )
  }

  /// A commit without a readable time has an empty one, which is the beginning of all time.
  private static func number(_ text: ArraySlice<UInt8>) -> Int64? {
    text.isEmpty ? 0 : Int64(String(decoding: text, as: UTF8.self))
  }
}
