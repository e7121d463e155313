#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The names in a folder, in one piece until they are sorted: of ten thousand, each would otherwise
/// be moved a dozen times.
struct FolderListing {
  private struct Item {
    let name: Range<Int>
    /// `nil` where the file system has not said it.
    let kind: FileStore.Kind?
  }

  private var bytes: [UInt8] = []
  private var items: [Item] = []

  /// How many names there are.
  var count: Int { items.count }

  /// Adds a name; those by which a folder calls itself and the one above are left out.
  mutating func add(_ name: some Collection<UInt8>, _ kind: FileStore.Kind?) {
    let start = bytes.count
    bytes.append(contentsOf: name)
    guard !bytes[start...].elementsEqual(".".utf8), !bytes[start...].elementsEqual("..".utf8) else {
      return bytes.removeSubrange(start...)
    }
    items.append(Item(name: start..<bytes.count, kind: kind))
  }

  /// Returns the names by their bytes.
  ///
  /// - Parameter find: Finds out the kind of a name of which it is not known.
  /// - Returns: an entry for each.
  func sorted(_ find: (String) -> FileStore.Kind) -> [FolderEntry] {
    let sorted = unsafe bytes.withUnsafeBytes { bytes in
      items.sorted { unsafe Self.precedes($0.name, $1.name, in: bytes) }
    }
    return sorted.map { item in
      let name = String(decoding: bytes[item.name], as: UTF8.self)
      return FolderEntry(name: name, kind: item.kind ?? find(name))
    }
  }

  private static func precedes(
    _ left: Range<Int>,
    _ right: Range<Int>,
    in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let shared = min(left.count, right.count)
    let order = unsafe memcmp(base + left.lowerBound, base + right.lowerBound, shared)
    return order == 0 ? left.count < right.count : order < 0
  }
}
