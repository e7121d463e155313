internal import Diagnostics
internal import Git
internal import Synchronization

/// A change and its base, read with one git process: both trees, and in what they differ.
struct MergeCase: Sendable {
  /// Where both are read from; the merge's own objects are in it.
  let repository: Repository
  let base: ObjectID
  let change: ObjectID
  /// The workspace's folder, seen from the repository's root.
  let prefix: GitPath
  /// The workspace as the merge has it.
  let merged: Workspace
  /// The workspace as the base has it, if it has one.
  let before: Workspace?
  /// The files in which they differ, by their paths from the workspace's root; none where the base
  /// has no workspace.
  let changes: [TreeChange]
  /// What `.gitattributes` above the workspace become in which they differ, by the repository's
  /// paths.
  let attributesAbove: [(path: GitPath, file: TreeEntry?)]
  private let baseTree: ObjectID
  private let tree: ObjectID
  private let trees: CommittedFiles.Trees

  /// Merges a change into its base and reads what comes of it.
  ///
  /// - Parameters:
  ///   - change: What is to come.
  ///   - base: What is there.
  ///   - place: Where the base has its workspace, or the change if the base has none.
  ///   - isTaken: Whether the change takes the base's place as it is, as a push does, rather than
  ///     being merged.
  /// - Throws: `merge-conflict` and `no-policy` about the content, and what git says.
  init(
    _ change: ObjectID,
    into base: ObjectID,
    in place: GatePlace,
    asItIs isTaken: Bool
  ) throws(Diagnostic) {
    let tree: ObjectID
    if isTaken {
      repository = place.repository
      trees = try CommittedFiles.Trees(repository)
      tree = try trees.root(of: change)
    } else {
      switch try place.repository.merge(change, into: base) {
      case .conflicts(let files): throw .conflicted(files)
      case .clean(let result, let repository): (tree, self.repository) = (result, repository)
      }
      trees = try CommittedFiles.Trees(repository)
    }
    (self.base, self.change, self.tree) = (base, change, tree)
    baseTree = try trees.root(of: base)
    var place = place
    if let found = try place.settled(in: baseTree, of: trees) {
      place = found
    } else if let found = try place.settled(in: tree, of: trees) {
      place = found
    }
    prefix = place.prefix
    attributesAbove = try trees.changes(
      of: GitPath(CheckoutAttributes.fileName),
      above: prefix,
      from: baseTree,
      to: tree
    )
    guard let new = try trees.workspace(in: tree, below: prefix) else {
      throw .workspaceGone(prefix)
    }
    merged = try Workspace(of: tree, in: trees, below: prefix, root: place.root)
    guard let old = try trees.workspace(in: baseTree, below: prefix) else {
      (before, changes) = (nil, [])
      return
    }
    before = try Workspace(of: baseTree, in: trees, below: prefix, root: place.root)
    changes = try trees.changes(from: old, to: new)
  }

  /// Returns a file's text, as one of the two trees has it.
  func text(of entry: TreeEntry, at path: GitPath) throws(Diagnostic) -> SourceText? {
    guard entry.kind.isFile else { return nil }
    return try bytes(of: entry, limit: FileStore.usualLimit).map {
      SourceText(path: path.text, bytes: $0)
    }
  }

  /// Returns what is in a file, `nil` where that is more than a limit.
  func bytes(of entry: TreeEntry, limit: Int) throws(Diagnostic) -> [UInt8]? {
    let answer = try trees.store.withLock { store throws(Diagnostic) in
      try store.reader.read(entry.id, limit: limit)
    }
    guard case .object(.blob, let bytes) = answer else { return nil }
    return bytes
  }

  /// Returns a policy of the base that is not this workspace's, if it has any.
  func policyElsewhere() throws(Diagnostic) -> GitPath? {
    try trees.workspaces(in: baseTree).first { $0 != prefix }?.appending(GitPath(Policy.path))
  }

