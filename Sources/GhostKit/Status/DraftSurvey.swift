internal import Diagnostics
internal import Git
internal import Subprocess

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
  /// The commits at the ends of the branches that can be read.
  private(set) var tips: [ObjectID] = []
  /// The branches that were left out, since they cannot be read.
  private(set) var findings = DiagnosticLog()

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - workspace: The workspace on the disk.
  ///   - protected: The names of the branches whose deletions count.
  ///   - variables: The environment in which git is asked.
  /// - Throws: what git or the file system says if they fail.
  init(
    of workspace: Workspace,
    protected: [String],
    variables: [String: String]
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
    let tips = try BranchFiles.tips(of: repository, protected: protected, &log)
    let (states, branches) = Parallel.both {
      Result { () throws(Diagnostic) in try repository.workingStates(below: folder) }
    } _: {
      Result { () throws(Diagnostic) in
        try Self.read(tips, of: folder, in: repository, &log)
      }
    }
    let (history, files, read) = try branches.get()
    var found = files.newest(by: history)
    for path in try states.get().keys {
      // A draft that is only deleted in the working tree is still on its branch.
      guard let place = BranchFiles.draft(path, below: folder),
        let entry = Self.working(place, base: files.checkedOut(path), in: workspace)
      else { continue }
      found[entry.name] = entry
    }
    entries = found.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.history = history
    self.repository = repository
    self.tips = read.map(\.commit)
    findings = log
  }

  /// Reads branches, without those that cannot be read.
  private static func read(
    _ tips: [BranchFiles.Tip],
    of folder: GitPath,
    in repository: Repository,
    _ log: inout DiagnosticLog
  ) throws(Diagnostic) -> (DraftHistory, BranchFiles, [BranchFiles.Tip]) {
    let read = { (tips: [BranchFiles.Tip]) throws(Diagnostic) -> (DraftHistory, BranchFiles) in
      // git compares folders while they are read here.
      let (history, files) = Parallel.both {
        Result { () throws(Diagnostic) in
          try DraftHistory(of: folder, in: repository, tips: tips.map(\.commit))
        }
      } _: {
        Result { () throws(Diagnostic) in try BranchFiles(of: folder, in: repository, tips) }
      }
      return (try history.get(), try files.get())
    }
    do throws(Diagnostic) {
      let (history, files) = try read(tips)
      return (history, files, tips)
    } catch {
      let faults = Bisection.faults(among: tips, failing: error) { tips throws(Diagnostic) in
        _ = try read(tips)
      }
      guard !faults.isEmpty, faults.count < tips.count else { throw error }
      for (index, fault) in faults { log.add(.branchUnreadable(tips[index].name ?? "HEAD", fault)) }
      let faulty = Set(faults.map(\.index))
      let left = tips.indices.filter { !faulty.contains($0) }.map { tips[$0] }
      let (history, files) = try read(left)
      return (history, files, left)
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

extension Workspace {
  /// Returns the names of the drafts on all branches, for completing a command line; none where they
  /// cannot be told.
  public func drafts(variables: [String: String]) -> [Slug] {
    let survey = try? DraftSurvey(of: self, protected: [], variables: variables)
    return survey?.entries.compactMap(\.slug) ?? []
  }
}
