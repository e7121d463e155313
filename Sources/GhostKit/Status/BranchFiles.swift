internal import Diagnostics
internal import Git

/// The drafts at the tips of all branches, each version once.
struct BranchFiles {
  /// A file of one or more branches.
  private struct File {
    let path: GitPath
    let content: ObjectID
    /// The draft's name.
    let name: String
    /// The branch to name, as a position in `branches`: the one that is checked out, else a local
    /// one.
    var branch: Int
  }

  /// The commit at the tip of a branch, or the one that is checked out without any.
  struct Tip: Sendable {
    /// `nil` for what is checked out.
    let name: String?
    let commit: ObjectID
    let tree: ObjectID
    let isProtected: Bool
  }

  private let folder: GitPath
  private let branches: [Tip]
  /// The files by content: there is hardly ever more than one.
  private var files: [ObjectID: [File]] = [:]
  private var protectedNames: Set<String> = []
  private var checkedOut: [GitPath: ObjectID] = [:]

  /// Reads the folder of the drafts on branches.
  init(
    of folder: GitPath,
    _ branches: [Tip],
    reading store: inout TreeStore
  ) throws(Diagnostic) {
    self.folder = folder
    self.branches = branches
    let folders = try store.entries(at: folder, in: branches.map(\.tree))
      .map { $0?.kind == .folder ? $0?.id : nil }
    var seen: Set<ObjectID> = []
    var whole: [(branch: Int, folder: ObjectID)] = []
    var others = whole
    for (index, folder) in folders.enumerated() {
      guard let folder else { continue }
      let isNew = seen.insert(folder).inserted
      if whole.isEmpty || branches[index].isProtected {
        whole.append((index, folder))
      } else if isNew {
        others.append((index, folder))
      }
    }
    guard let base = whole.first?.folder else { return }
    try store.readAhead(whole.map(\.folder))
    for (branch, folder) in whole {
      for file in try store.files(below: folder) {
        add(file, of: branch)
        if branches[branch].name == nil { checkedOut[file.path] = file.id }
        if branches[branch].isProtected { protectedNames.insert(Self.name(of: file.path)) }
      }
    }
    // Branches have nearly all files in common.
    let own = try store.files(below: others.map(\.folder), notBelow: base)
    for (other, files) in zip(others, own) {
      for file in files { add(file, of: other.branch) }
    }
  }

  /// Takes a file; a link or a foreign commit is none.
  private mutating func add(_ file: TreeFile, of branch: Int) {
    guard file.kind.isFile, Self.isDraft(file.path) else { return }
    var known = files[file.id] ?? []
    if let place = known.firstIndex(where: { $0.path == file.path }) {
      guard branch < known[place].branch else { return }
      known[place].branch = branch
    } else {
      let name = Self.name(of: file.path)
      known.append(File(path: file.path, content: file.id, name: name, branch: branch))
    }
    files[file.id] = known
  }

  /// Returns every local and remote-tracking branch: what is checked out comes first, then local
  /// ones, then those of remote repositories.
  static func tips(
    of repository: Repository,
    protected: [String],
    _ log: inout DiagnosticLog
  ) throws(Diagnostic) -> [Tip] {
    let (refs, others) = try repository.readableRefs()
    for other in others { log.add(.branchUnreadable(other.name, other.fault)) }
    var tips = refs.filter { !$0.isCurrent }.sorted { !$0.isRemote && $1.isRemote }.map { ref in
      let name = ref.shortName
      let plain = ref.isRemote ? name.drop { $0 != "/" }.dropFirst() : name[...]
      return Tip(
        name: name,
        commit: ref.commit,
        tree: ref.tree,
        isProtected: protected.contains { $0 == plain }
      )
    }
    if let current = refs.first(where: \.isCurrent) {
      let isProtected = protected.contains(current.shortName)
      tips.insert(
        Tip(name: nil, commit: current.commit, tree: current.tree, isProtected: isProtected),
        at: 0
      )
    } else if let commit = try? repository.resolve("HEAD") {
      // No branch is checked out but a commit, as in most of CI; or there is no commit yet.
      var reader = try ObjectReader(repository)
      let tree = try reader.tree(of: commit)
      tips.insert(Tip(name: nil, commit: commit, tree: tree, isProtected: false), at: 0)
    }
    return tips
  }

  /// Returns what the commit that is checked out has under a path from the repository's root.
  func checkedOut(_ path: GitPath) -> ObjectID? {
    checkedOut[Self.part(of: path, below: folder)]
  }

  /// The drafts of which all branches have the same version, so that no history has to tell which
  /// is the newest.
  var undisputed: [ObjectID] {
    var versions: [String: Int] = [:]
    for file in files.values.joined() { versions[file.name, default: 0] += 1 }
    return files.values.joined().filter { versions[$0.name] == 1 }.map(\.content)
  }

  /// Returns the newest version of each draft by the draft's name.
  func newest(by history: DraftHistory) -> [String: DraftSurvey.Entry] {
    var newest: [String: (file: File, touch: DraftHistory.Step?)] = [:]
    for file in files.values.joined() {
      let touch = history.touch(of: folder.appending(file.path), with: file.content)
      let name = file.name
      if let known = newest[name] {
        let (old, new) = (known.touch?.committed ?? .min, touch?.committed ?? .min)
        let isNewer = new != old ? new > old : file.branch < known.file.branch
        guard isNewer else { continue }
      }
      newest[name] = (file, touch)
    }
    return newest.filter { !isDeleted($1.file, $1.touch, name: $0, history) }
      .mapValues { file, touch in
        DraftSurvey.Entry(
          DraftFolder.path + "/" + file.path.text,
          .committed(file.content),
          branch: branches[file.branch].name,
          touch: history.isShallow && touch?.parents.isEmpty == true ? nil : touch
        )
      }
  }

  private func isDeleted(
    _ file: File,
    _ touch: DraftHistory.Step?,
    name: String,
    _ history: DraftHistory
  ) -> Bool {
    guard branches.contains(where: \.isProtected), !protectedNames.contains(name),
      let deleted = history.deletions[folder.appending(file.path)]
    else { return false }
    return deleted >= touch?.committed ?? .min
  }
}

// Paths and what they tell.
extension BranchFiles {
  /// Returns the path from the workspace's root of a draft that git names; `nil` for what is none.
  static func draft(_ path: GitPath, below folder: GitPath) -> String? {
    let part = part(of: path, below: folder)
    return isDraft(part) ? DraftFolder.path + "/" + part.text : nil
  }

  private static func part(of path: GitPath, below folder: GitPath) -> GitPath {
    GitPath(bytes: path.bytes.dropFirst(folder.bytes.count + 1))
  }

  private static func isDraft(_ path: GitPath) -> Bool {
    let isMarkdown = [".md", ".markdown"].contains {
      path.bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    guard isMarkdown else { return false }
    return !["media/", "approvals/"].contains { path.bytes.starts(with: $0.utf8) }
  }

  /// The draft's name, as ``DraftSurvey/Entry/name`` has it.
  static func name(of path: GitPath) -> String {
    let file = path.parts.last ?? []
    let text = String(decoding: file, as: UTF8.self)
    if text.hasSuffix(".md"), let slug = Slug(text.dropLast(3)) { return slug.description }
    return DraftFolder.path + "/" + path.text
  }
}
