#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the file system knows of a file without reading it.
struct FileStatus {
  let kind: FileStore.Kind
  let size: Int
  /// The permissions alone.
  let mode: mode_t

  /// Asks about a path; a link at its end is followed or is itself of the kind `other`.
  ///
  /// If it is `nil`, `errno` says why.
  init?(of path: String, followingLink: Bool) {
    var status = stat()
    let result = unsafe followingLink ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    self.init(status)
  }

  /// Asks about an open file.
  init?(of descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(clamping: status.st_size)
    mode = status.st_mode & 0o7777
  }
}
