internal import Diagnostics
internal import Git
internal import Synchronization

/// The files of a workspace as a commit has them; the working tree has no say.
///
/// One git process answers for all of them. Links are not followed: nothing in a commit says that
/// what they lead to stays what it is.
final class CommittedFiles: WorkspaceFiles {
  private let shared: Trees
  private let root: ObjectID
  /// What was listed: a tree never changes, and those of thousands of drafts are asked for again.
  private let listed = Mutex<[ObjectID: [FolderEntry]]>([:])

  /// What several workspaces are read from with one git process.
  final class Trees: Sendable {
    let store: Mutex<TreeStore>

    /// Starts the process.
    init(_ repository: Repository) throws(Diagnostic) {
      store = Mutex(try TreeStore(repository))
    }
  }

  /// Takes a folder of a repository.
  ///
  /// - Throws: a diagnostic about the environment if git cannot be started, `no-workspace-in-commit`
  ///   if the tree has no such folder, or no workspace in it.
  init(below prefix: GitPath, of tree: ObjectID, in trees: Trees) throws(Diagnostic) {
    let folder = try trees.store.withLock { store throws(Diagnostic) -> ObjectID? in
      guard let folder = try store.entry(at: prefix, in: tree), folder.kind == .folder,
        try store.entry(at: GitPath(Workspace.mark), in: folder.id)?.kind == .folder
      else { return nil }
      return folder.id
    }
    guard let folder else { throw .noCommittedWorkspace(prefix.text) }
    root = folder
    shared = trees
  }

  func read(_ path: String, limit: Int) throws(Diagnostic) -> SourceText? {
    guard let entry = try entry(path) else { return nil }
    guard entry.kind == .file || entry.kind == .executable else {
      throw .notRegular(path, isFolder: entry.kind == .folder)
    }
    let answer = try shared.store.withLock { store throws(Diagnostic) in
      try store.reader.read(entry.id, limit: limit)
    }
    switch answer {
    case .object(_, let bytes): return SourceText(path: path, bytes: bytes)
    case .tooLarge: throw .fileTooLarge(path, limit: limit)
    case .missing: throw .missingFromRepository(path)
    }
  }

  func kind(of path: String) throws(Diagnostic) -> FileStore.Kind? {
    try entry(path).map { FileStore.Kind($0.kind) }
  }

  func entries(in folder: String) throws(Diagnostic) -> [FolderEntry] {
    guard let id = folder.isEmpty ? root : try self.folder(folder) else { return [] }
    if let known = listed.withLock({ $0[id] }) { return known }
    var entries: [FolderEntry] = []
    try shared.store.withLock { store throws(Diagnostic) in
      try store.forEachName(in: id) { name, kind in
        entries.append(
          FolderEntry(name: String(decoding: name, as: UTF8.self), kind: FileStore.Kind(kind))
        )
      }
    }
    entries.sort { $0.name.precedesByBytes($1.name) }
    listed.withLock { [entries] in $0[id] = entries }
    return entries
  }

  private func folder(_ path: String) throws(Diagnostic) -> ObjectID? {
    guard let entry = try entry(path) else { return nil }
    guard entry.kind == .folder else { throw .notFolder(path) }
    return entry.id
  }

  private func entry(_ path: String) throws(Diagnostic) -> TreeEntry? {
    guard FileStore.isInside(path) else { throw .outside(path) }
    return try shared.store.withLock { store throws(Diagnostic) in
      try store.entry(at: GitPath(path), in: root)
    }
  }
}

extension FileStore.Kind {
  fileprivate init(_ kind: TreeEntry.Kind) {
    self =
      switch kind {
      case .file, .executable: .file
      case .folder: .folder
      case .link, .submodule: .other
      }
  }
}

extension TreeEntry.Kind {
  /// Whether it is a file's content, which counts, rather than what it leads to.
  var isFile: Bool { self == .file || self == .executable }
}
