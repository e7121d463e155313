public import Diagnostics

public import Git

/// A folder that ghost works in, the one that holds `.ghost/`: on the disk, or as a commit has it.
public struct Workspace: Sendable {
  /// Everything that is in it.
  public let files: any WorkspaceFiles
  /// Its absolute path, whether or not its files are read from there.
  public let root: String

  /// The folder that marks a workspace.
  public static let mark = ".ghost"

  /// Takes a folder that is a workspace.
  ///
  /// - Throws: `no-workspace` (usage) if it has no `.ghost` folder.
  public init(at folder: String) throws(Diagnostic) {
    let store = try FileStore(root: folder)
    (files, root) = (store, store.root)
    guard Self.isFolder(root + "/" + Self.mark) else { throw .noWorkspace(folder) }
  }

  /// Takes the workspace that a tree of git has in a folder.
  ///
  /// - Parameters:
  ///   - tree: The root folder of a commit, or of what a merge results in.
  ///   - repository: Where it is read from.
  ///   - prefix: The workspace's folder, seen from the repository's root.
  ///   - root: Where the same workspace is on the disk, which names on the command line are
  ///     relative to.
  /// - Throws: `no-workspace-in-commit` if there is none in it.
  public init(
    of tree: ObjectID,
    in repository: Repository,
    below prefix: GitPath,
    root: String
  ) throws(Diagnostic) {
    try self.init(of: tree, in: CommittedFiles.Trees(repository), below: prefix, root: root)
  }

  /// Takes one of several workspaces that are read with one git process.
  init(
    of tree: ObjectID,
    in trees: CommittedFiles.Trees,
    below prefix: GitPath,
    root: String
  ) throws(Diagnostic) {
    files = try CommittedFiles(below: prefix, of: tree, in: trees)
    self.root = root
  }

  /// The folder on the disk, to write to.
  ///
  /// - Throws: `read-only` (usage) if the files are those of a commit.
  public var folder: FileStore {
    get throws(Diagnostic) {
      guard let store = files as? FileStore else { throw .readOnly }
      return store
    }
  }

  /// Finds the workspace that a folder belongs to, as git finds a repository: by walking up.
  ///
  /// It is looked for no further than the root of the repository, where `.git` is, so that a
  /// stray `.ghost` further up is never taken for the workspace of another project.
  /// - Throws: `no-workspace` (usage) if there is none.
  public static func find(from folder: String) throws(Diagnostic) -> Workspace {
    var folder = try FileStore(root: folder).root
    let start = folder
    while true {
      if isFolder(folder + "/" + mark) { return try Workspace(at: folder) }
      let isRepository = FileStatus(of: folder + "/.git", followingLink: false) != nil
      guard !isRepository, let slash = folder.lastIndex(of: "/"), folder != "/" else {
        throw .noWorkspace(start)
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  /// A link is no mark: what it leads to would be outside.
  private static func isFolder(_ path: String) -> Bool {
    FileStatus(of: path, followingLink: false)?.kind == .folder
  }
}