  /// Returns the names in a folder of the repository that are wanted, none if there is no such folder.
  func names(
    in folder: GitPath,
    ofBase isBase: Bool = false,
    where isWanted: @Sendable (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) throws(Diagnostic) -> [[UInt8]] {
    try trees.store.withLock { store throws(Diagnostic) in
      let root = isBase ? baseTree : tree
      guard let entry = try store.entry(at: folder, in: root), entry.kind == .folder else {
        return []
      }
      var names: [[UInt8]] = []
      try store.forEachName(in: entry.id) { name, _ in
        if isWanted(name) { names.append(Array(name)) }
      }
      return names
    }
  }

  /// Whether the workspace has something under a path after the merge.
  func has(_ path: GitPath) throws(Diagnostic) -> Bool {
    try trees.store.withLock { store throws(Diagnostic) in
      try store.entry(at: inRepository(path), in: tree) != nil
    }
  }

  /// Returns the files that the workspace has after the merge, of those folders and files at its root
  /// that are wanted.
  func files(where isWanted: ([UInt8]) -> Bool) throws(Diagnostic) -> [GitPath] {
    var files: [GitPath] = []
    for entry in try trees.entries(in: prefix, of: tree) where isWanted(entry.name) {
      let path = GitPath(bytes: entry.name)
      guard entry.kind == .folder else {
        files.append(path)
        continue
      }
      files += try trees.store.withLock { store throws(Diagnostic) in
        try store.files(below: entry.id).map { path.appending($0.path) }
      }
    }
    return files
  }

  /// Returns a path of the repository as the workspace sees it: `../.gitattributes`.
  func fromWorkspace(_ path: GitPath) -> GitPath {
    let common = zip(path.parts, prefix.parts).prefix { $0.elementsEqual($1) }.count
    let up = Array(repeating: Array("..".utf8)[...], count: prefix.parts.count - common)
    let parts = up + path.parts.dropFirst(common)
    return GitPath(bytes: parts.joined(separator: [UInt8(ascii: "/")]))
  }

  /// Returns a path as the repository has it.
  func inRepository(_ path: GitPath) -> GitPath { prefix.appending(path) }
}

extension CommittedFiles.Trees {
  /// Returns the folder of a workspace, if a tree has one there.
  func workspace(in tree: ObjectID, below prefix: GitPath) throws(Diagnostic)
    -> ObjectID?
  {
    try store.withLock { store throws(Diagnostic) -> ObjectID? in
      guard let folder = try store.entry(at: prefix, in: tree), folder.kind == .folder,
        try store.entry(at: GitPath(Workspace.mark), in: folder.id)?.kind == .folder
      else { return nil }
      return folder.id
    }
  }

  /// Returns the folders of all workspaces with a policy that a tree has.
  func workspaces(in tree: ObjectID) throws(Diagnostic) -> [GitPath] {
    try store.withLock { store throws(Diagnostic) in
      var workspaces: [GitPath] = []
      for folder in try store.folders(holding: Workspace.mark, in: tree) {
        let policy = folder.appending(GitPath(Policy.path))
        if try store.entry(at: policy, in: tree) != nil { workspaces.append(folder) }
      }
      return workspaces
    }
  }

  fileprivate func entries(
    in folder: GitPath,
    of tree: ObjectID
  ) throws(Diagnostic) -> [TreeEntry] {
    try store.withLock { store throws(Diagnostic) in
      guard let entry = try store.entry(at: folder, in: tree), entry.kind == .folder else {
        return []
      }
      return try store.entries(of: entry.id)
    }
  }

  fileprivate func changes(from old: ObjectID, to new: ObjectID) throws(Diagnostic) -> [TreeChange]
  {
    try store.withLock { store throws(Diagnostic) in try store.changes(from: old, to: new) }
  }

  /// Returns what a file becomes in the folders that lead to a workspace, where it changes.
  fileprivate func changes(
    of name: GitPath,
    above prefix: GitPath,
    from old: ObjectID,
    to new: ObjectID
  ) throws(Diagnostic) -> [(path: GitPath, file: TreeEntry?)] {
    var changes: [(path: GitPath, file: TreeEntry?)] = []
    var folder: GitPath = ""
    for part in prefix.parts {
      let path = folder.appending(name)
      let (before, after) = try store.withLock { store throws(Diagnostic) in
        (try store.entry(at: path, in: old), try store.entry(at: path, in: new))
      }
      if before != after { changes.append((path, after)) }
      folder = folder.appending(part)
    }
    return changes
  }
}
