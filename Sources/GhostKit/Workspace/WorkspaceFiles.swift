public import Diagnostics

/// The files of a workspace as they are read: from the disk, or from a commit.
///
/// Paths are relative to the workspace's folder; one that climbs out is refused.
public protocol WorkspaceFiles: Sendable {
  /// Returns a text file of at most so many bytes, or `nil` if nothing has that name.
  func read(_ path: String, limit: Int) throws(Diagnostic) -> SourceText?

  /// Returns what a path is, or `nil` if nothing has that name.
  func kind(of path: String) throws(Diagnostic) -> FileStore.Kind?

  /// Returns what stands in a folder, by the bytes of the names; nothing if there is no such folder.
  ///
  /// The empty path is the workspace's own folder.
  func entries(in folder: String) throws(Diagnostic) -> [FolderEntry]
}

/// A name in a folder, and what it stands for.
public struct FolderEntry: Sendable, Hashable {
  /// The name alone.
  public let name: String
  /// What it is itself; a link, wherever it leads, is of the kind `other`.
  public let kind: FileStore.Kind
}

extension WorkspaceFiles {
  /// Returns a text file of the usual size, or `nil` if nothing has that name.
  public func read(_ path: String) throws(Diagnostic) -> SourceText? {
    try read(path, limit: FileStore.usualLimit)
  }

  /// Returns the names in a folder, by their bytes; none if there is no such folder.
  public func names(in folder: String) throws(Diagnostic) -> [String] {
    try entries(in: folder).map(\.name)
  }
}
