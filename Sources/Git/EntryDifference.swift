import Diagnostics

/// A name that two folders do not have in common, or that stands for something else in each.
struct EntryDifference: Sendable {
  /// The name, or from the root a path.
  let name: [UInt8]
  /// What it stands for in the one folder, if anything.
  let old: Side?
  /// What it stands for in the other.
  let new: Side?

  /// What the name stands for in one of the folders.
  struct Side: Sendable, Hashable {
    let kind: TreeEntry.Kind
    let id: ObjectID

    var folder: ObjectID? { kind == .folder ? id : nil }
    /// The same, if it is no folder.
    var leaf: Side? { kind == .folder ? nil : self }
  }

  /// Takes what a name stands for in each.
  init(name: [UInt8], old: Side?, new: Side?) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// The folders that are to be compared next, if it is one on either side.
  var folders: FolderPair? {
    old?.folder == nil && new?.folder == nil
      ? nil : FolderPair(old: old?.folder, new: new?.folder)
  }

  /// Reads `:MODE MODE ID ID STATUS`, as `git diff-tree` writes it, and the name.
  init(parsing line: some Collection<UInt8>, name: [UInt8]) throws(Diagnostic) {
    let words = line.dropFirst().split(separator: UInt8(ascii: " "))
    guard words.count == 5, let old = ObjectID(hex: words[2]), let new = ObjectID(hex: words[3])
    else { throw .unexpectedAnswer("diff-tree") }
    self.name = name
    self.old = Self.side(words[0], old)
    self.new = Self.side(words[1], new)
  }

  private static func side(_ mode: some Collection<UInt8>, _ id: ObjectID) -> Side? {
    if id.isNull { return nil }
    let bits = mode.reduce(0) { $0 << 3 | UInt32($1 & 7) }
    return Side(kind: TreeEntry.Kind(mode: bits), id: id)
  }
}
