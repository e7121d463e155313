internal import Diagnostics
internal import Git

/// The drafts at the tips of all branches, each version once.
struct BranchFiles {
  /// A file of one or more branches.
  private struct File {
    let path: GitPath
    let content: ObjectID
    /// The branch to name, as a position in `branches`: the one that is checked out, else a local
    /// one.
    let branch: Int
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
    in repository: Repository,
    _ branches: [Tip]
  ) throws(Diagnostic) {
    self.folder = folder
    self.branches = branches
    var store = try TreeStore(repository)
    let folders = try store.entries(at: folder, in: branches.map(\.tree))
      .map { $0?.kind == .folder ? $0?.id : nil }
    try store.readAhead(folders.compactMap { $0 })
    var seen: Set<ObjectID> = []
    var base: ObjectID?
    for (index, folder) in folders.enumerated() {
      guard let folder else { continue }
      let branch = branches[index]
      let isNew = seen.insert(folder).inserted
      if base == nil || branch.isProtected {
        for file in try store.files(below: folder) {
          add(file.path, file.kind.isFile ? file.id : nil, of: index)
          if branch.name == nil { checkedOut[file.path] = file.id }
          if branch.isProtected { protectedNames.insert(Self.name(of: file.path)) }
        }
      } else if isNew, let base {
        // Branches have nearly all files in common.
        for change in try store.changes(from: base, to: folder) {
          guard let new = change.new else { continue }
          add(change.path, new.kind.isFile ? new.id : nil, of: index)
        }
      }
      base = base ?? folder
    }
  }

  /// Takes a file; a link or a foreign commit is none.
  private mutating func add(_ path: GitPath, _ content: ObjectID?, of branch: Int) {
    guard let content else { return }
    if let known = files[content], known.contains(where: { $0.path == path }) { return }
    guard Self.isDraft(path) else { return }
    files[content, default: []].append(File(path: path, content: content, branch: branch))
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

  /// Returns the newest version of each draft by the draft's name.
  func newest(by history: DraftHistory) -> [String: DraftSurvey.Entry] {
    var newest: [String: (file: File, touch: DraftHistory.Step?)] = [:]
    for file in files.values.joined() {
      let touch = history.touch(of: folder.appending(file.path), with: file.content)
      let name = Self.name(of: file.path)
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
