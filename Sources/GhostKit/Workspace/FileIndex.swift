public import Diagnostics
internal import Synchronization

/// What lies where in a workspace, asked many times: each folder is listed once.
///
/// Links are not followed and names count as they are written, also where the file system is
/// more generous, so the disk and a commit give the same answers.
public final class FileIndex: Sendable {
  /// The files themselves.
  public let files: any WorkspaceFiles
  private let folders = Mutex<[String: [String: FileStore.Kind]]>([:])

  /// Takes files of which nothing has been listed yet.
  public init(_ files: any WorkspaceFiles) { self.files = files }

  /// Returns what a path itself is, or `nil` if nothing has that name.
  ///
  /// - Throws: what keeps a folder on the way from being listed.
  public func kind(of path: String) throws(Diagnostic) -> FileStore.Kind? {
    guard FileStore.isInside(path) else { return nil }
    var folder = ""
    var kind = FileStore.Kind.folder
    for part in path.split(separator: "/") {
      guard kind == .folder else { return nil }
      let name = String(part)
      guard let found = try names(in: folder)[name] else { return nil }
      kind = found
      folder += folder.isEmpty ? name : "/" + name
    }
    return kind
  }

  private func names(in folder: String) throws(Diagnostic) -> [String: FileStore.Kind] {
    if let known = folders.withLock({ $0[folder] }) { return known }
    var names: [String: FileStore.Kind] = [:]
    for entry in try files.entries(in: folder) { names[entry.name] = entry.kind }
    folders.withLock { $0[folder] = names }
    return names
  }
}
