internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The one owner of an open file or folder; it is closed when it goes.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  /// How messages call it.
  let name: String

  /// Opens without following a link at the end and without waiting for a pipe's other side.
  init(_ path: String, named name: String, flags: Int32 = O_RDONLY) throws(Diagnostic) {
    self.name = name
    descriptor = unsafe Self.open(path, in: AT_FDCWD, flags: flags)
    guard descriptor >= 0 else { throw .file("open", name, code: errno) }
  }

  init(owning descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit { _ = close(descriptor) }

  /// Opens what lies in an open folder, as ``init(_:named:flags:)`` does; negative if it cannot be.
  static func open(
    _ path: UnsafePointer<CChar>,
    in folder: Int32,
    flags: Int32 = O_RDONLY
  ) -> Int32 {
    retried { unsafe openat(folder, path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
  }

  /// Returns what the file system knows of it.
  func status() throws(Diagnostic) -> FileStatus {
    guard let status = FileStatus(of: descriptor) else { throw .file("read", name, code: errno) }
    return status
  }

  /// Returns all bytes of a regular file, or refuses one that is longer than a limit.
  func bytes(limit: Int) throws(Diagnostic) -> [UInt8] {
    try bytes(limit: limit, size: try status().size)
  }

  /// Returns the same of a file whose size has been asked.
  func bytes(limit: Int, size: Int) throws(Diagnostic) -> [UInt8] {
    guard size <= limit else { throw .fileTooLarge(name, limit: limit) }
    // One more than there should be, so that the end is seen without another turn.
    var bytes = try part(atMost: size + 1)
    guard bytes.count != size else { return bytes }
    while true {
      guard bytes.count <= limit else { throw .fileTooLarge(name, limit: limit) }
      let part = try part(atMost: 64 * 1024)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  private func part(atMost count: Int) throws(Diagnostic) -> [UInt8] {
    var result = 0
    let part = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      result = Self.retried { unsafe read(descriptor, buffer.baseAddress, count) }
      filled = max(result, 0)
    }
    guard result >= 0 else { throw .file("read", name, code: errno) }
    return part
  }

  /// Writes all bytes and waits until the disk has them.
  func fill(_ bytes: [UInt8]) throws(Diagnostic) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        Self.retried {
          unsafe write(
            descriptor,
            buffer.baseAddress?.advanced(by: written),
            buffer.count - written
          )
        }
      }
      guard count > 0 else { throw .file("write", name, code: count < 0 ? errno : EIO) }
      written += count
    }
    try synchronize()
  }

  /// Waits until the disk has what was written.
  func synchronize() throws(Diagnostic) {
    guard Self.retried({ fsync(descriptor) }) != 0 else { return }
    // A file system that cannot wait for a folder says so with one of these.
    guard [EINVAL, ENOTSUP, EBADF].contains(errno) else { throw .file("write", name, code: errno) }
  }

  /// Repeats a call that a signal interrupted.
  static func retried<Number: SignedInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
