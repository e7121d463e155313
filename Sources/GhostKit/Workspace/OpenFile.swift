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
    descriptor = Self.retried {
      unsafe open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    }
    guard descriptor >= 0 else { throw .file("open", name, code: errno) }
  }

  init(owning descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit { _ = close(descriptor) }

  /// Returns what the file system knows of it.
  func status() throws(Diagnostic) -> FileStatus {
    guard let status = FileStatus(of: descriptor) else { throw .file("read", name, code: errno) }
    return status
  }

  /// Returns all bytes of a regular file, or refuses one that is longer than a limit.
  func bytes(limit: Int) throws(Diagnostic) -> [UInt8] {
    let size = try status().size
    guard size <= limit else { throw .fileTooLarge(name, limit: limit) }
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is seen without another turn.
    var chunk = size + 1
    while true {
      let part = try part(atMost: chunk)
      bytes += part
      guard bytes.count <= limit else { throw .fileTooLarge(name, limit: limit) }
      if part.isEmpty || bytes.count == size && part.count < chunk { return bytes }
      chunk = 64 * 1024
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
