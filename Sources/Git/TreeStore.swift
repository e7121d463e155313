public import Diagnostics

/// A file below a folder of a commit.
public struct TreeFile: Sendable, Hashable {
  /// Where it is, seen from that folder.
  public let path: GitPath
  /// What it is; never a folder.
  public let kind: TreeEntry.Kind
  /// Its content.
  public let id: ObjectID
}

/// The folders of any number of commits, each read once.
///
/// Branches share nearly all of their folders, so 200 branches of 500 drafts cost little more than
/// what differs between them. All that is asked for together is read together.
public struct TreeStore: ~Copyable {
  /// Reads the objects; also to be used for the files that were found.
  public var reader: ObjectReader
  private var trees: [ObjectID: Tree] = [:]

  /// Folders deeper than this are somebody's attempt to exhaust the stack.
  static let deepest = 128
  static let largestTree = 1 << 26
  /// A few trees that name each other many times stand for more files than there are atoms.
  static let mostEntries = 1 << 18
  /// No file system takes a longer one.
  private static let longestPath = 4096

  /// Starts with nothing read.
  public init(_ repository: Repository) throws(Diagnostic) { reader = try ObjectReader(repository) }

  /// Returns what a path stands for in each of several root folders; the root path stands for the
  /// root.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, or damaged.
  public mutating func entries(at path: GitPath, in roots: [ObjectID])
    throws(Diagnostic) -> [TreeEntry?]
  {
    var found: [TreeEntry?] = roots.map { TreeEntry(kind: .folder, name: [], id: $0) }
    for part in path.parts {
      try load(found.compactMap { $0?.kind == .folder ? $0?.id : nil })
      found = found.map { entry in
        guard let entry, entry.kind == .folder else { return nil }
        return trees[entry.id]?.entry(named: part)
      }
    }
    return found
  }

  /// Returns what a path stands for in a root folder.
  public mutating func entry(at path: GitPath, in root: ObjectID) throws(Diagnostic) -> TreeEntry? {
    try entries(at: path, in: [root])[0]
  }

  /// Returns what stands in a folder itself, in git's order.
  public mutating func entries(of folder: ObjectID) throws(Diagnostic) -> [TreeEntry] {
    try tree(folder).entries
  }

  /// Hands on the names that stand in a folder itself and what each stands for, in git's order.
  public mutating func forEachName(
    in folder: ObjectID,
    _ body: (ArraySlice<UInt8>, TreeEntry.Kind) -> Void
  ) throws(Diagnostic) {
    try tree(folder).forEachName(body)
  }

  /// Returns all that is not a folder below each of several folders, with paths seen from there.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, damaged, too deep, or holds too
  ///   much.
  public mutating func files(below folders: [ObjectID])
    throws(Diagnostic) -> [ObjectID: [TreeFile]]
  {
    try readAhead(folders)
    var result: [ObjectID: [TreeFile]] = [:]
    for folder in folders where result[folder] == nil {
      result[folder] = try files(below: folder)
    }
    return result
  }

  /// Reads all folders below several together, so that no later question has to wait for one.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, or damaged.
  public mutating func readAhead(_ folders: [ObjectID]) throws(Diagnostic) {
    var level = Set(folders)
    var seen = level
    for _ in 0...Self.deepest where !level.isEmpty {
      try load(level)
      level = Set(level.flatMap { trees[$0]?.folders.map(\.id) ?? [] }).subtracting(seen)
      seen.formUnion(level)
    }
  }

  /// Returns all that is not a folder below a folder, in git's order, with paths seen from there.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, damaged, too deep, or holds too
  ///   much.
  public mutating func files(below folder: ObjectID) throws(Diagnostic) -> [TreeFile] {
    var result: [TreeFile] = []
    var seen = 0
    var open: [(path: GitPath, rest: ArraySlice<TreeEntry>)] = [("", try tree(folder).entries[...])]
    while var (path, rest) = open.popLast() {
      while let entry = rest.popFirst() {
        seen += 1
        guard seen < Self.mostEntries else { throw .tooManyFiles(limit: Self.mostEntries) }
        let place = path.appending(entry.name)
        guard entry.kind == .folder else {
          result.append(TreeFile(path: place, kind: entry.kind, id: entry.id))
          continue
        }
        guard open.count < Self.deepest else { throw .treeTooDeep(place) }
        open.append((path, rest))
        (path, rest) = (place, try tree(entry.id).entries[...])
      }
    }
    return result
  }

  /// Returns every folder, the root itself included, that holds a folder of a name; what lies in
  /// those of that name is not looked at.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, damaged, too deep, or if there are
  ///   too many.
  public mutating func folders(
    holding name: String,
    in root: ObjectID
  ) throws(Diagnostic) -> [GitPath] {
    var found: [GitPath] = []
    var seen = 0
    var level: [(path: GitPath, id: ObjectID)] = [("", root)]
    for _ in 0..<Self.deepest where !level.isEmpty {
      try load(level.map(\.id))
      var below: [(path: GitPath, id: ObjectID)] = []
      for (path, id) in level {
        for entry in trees[id]?.folders ?? [] {
          let place = path.appending(entry.name)
          seen += 1
          guard seen < Self.mostEntries else { throw .tooManyFiles(limit: Self.mostEntries) }
          guard place.bytes.count < Self.longestPath else { throw .treeTooDeep(path) }
          if entry.name.elementsEqual(name.utf8) {
            found.append(path)
          } else {
            below.append((place, entry.id))
          }
        }
      }
      level = below
    }
    if let rest = level.first { throw .treeTooDeep(rest.path) }
    return found
  }

  /// Returns a folder, which is read if it was not before.
  mutating func tree(_ id: ObjectID) throws(Diagnostic) -> Tree {
    try load([id])
    guard let tree = trees[id] else { throw .missingObject(id) }
    return tree
  }

  /// Reads the folders that are not in the store yet.
  mutating func load(_ ids: some Sequence<ObjectID>) throws(Diagnostic) {
    let wanted = Array(Set(ids.filter { trees[$0] == nil }))
    guard !wanted.isEmpty else { return }
    var read: [ObjectID: Tree] = [:]
    try reader.read(wanted, limit: Self.largestTree) { index, answer throws(Diagnostic) in
      let id = wanted[index]
      read[id] = try Tree(parsing: try answer.tree(id), id: id)
    }
    trees.merge(read) { $1 }
  }
}

extension ObjectReader.Answer {
  /// The bytes of a folder.
  ///
  /// - Throws: a diagnostic about the environment if it is none, or too large for one.
  func tree(_ id: ObjectID) throws(Diagnostic) -> [UInt8] {
    switch self {
    case .object(.tree, let bytes): return bytes
    case .object: throw .wrongKind(id, expected: "tree")
    case .tooLarge(let size):
      throw .objectTooLarge(id, size: size, limit: TreeStore.largestTree)
    case .missing: throw .missingObject(id)
    }
  }
}
