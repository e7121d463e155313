/// One string that a program is handed: an argument, a path or an environment's entry.
///
/// It is bytes rather than `String`, because a file's name need not be UTF-8 and must arrive as it
/// is on disk.
public struct Argument: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The string without the NUL that ends it in C.
  public let bytes: [UInt8]

  /// Takes bytes as they are.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Takes a text in UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Takes a text written in the source.
  public init(stringLiteral value: String) { self.init(value) }

  /// The string as text, for people; what is not UTF-8 is replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Returns the two strings one after the other.
  public static func + (left: Argument, right: Argument) -> Argument {
    Argument(bytes: left.bytes + right.bytes)
  }
}

/// Strings in one block of memory, as `posix_spawn` wants them.
struct CStringArray {
  private var block: [CChar] = []
  private var offsets: [Int] = []

  /// Copies strings; returns `nil` if one holds a NUL, which C would take for its end.
  init?(_ strings: some Sequence<Argument>) {
    for string in strings {
      guard !string.bytes.contains(0) else { return nil }
      offsets.append(block.count)
      block.append(contentsOf: string.bytes.lazy.map(CChar.init(bitPattern:)))
      block.append(0)
    }
  }

  /// Calls a function with a list of pointers that `nil` ends.
  mutating func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result? {
    let offsets = offsets
    return unsafe block.withUnsafeMutableBufferPointer { block -> Result? in
      let start = block.baseAddress
      var pointers: [UnsafeMutablePointer<CChar>?] = unsafe offsets.map { offset in
        unsafe start.map { unsafe $0 + offset }
      }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeMutableBufferPointer { pointers -> Result? in
        unsafe pointers.baseAddress.map { unsafe body($0) }
      }
    }
  }
}
