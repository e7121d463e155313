internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folders that files were last read from, kept open.
///
/// Thousands of drafts lie in one folder. Whether a link leads there is asked once, and whoever puts
/// one in its place later leads nobody elsewhere.
final class OpenFolders: Sendable {
  private let root: String
  private let recent = Mutex<[Folder]>([])

  /// The drafts, their approvals, and two more.
  private static let most = 4

  private final class Folder: Sendable {
    /// From the root; empty for the root itself.
    let path: String
    let descriptor: Int32

    init(path: String, descriptor: Int32) {
      self.path = path
      self.descriptor = descriptor
    }

    deinit { _ = close(descriptor) }
  }

  /// Takes the root's absolute path, without links.
  init(root: String) { self.root = root }

  /// Opens a file below the root, whose path is known not to climb out of it; `nil` if there is
  /// none, or a link on the way to it.
  func open(_ path: String) -> OpenFile? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    guard let folder = folder(slash.map { path[..<$0] } ?? "") else { return nil }
    let start = slash.map { path.utf8.distance(from: path.startIndex, to: $0) + 1 } ?? 0
    let descriptor = unsafe path.withCString {
      unsafe OpenFile.open($0 + start, in: folder.descriptor)
    }
    return descriptor < 0 ? nil : OpenFile(owning: descriptor, named: path)
  }

  private func folder(_ path: Substring) -> Folder? {
    let known = recent.withLock { $0.first { $0.path.utf8.elementsEqual(path.utf8) } }
    if let known { return known }
    guard let opened = open(folder: path) else { return nil }
    recent.withLock { recent in
      if recent.count == Self.most { recent.removeFirst() }
      recent.append(opened)
    }
    return opened
  }

  /// Goes down folder by folder, so that no link on the way is followed.
  private func open(folder path: Substring) -> Folder? {
    var descriptor = unsafe OpenFile.open(root, in: AT_FDCWD, flags: O_DIRECTORY)
    for part in path.split(separator: "/") where descriptor >= 0 {
      let outer = descriptor
      descriptor = unsafe OpenFile.open(String(part), in: outer, flags: O_DIRECTORY)
      _ = close(outer)
    }
    return descriptor < 0 ? nil : Folder(path: String(path), descriptor: descriptor)
  }
}
