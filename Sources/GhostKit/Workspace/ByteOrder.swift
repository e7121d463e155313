#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension String {
  /// Whether it stands before another by its bytes in UTF-8, as git sorts names.
  ///
  /// `<` orders by characters, for which it has to know what they are.
  func precedesByBytes(_ other: String) -> Bool {
    let order = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        unsafe Self.order(left, right)
      }
    }
    return (order ?? nil).map { $0 < 0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether another has the very same bytes; Swift takes two spellings of a letter for one.
  func isSame(as other: String) -> Bool {
    let order = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        unsafe left.count == right.count && Self.order(left, right) == 0
      }
    }
    return (order ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether its bytes begin with those of another.
  ///
  /// `hasPrefix` goes by characters: a combining mark behind a slash makes one with it.
  func begins(withBytesOf other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether its bytes end in those of another.
  func ends(inBytesOf other: String) -> Bool {
    utf8.suffix(other.utf8.count).elementsEqual(other.utf8)
  }

  private static func order(
    _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = Swift.min(left.count, right.count)
    guard shared > 0, let one = left.baseAddress, let two = right.baseAddress else {
      return left.count - right.count
    }
    let order = unsafe memcmp(one, two, shared)
    return order == 0 ? left.count - right.count : Int(order)
  }
}
