#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One of the two streams that a command writes.
///
/// Writing never throws: whoever writes to a closed pipe has nobody left to tell. The first failure
/// is kept, further text is dropped, and the end of the run decides what the failure means.
public final class TextOutput {
  private let descriptor: Int32?
  private var pending: [UInt8] = []
  /// The `errno` of the first write that failed.
  private(set) var failure: Int32?

  /// Takes a descriptor to write to, or nothing to keep what is written.
  init(descriptor: Int32?) { self.descriptor = descriptor }

  /// What was written and not flushed: everything, where there is no descriptor.
  public var text: String { String(decoding: pending, as: UTF8.self) }

  /// Writes a text as it is.
  public func write(_ text: String) { write(bytes: text.utf8) }

  /// Writes bytes as they are.
  func write(bytes: some Sequence<UInt8>) {
    guard failure == nil else { return }
    pending.append(contentsOf: bytes)
    if descriptor != nil, pending.count >= Self.capacity { flush() }
  }

  private static let capacity = 1 << 16

  /// Hands on what was written so far.
  func flush() {
    guard let descriptor, failure == nil, !pending.isEmpty else { return }
    var start = 0
    while start < pending.count {
      let count = unsafe pending.withUnsafeBytes { bytes in
        unsafe Self.send(UnsafeRawBufferPointer(rebasing: bytes[start...]), to: descriptor)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        failure = errno
        break
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
