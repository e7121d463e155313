#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension [UInt8] {
  /// Returns where a byte stands at or behind an offset; the C library looks at many at once.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard (0..<count).contains(start) else { return nil }
    return unsafe withUnsafeBytes { buffer in
      let rest = unsafe buffer.baseAddress?.advanced(by: start)
      return unsafe rest.flatMap { rest in
        unsafe memchr(rest, Int32(byte), count - start).map {
          unsafe start + (UnsafeRawPointer($0) - rest)
        }
      }
    }
  }
}
