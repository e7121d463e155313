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

  /// Whether another text has the very same bytes.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { others in
        guard let bytes = bytes.baseAddress, let others = others.baseAddress else { return true }
        return unsafe memcmp(bytes, others, count) == 0
      }
    }
  }

  /// Adds a number, not negative and of at most so many digits, with zeros before it.
  mutating func append(digitsOf number: Int, width: Int) {
    let start = count
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
    var rest = number
    for index in (start..<count).reversed() {
      self[index] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
