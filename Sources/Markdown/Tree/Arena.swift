#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How memory is cut.
enum BlockSize {
  static let chunk = 1 << 16
  /// Half a megabyte serves all drafts that people write.
  static let mostSpares = 8
  static let alignment = 16
  /// What stands before a block or in a chunk: two words.
  static let header = 16
  static let largestListed = 1024
  static let lists = largestListed / alignment + 1

  /// The size that a block of so many bytes has.
  @inline(__always)
  static func of(_ count: Int) -> Int { max(alignment, (count + alignment - 1) & -alignment) }
}

/// Chunks of memory that blocks are cut off one after another, and lists of those given back.
///
/// A large block that is given back is lost until the whole is; libcmark's grow by half each time,
/// so that they are never more than a few times the text.
@unsafe
struct Arena {
  /// What stands before each block.
  @unsafe
  struct Header {
    var size: Int
    /// Whose it is; `nil` for the system's.
    var owner: UnsafeMutablePointer<Arena>?
  }

  @unsafe
  private struct Chunk {
    var next: UnsafeMutablePointer<Chunk>?
    var size: Int
  }

  private var start: UnsafeMutableRawPointer?
  private var left = 0
  private var chunks: UnsafeMutablePointer<Chunk>?
  private var spares: UnsafeMutablePointer<Chunk>?
  private var spareCount = 0
  /// For each size, divided by the alignment, the last block that was given back.
  private let lists: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  init() {
    let count = BlockSize.lists
    unsafe lists = .allocate(capacity: count)
    unsafe lists.initialize(repeating: nil, count: count)
  }

  /// Returns a block's place; `nil` if there is no memory.
  @inline(__always)
  mutating func take(_ size: Int, owner: UnsafeMutablePointer<Arena>) -> UnsafeMutableRawPointer? {
    if size <= BlockSize.largestListed, let block = unsafe lists[size / BlockSize.alignment] {
      unsafe lists[size / BlockSize.alignment] = block.load(as: UnsafeMutableRawPointer?.self)
      return unsafe block
    }
    let whole = size + BlockSize.header
    if unsafe left < whole, unsafe !grow(by: whole) { return nil }
    guard let header = unsafe start else { return nil }
    unsafe start = header + whole
    unsafe left -= whole
    unsafe header.storeBytes(of: Header(size: size, owner: owner), as: Header.self)
    return unsafe header + BlockSize.header
  }

  /// Makes a block longer where it is, which the last one that was cut off can be.
  mutating func extend(_ block: UnsafeMutableRawPointer, from size: Int, to newSize: Int) -> Bool {
    guard unsafe block + size == start, unsafe newSize - size <= left else { return false }
    unsafe start = block + newSize
    unsafe left -= newSize - size
    return true
  }

  /// Takes a block back.
  @inline(__always)
  mutating func give(_ block: UnsafeMutableRawPointer, of size: Int) {
    guard size <= BlockSize.largestListed else { return }
    unsafe block.storeBytes(
      of: lists[size / BlockSize.alignment],
      as: UnsafeMutableRawPointer?.self
    )
    unsafe lists[size / BlockSize.alignment] = block
  }

  private mutating func grow(by count: Int) -> Bool {
    let needed = count + BlockSize.header
    let chunk: UnsafeMutablePointer<Chunk>
    if needed <= BlockSize.chunk, let spare = unsafe spares {
      unsafe chunk = spare
      unsafe spares = spare.pointee.next
      unsafe spareCount -= 1
    } else {
      let size = max(needed, BlockSize.chunk)
      guard let memory = unsafe malloc(size) else { return false }
      unsafe chunk = memory.bindMemory(to: Chunk.self, capacity: 1)
      unsafe chunk.pointee.size = size
    }
    unsafe chunk.pointee.next = chunks
    unsafe chunks = chunk
    unsafe start = UnsafeMutableRawPointer(chunk) + BlockSize.header
    unsafe left = chunk.pointee.size - BlockSize.header
    return true
  }

  /// Takes everything back, and keeps as much as the next tree will want.
  mutating func reset() {
    while let chunk = unsafe chunks {
      unsafe chunks = chunk.pointee.next
      if unsafe chunk.pointee.size == BlockSize.chunk, unsafe spareCount < BlockSize.mostSpares {
        unsafe chunk.pointee.next = spares
        unsafe spares = chunk
        unsafe spareCount += 1
      } else {
        unsafe Self.free(chunk)
      }
    }
    unsafe lists.update(repeating: nil, count: BlockSize.lists)
    unsafe start = nil
    unsafe left = 0
  }

  /// Gives everything back to the system.
  mutating func free() {
    unsafe reset()
    while let chunk = unsafe spares {
      unsafe spares = chunk.pointee.next
      unsafe Self.free(chunk)
    }
    unsafe lists.deallocate()
  }

  private static func free(_ chunk: UnsafeMutablePointer<Chunk>) {
    #if canImport(Glibc)
    unsafe Glibc.free(chunk)
    #elseif canImport(Musl)
    unsafe Musl.free(chunk)
    #else
    unsafe Darwin.free(chunk)
    #endif
  }
}
