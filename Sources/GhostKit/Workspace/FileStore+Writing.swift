public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension FileStore {
  /// Writes a file whole: a kill at any point leaves what was there, or all that is new.
  ///
  /// Folders on the way are made, permissions of a file that was there are kept.
  /// - Throws: `file-outside` or `file-not-regular` where nothing is to be written, `file-failed`
  ///   where it cannot be; then nothing has changed.
  public func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let target = try target(of: path)
    let present = FileStatus(of: target.path, followingLink: false)
    if let present, present.kind != .file {
      throw .notRegular(path, isFolder: present.kind == .folder)
    }
    let file = try TemporaryFile(in: target.folder, for: path)
    try file.fill(bytes, mode: present?.mode)
    try file.replace(target.name)
  }

  /// Writes a new file whole; `false` if the name is taken, whatever has it, and nothing is done.
  ///
  /// - Throws: as ``write(_:to:)`` does.
  public func create(
    _ bytes: [UInt8],
    at path: String,
    isExecutable: Bool = false
  ) throws(Diagnostic) -> Bool {
    let target = try target(of: path)
    if FileStatus(of: target.path, followingLink: false) != nil { return false }
    let file = try TemporaryFile(in: target.folder, for: path)
    try file.fill(bytes, mode: isExecutable ? 0o755 : nil)
    return try file.link(target.name)
  }

  /// Makes a folder and those on its way; what is there already is left alone.
  public func makeFolder(_ path: String) throws(Diagnostic) {
    _ = try absolute(path)
    var way = ""
    for part in path.split(separator: "/") {
      way += way.isEmpty ? part : "/" + part
      if let kind = try kind(of: way) {
        guard kind == .folder else { throw .notFolder(way) }
      } else if unsafe mkdir(try absolute(way), 0o777) != 0, errno != EEXIST {
        throw .file("make", way, code: errno)
      }
    }
  }

  private func target(of path: String) throws(Diagnostic)
    -> (path: String, folder: String, name: String)
  {
    _ = try absolute(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parent = path.dropLast(name.count + 1)
    if !parent.isEmpty { try makeFolder(String(parent)) }
    let folder = parent.isEmpty ? root : try resolve(String(parent)) ?? root
    return (folder + "/" + name, folder, name)
  }
}

/// A file that is being written, under a name that no reader takes for anything of the user's.
///
/// It is gone when this goes, whether it became the real file or not.
private struct TemporaryFile: ~Copyable {
  private let folder: OpenFile
  private let file: OpenFile
  private let name: String

  init(in path: String, for target: String) throws(Diagnostic) {
    let folder = try OpenFile(path, named: target, flags: O_RDONLY | O_DIRECTORY)
    let made = try Self.make(in: folder.descriptor, for: target)
    self.folder = folder
    name = made.name
    file = OpenFile(owning: made.descriptor, named: target)
  }

  private static func make(
    in folder: Int32,
    for target: String
  ) throws(Diagnostic) -> (name: String, descriptor: Int32) {
    var attempts = 0
    while true {
      let name = ".ghost-tmp-" + String(UInt64.random(in: .min ... .max), radix: 36)
      let descriptor = OpenFile.retried {
        unsafe openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      }
      if descriptor >= 0 { return (name, descriptor) }
      attempts += 1
      guard errno == EEXIST, attempts < 100 else { throw .file("write", target, code: errno) }
    }
  }

  deinit { _ = unsafe unlinkat(folder.descriptor, name, 0) }

  func fill(_ bytes: [UInt8], mode: mode_t?) throws(Diagnostic) {
    if let mode, fchmod(file.descriptor, mode) != 0 {
      throw .file("write", file.name, code: errno)
    }
    try file.fill(bytes)
  }

  /// Takes the place of what has a name, if anything has it.
  func replace(_ target: String) throws(Diagnostic) {
    guard unsafe renameat(folder.descriptor, name, folder.descriptor, target) == 0 else {
      throw .file("write", file.name, code: errno)
    }
    try folder.synchronize()
  }

  /// Takes a name that nothing has; `false` if something came first.
  func link(_ target: String) throws(Diagnostic) -> Bool {
    guard unsafe linkat(folder.descriptor, name, folder.descriptor, target, 0) == 0 else {
      if errno == EEXIST { return false }
      throw .file("write", file.name, code: errno)
    }
    try folder.synchronize()
    return true
  }
}
