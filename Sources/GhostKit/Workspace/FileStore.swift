public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files below one folder, and nothing outside it.
///
/// Paths are relative to the root. One that climbs out, by `..`, by being absolute or through a
/// symbolic link, is refused before anything is read or written.
public struct FileStore: WorkspaceFiles {
  /// What can stand under a path.
  public enum Kind: Sendable {
    case file, folder
    /// A pipe, a socket or a device.
    case other
  }

  /// The folder's absolute path, without symbolic links on the way.
  public let root: String
  private let folders: OpenFolders

  /// Files that people write are smaller, so that a larger one is a mistake.
  public static let usualLimit = 1 << 20

  /// Takes an existing folder.
  ///
  /// - Throws: `folder-missing` (usage) if there is none, `file-failed` if it cannot be reached.
  public init(root: String) throws(Diagnostic) {
    guard let resolved = Self.resolved(root) else {
      let code = errno
      throw [ENOENT, ENOTDIR].contains(code)
        ? .folderMissing(root) : .file("open", root, code: code)
    }
    guard FileStatus(of: resolved, followingLink: true)?.kind == .folder else {
      throw .folderMissing(root)
    }
    self.root = resolved
    folders = OpenFolders(root: resolved)
  }

  /// Returns a text file, or `nil` if nothing has that name.
  ///
  /// - Throws: `file-outside`, `file-not-regular` or `file-too-large` where it is not to be read,
  ///   `file-failed` where it cannot be.
  public func read(_ path: String, limit: Int) throws(Diagnostic) -> SourceText? {
    guard Self.isInside(path) else { throw .outside(path) }
    if let file = folders.open(path) { return try Self.text(of: file, limit: limit) }
    guard let resolved = try resolve(path) else { return nil }
    return try Self.text(of: try OpenFile(resolved, named: path), limit: limit)
  }

  private static func text(
    of file: consuming OpenFile,
    limit: Int
  ) throws(Diagnostic) -> SourceText {
    let status = try file.status()
    guard status.kind == .file else {
      throw .notRegular(file.name, isFolder: status.kind == .folder)
    }
    return SourceText(path: file.name, bytes: try file.bytes(limit: limit, size: status.size))
  }

  /// Returns what a path is, links followed, or `nil` if nothing has that name.
  ///
  /// - Throws: `file-outside` if a link leaves the root.
  public func kind(of path: String) throws(Diagnostic) -> Kind? {
    guard let resolved = try resolve(path) else { return nil }
    guard let status = FileStatus(of: resolved, followingLink: true) else {
      throw .file("read", path, code: errno)
    }
    return status.kind
  }

  /// Returns what stands in a folder, by the bytes of the names; nothing if there is no such folder.
  public func entries(in folder: String) throws(Diagnostic) -> [FolderEntry] {
    guard let resolved = folder.isEmpty ? root : try resolve(folder) else { return [] }
    guard let stream = unsafe opendir(resolved) else { throw .file("read", folder, code: errno) }
    defer { unsafe closedir(stream) }
    var listing = FolderListing()
    while let entry = unsafe readdir(stream) {
      let kind = unsafe Self.kind(of: entry.pointee)
      unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe listing.add(name.prefix { $0 != 0 }, kind)
      }
      guard listing.count <= Self.mostNames else {
        throw .tooManyFiles(folder, limit: Self.mostNames)
      }
    }
    return listing.sorted { name in
      FileStatus(of: resolved + "/" + name, followingLink: false)?.kind ?? .other
    }
  }

  /// Most file systems say it in passing; where they do not, it is `nil`.
  private static func kind(of entry: dirent) -> Kind? {
    switch Int(entry.d_type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  private static let mostNames = 100_000

  /// Returns the absolute path without links, or `nil` if nothing has that name.
  func resolve(_ path: String) throws(Diagnostic) -> String? {
    let absolute = try absolute(path)
    guard let resolved = Self.resolved(absolute) else {
      let code = errno
      guard [ENOENT, ENOTDIR].contains(code) else { throw .file("open", path, code: code) }
      let isLink = FileStatus(of: absolute, followingLink: false) != nil
      guard !isLink else { throw .deadLink(path) }
      return nil
    }
    guard resolved == root || resolved.hasPrefix(root == "/" ? root : root + "/") else {
      throw .outside(path)
    }
    return resolved
  }

  /// Returns the absolute path, links not yet followed.
  func absolute(_ path: String) throws(Diagnostic) -> String {
    guard Self.isInside(path) else { throw .outside(path) }
    return root == "/" ? "/" + path : root + "/" + path
  }

  /// Whether a path stays below the folder that it is relative to, links aside.
  static func isInside(_ path: String) -> Bool {
    var part = (length: 0, dots: 0)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        guard part.length > 2 || part.length > part.dots else { return false }
        part = (0, 0)
      case 0..<0x20, 0x7F: return false
      default:
        part.length += 1
        if byte == UInt8(ascii: ".") { part.dots += 1 }
      }
    }
    return part.length > 2 || part.length > part.dots
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(validatingCString: resolved)
  }
}
