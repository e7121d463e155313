public import Diagnostics
internal import Git
internal import Synchronization

/// What lies where in a workspace, asked many times: a folder is listed once for all names that it
/// surely does not hold, and once more for the kinds of those that it may.
///
/// Links are not followed and names count byte by byte, also where the file system is more generous
/// and where Swift takes two spellings of a letter for one, so the disk and a commit give the same
/// answers.
public final class FileIndex: Sendable {
  /// The files themselves.
  public let files: any WorkspaceFiles
  private let folders = Mutex<[GitPath: [GitPath: FileStore.Kind]]>([:])
  private let surroundings = Mutex<[GitPath: NameFilter]>([:])

  /// Takes files of which nothing has been listed yet.
  public init(_ files: any WorkspaceFiles) { self.files = files }

  /// Returns what a path itself is, or `nil` if nothing has that name; what stands behind a link or
  /// a submodule on the way is `other`, since nobody knows what that leads to elsewhere.
  ///
  /// - Throws: what keeps a folder on the way from being listed.
  public func kind(of path: String) throws(Diagnostic) -> FileStore.Kind? {
    guard FileStore.isInside(path) else { return nil }
    var folder: GitPath = ""
    var kind = FileStore.Kind.folder
    for part in GitPath(path).parts {
      guard kind == .folder else { return kind == .other ? .other : nil }
      guard let found = try list(folder)[GitPath(bytes: part)] else { return nil }
      kind = found
      folder = folder.appending(part)
    }
    return kind
  }

  /// Returns what can be told at once of the names in a folder, itself without a slash at its end.
  ///
  /// - Throws: what keeps it or a folder on the way from being listed.
  func names(in folder: String) throws(Diagnostic) -> NameFilter {
    let kind = folder.isEmpty ? .folder : try kind(of: folder)
    var filter = NameFilter()
    guard kind == .folder else { return filter }
    for entry in try files.entries(in: folder) { filter.insert(entry.name) }
    return filter
  }

  /// Returns the same of a folder, of that of all drafts and of the root together.
  func names(around folder: String) throws(Diagnostic) -> NameFilter {
    let path = GitPath(folder)
    return try surroundings.withLock { surroundings throws(Diagnostic) in
      if let known = surroundings[path] { return known }
      var filter = try names(in: folder)
      for other in [DraftFolder.path, ""] where other != folder {
        filter.formUnion(try names(in: other))
      }
      surroundings[path] = filter
      return filter
    }
  }

  private func list(_ path: GitPath) throws(Diagnostic) -> [GitPath: FileStore.Kind] {
    if let known = folders.withLock({ $0[path] }) { return known }
    var kinds: [GitPath: FileStore.Kind] = [:]
    for entry in try files.entries(in: path.text) { kinds[GitPath(entry.name)] = entry.kind }
    folders.withLock { [kinds] in $0[path] = kinds }
    return kinds
  }
}
