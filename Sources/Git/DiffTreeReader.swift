import Diagnostics
import Subprocess

/// Reads what `git diff-tree --stdin -z` writes, a commit at a time.
///
/// Each commit is a header in our own format; then come, for each file, `:MODES IDS STATUS` and its
/// path. NULs stand between them all. Before the first file there is a line break or, in a merge,
/// one more NUL.
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

  /// Returns the next commit, or `nil` after the last.
  mutating func next() throws(Diagnostic) -> Commit? {
    guard let header else {
      let status = try child.finish()
      guard status.isSuccess else {
        throw .gitFailed("diff-tree", status, child.error)
      }
      return nil
    }
    var changes: [Commit.Change] = []
    while let line = try Self.token(from: &child) {
      guard line.first == UInt8(ascii: ":") else {
        self.header = line
        return try Self.commit(header, changes)
      }
      guard let path = try child.read(to: 0, limit: Self.longest) else { break }
      changes.append(try Self.change(line, path))
    }
    self.header = nil
    return try Self.commit(header, changes)
  }

  private static func token(from child: inout StreamingChild) throws(Diagnostic) -> [UInt8]? {
    while let text = try child.read(to: 0, limit: longest) {
      let token = text.drop { $0 == UInt8(ascii: "\n") }
      if !token.isEmpty { return Array(token) }
    }
    return nil
  }

  private static func commit(_ header: [UInt8], _ changes: [Commit.Change])
    throws(Diagnostic) -> Commit
  {
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
      changes: changes
    )
  }

  /// A commit without a readable time has an empty one, which is the beginning of all time.
  private static func number(_ text: ArraySlice<UInt8>) -> Int64? {
    text.isEmpty ? 0 : Int64(String(decoding: text, as: UTF8.self))
  }

  /// Reads `:MODE… MODE ID… ID STATUS`, with as many colons and old values as there are parents.
  private static func change(_ line: [UInt8], _ path: [UInt8]) throws(Diagnostic) -> Commit.Change {
    let parents = line.prefix { $0 == UInt8(ascii: ":") }.count
    let words = line.dropFirst(parents).split(separator: UInt8(ascii: " "))
    guard words.count == 2 * (parents + 1) + 1,
      let old = ObjectID(hex: words[parents + 1]), let new = ObjectID(hex: words[2 * parents + 1])
    else { throw .unexpectedAnswer("diff-tree") }
    let others = words[(parents + 2)...].prefix(parents - 1).compactMap { ObjectID(hex: $0) }
    return Commit.Change(
      path: GitPath(bytes: path),
      old: old.isNull ? nil : old,
      merged: others.filter { !$0.isNull },
      new: new.isNull ? nil : new
    )
  }
}
