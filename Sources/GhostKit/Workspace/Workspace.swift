public import Diagnostics

/// A folder that ghost works in: the one that holds `.ghost/`.
public struct Workspace: Sendable {
  /// Everything that is in it.
  public let files: FileStore

  /// The folder that marks a workspace.
  public static let mark = ".ghost"

  /// Takes a folder that is a workspace.
  ///
  /// - Throws: `no-workspace` (usage) if it has no `.ghost` folder.
  public init(at folder: String) throws(Diagnostic) {
    files = try FileStore(root: folder)
    guard Self.isFolder(files.root + "/" + Self.mark) else { throw .noWorkspace(folder) }
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
