internal import Diagnostics
internal import Git
internal import Subprocess
internal import Synchronization

/// The newest version of every draft, over the working tree and all branches (design, section 3).
///
/// What is in no commit yet is the newest of all; then comes what was committed last. A draft that a
/// protected branch has deleted is gone, though older branches still carry it.
struct DraftSurvey: Sendable {
  /// One draft.
  struct Entry: Sendable {
    /// From the workspace's root.
    let path: String
    let content: Content
    /// The branch that has this version, if the working tree has not.
    let branch: String?
    /// The commit that made it so; `nil` if it is in none, or nobody can know.
    let touch: DraftHistory.Step?

    /// The draft's name, if the file has one.
    let slug: Slug?
    /// What twins of all branches have in common.
    var name: String { slug?.description ?? path }

    init(_ path: String, _ content: Content, branch: String?, touch: DraftHistory.Step?) {
      self.path = path
      self.content = content
      self.branch = branch
      self.touch = touch
      let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
      slug = name.hasSuffix(".md") ? Slug(name.dropLast(3)) : nil
    }
  }

  enum Content: Sendable {
    case committed(ObjectID)
    /// A file on the disk, and what the commit that is checked out has in its place.
    case working(SourceText, base: ObjectID?)
    case unreadable(Diagnostic)
  }

  /// The drafts by name.
  private(set) var entries: [Entry]
  /// What led to them; `nil` without git.
  private(set) var history: DraftHistory?
  private(set) var repository: Repository?
  /// All branches that can be read, with what is checked out.
  private(set) var tips: [BranchFiles.Tip] = []
  /// The branches that were left out, since they cannot be read.
  private(set) var findings = DiagnosticLog()
  /// What commits have; `nil` without git.
  var trees: CommittedFiles.Trees?

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - workspace: The workspace on the disk.
  ///   - protected: The names of the branches whose deletions count.
  ///   - variables: The environment in which git is asked.
  ///   - meanwhile: Takes the contents that are certain to be the newest of their drafts, or hardly
  ///     ever are not, while git still looks for the commits that made them.
  /// - Throws: what git or the file system says if they fail, and what `meanwhile` throws.
  init(
    of workspace: Workspace,
    protected: [String],
    variables: [String: String],
    _ meanwhile: ([ObjectID], CommittedFiles.Trees) throws(Diagnostic) -> Void = { _, _ in }
  ) throws(Diagnostic) {
    let environment = ChildEnvironment(variables)
    let repository = try Repository.find(from: workspace.root, environment: environment)
    guard let repository, repository.workTree != nil else {
      entries = try DraftFolder(of: workspace, variables: variables).entries
        .filter { $0.isFile && $0.isMarkdown }
        .compactMap { Self.working($0.path, base: nil, in: workspace) }
      return
    }
    let folder = repository.prefix.appending(GitPath(DraftFolder.path))
    var log = DiagnosticLog()
    // git looks at the working tree and compares folders while they are read here.
    let (states, committed) = Parallel.both {
      Result { () throws(Diagnostic) in try repository.workingStates(below: folder) }
    } _: {
      Result { () throws(Diagnostic) in
        let tips = try BranchFiles.tips(of: repository, protected: protected, &log)
        return try Committed.read(tips, folder, in: repository, &log, meanwhile)
      }
    }
    let (working, found) = (try states.get(), try committed.get())
    var newest = found.files.newest(by: found.history)
    for path in working.keys {
      // A draft that is only deleted in the working tree is still on its branch.
      guard let place = BranchFiles.draft(path, below: folder),
        let entry = Self.working(place, base: found.files.checkedOut(path), in: workspace)
      else { continue }
      newest[entry.name] = entry
    }
    entries = newest.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    history = found.history
    tips = found.tips
    trees = found.trees
    findings = log
    self.repository = repository
  }

  /// What commits have, and what led to it.
  private struct Committed {
    let tips: [BranchFiles.Tip]
    let trees: CommittedFiles.Trees
    let history: DraftHistory
    let files: BranchFiles

    /// Reads branches, without those that cannot be read.
    static func read(
      _ tips: [BranchFiles.Tip],
      _ folder: GitPath,
      in repository: Repository,
      _ log: inout DiagnosticLog,
      _ meanwhile: ([ObjectID], CommittedFiles.Trees) throws(Diagnostic) -> Void
    ) throws(Diagnostic) -> Committed {
      do throws(Diagnostic) {
        return try Committed(tips, folder, in: repository, meanwhile)
      } catch {
        let faults = Bisection.faults(among: tips, failing: error) { tips throws(Diagnostic) in
          _ = try Committed(tips, folder, in: repository) { _, _ in }
        }
        guard !faults.isEmpty, faults.count < tips.count else { throw error }
        for (index, fault) in faults {
          log.add(.branchUnreadable(tips[index].name ?? "HEAD", fault))
        }
        let faulty = Set(faults.map(\.index))
        let left = tips.indices.filter { !faulty.contains($0) }.map { tips[$0] }
        return try Committed(left, folder, in: repository, meanwhile)
      }
    }

    private init(
      _ tips: [BranchFiles.Tip],
      _ folder: GitPath,
      in repository: Repository,
      _ meanwhile: ([ObjectID], CommittedFiles.Trees) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
      let trees = try CommittedFiles.Trees(repository)
      let (history, files) = Parallel.both {
        Result { () throws(Diagnostic) in
          try DraftHistory(of: folder, in: repository, tips: tips.map(\.commit))
        }
      } _: {
        Result { () throws(Diagnostic) in
          let files = try trees.store.withLock { store throws(Diagnostic) in
            try BranchFiles(of: folder, tips, reading: &store)
          }
          try meanwhile(files.undisputed, trees)
          return files
        }
      }
      self.tips = tips
      self.trees = trees
      self.history = try history.get()
      self.files = try files.get()
    }
  }

  /// Reads a file on the disk; `nil` if it is gone.
  private static func working(_ path: String, base: ObjectID?, in workspace: Workspace) -> Entry? {
    let content: Content
    do throws(Diagnostic) {
      guard let source = try workspace.files.read(path) else { return nil }
      content = .working(source, base: base)
    } catch {
      content = .unreadable(error)
    }
    return Entry(path, content, branch: nil, touch: nil)
  }
}

extension DraftSurvey {
  /// Reads what commits have; what is missing, damaged or too large for a draft is left out.
  ///
  /// - Throws: what git says if it fails.
  func contents(of ids: [ObjectID]) throws(Diagnostic) -> [ObjectID: [UInt8]] {
    guard let repository, !ids.isEmpty else { return [:] }
    var contents: [ObjectID: [UInt8]] = [:]
    let ids = Array(Set(ids))
    let read = { (ids: [ObjectID]) throws(Diagnostic) in
      var reader = try ObjectReader(repository)
      try reader.read(ids, limit: FileStore.usualLimit) { index, answer in
        if case .object(.blob, let bytes) = answer { contents[ids[index]] = bytes }
      }
    }
    do throws(Diagnostic) {
      try read(ids)
    } catch {
      // git stops at the first that is damaged; what is not among the contents cannot be read.
      let faults = Bisection.faults(among: ids, failing: error, read)
      if faults.isEmpty || faults.count == ids.count { throw error }
    }
    return contents
  }
}

extension Workspace {
  /// Returns the names of the drafts on all branches, for completing a command line; none where they
  /// cannot be told.
  public func drafts(variables: [String: String]) -> [Slug] {
    let survey = try? DraftSurvey(of: self, protected: [], variables: variables)
    return survey?.entries.compactMap(\.slug) ?? []
  }
}
