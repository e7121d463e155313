import Diagnostics
import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder for git's passing needs, gone when nobody holds it any more.
final class ScratchFolder: Sendable {
  /// Where it is.
  let path: String

  /// Makes an empty folder that nobody else can enter.
  init(in parent: String) throws(Diagnostic) {
    var template = Array("\(parent)/ghost-git-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw .noScratch(in: parent) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws(Diagnostic) {
    guard unsafe mkdir("\(path)/\(name)", 0o700) == 0 else { throw .noScratch(in: path) }
  }

  /// Writes a file in it.
  func write(_ text: String, to name: String) throws(Diagnostic) {
    guard let file = unsafe fopen("\(path)/\(name)", "wx") else { throw .noScratch(in: path) }
    let written = unsafe fputs(text, file)
    guard unsafe fclose(file) == 0, written >= 0 else { throw .noScratch(in: path) }
  }

  /// Removes a file, or a folder with all that is in it; only git and we ever wrote here.
  private static func remove(_ path: String) {
    guard unsafe unlink(path) != 0, let folder = unsafe opendir(path) else { return }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    unsafe closedir(folder)
    unsafe rmdir(path)
  }
}
