internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that the user names on the command line, wherever it is.
///
/// Unlike the files of a workspace it may be anything that can be read: a link, a pipe that a shell
/// has made (`<(…)`), `/dev/stdin`.
enum NamedFile {
  /// Returns a file's text; a relative path starts at `folder`.
  ///
  /// - Throws: `file-missing` (usage) if there is none, `file-too-large`, or `file-failed`.
  static func read(_ path: String, from folder: String, limit: Int) throws(Diagnostic)
    -> SourceText
  {
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    let descriptor = OpenFile.retried { unsafe open(absolute, O_RDONLY | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else {
      let code = errno
      throw [ENOENT, ENOTDIR].contains(code)
        ? .namedFileMissing(path) : .file("open", path, code: code)
    }
    let file = OpenFile(owning: descriptor, named: path)
    if try file.status().kind == .folder { throw .notRegular(path, isFolder: true) }
    return SourceText(path: path, bytes: try file.bytes(limit: limit))
  }
}
