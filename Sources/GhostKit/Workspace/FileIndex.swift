public import Diagnostics
internal import Git
internal import Synchronization

/// What lies where in a workspace, asked many times: each folder is listed once.
///
/// Links are not followed and names count byte by byte, also where the file system is more generous
/// and where Swift takes two spellings of a letter for one, so the disk and a commit give the same
/// answers.
public final class FileIndex: Sendable {
  /// The files themselves.
  public let files: any WorkspaceFiles
  private let folders = Mutex<[GitPath: [GitPath: FileStore.Kind]]>([:])

  /// Takes files of which nothing has been listed yet.
  public init(_ files: any WorkspaceFiles) { self.files = files }

  /// Returns what a path itself is, or `nil` if nothing has that name.
  ///
  /// - Throws: what keeps a folder on the way from being listed.
  public func kind(of path: String) throws(Diagnostic) -> FileStore.Kind? {
    guard FileStore.isInside(path) else { return nil }
    var folder: GitPath = ""
    var kind = FileStore.Kind.folder
    for part in GitPath(path).parts {
      guard kind == .folder else { return nil }
      guard let found = try names(in: folder)[GitPath(bytes: part)] else { return nil }
      kind = found
      folder = folder.appending(part)
    }
    return kind
  }

  private func names(in folder: GitPath) throws(Diagnostic) -> [GitPath: FileStore.Kind] {
    if let known = folders.withLock({ $0[folder] }) { return known }
    var names: [GitPath: FileStore.Kind] = [:]
    for entry in try files.entries(in: folder.text) { names[GitPath(entry.name)] = entry.kind }
    folders.withLock { $0[folder] = names }
    return names
  }
}
