internal import CMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The memory of one tree, let go of as a whole.
///
/// libcmark asks for each node and each text by itself and gives them back one by one: a third of
/// its time. Here small ones are cut off chunks that the thread's next tree uses again, and nothing
/// has to be given back. libcmark hands its allocator no context, so each thread has a current one;
/// what is asked for while there is none comes from the system.
@safe
struct TreeMemory: ~Copyable {
  private let arena: UnsafeMutablePointer<Arena>

  /// Takes the thread's spare memory, or new one; `nil` if there is none.
  init?() {
    guard let thread = unsafe ThreadMemory.current else { return nil }
    if let spare = unsafe thread.pointee.spare {
      unsafe thread.pointee.spare = nil
      unsafe arena = spare
    } else {
      unsafe arena = .allocate(capacity: 1)
      unsafe arena.initialize(to: Arena())
    }
  }

  deinit {
    unsafe arena.pointee.reset()
    if let thread = unsafe ThreadMemory.current, unsafe thread.pointee.spare == nil {
      unsafe thread.pointee.spare = arena
    } else {
      unsafe ThreadMemory.free(arena)
    }
  }

  /// Runs a function whose trees are made in this memory.
  func use<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result {
    let thread = unsafe ThreadMemory.current
    let outer = unsafe thread?.pointee.arena
    unsafe thread?.pointee.arena = arena
    defer { unsafe thread?.pointee.arena = outer }
    return unsafe body(Self.functions)
  }

  /// What libcmark calls.
  nonisolated(unsafe) private static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
          guard !isTooMuch, let block = unsafe Block.make(bytes) else { abort() }
          return unsafe memset(block, 0, bytes)
        },
        realloc: { block, size in
          guard let block = unsafe Block.resized(block, to: size) else { abort() }
          return unsafe block
        },
        free: { block in
          if let block = unsafe block { unsafe Block.free(block) }
        }
      )
    )
    return unsafe functions
  }()
}

/// What a thread keeps between trees.
@unsafe
private struct ThreadMemory {
  /// Where small blocks come from now.
  var arena: UnsafeMutablePointer<Arena>?
  var spare: UnsafeMutablePointer<Arena>?

  /// That of this thread; `nil` only if there is no memory for it.
  static var current: UnsafeMutablePointer<ThreadMemory>? {
    if let known = unsafe pthread_getspecific(key) {
      return unsafe known.assumingMemoryBound(to: ThreadMemory.self)
    }
    let new = UnsafeMutablePointer<ThreadMemory>.allocate(capacity: 1)
    unsafe new.initialize(to: ThreadMemory())
    guard unsafe pthread_setspecific(key, new) == 0 else {
      unsafe new.deallocate()
      return nil
    }
    return unsafe new
  }

  static func free(_ arena: UnsafeMutablePointer<Arena>) {
    unsafe arena.pointee.free()
    unsafe arena.deallocate()
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    #if canImport(Darwin)
    unsafe pthread_key_create(&key) { unsafe ThreadMemory.end($0) }
    #else
    unsafe pthread_key_create(&key) {
      if let memory = unsafe $0 { unsafe ThreadMemory.end(memory) }
    }
    #endif
    return key
  }()

  private static func end(_ memory: UnsafeMutableRawPointer) {
    let thread = unsafe memory.assumingMemoryBound(to: ThreadMemory.self)
    if let spare = unsafe thread.pointee.spare { unsafe free(spare) }
    unsafe thread.deallocate()
  }
}

/// One piece of memory that libcmark has asked for.
@unsafe
private enum Block {
  static func make(_ count: Int) -> UnsafeMutableRawPointer? {
    let size = BlockSize.of(count)
    if let arena = unsafe ThreadMemory.current?.pointee.arena {
      return unsafe arena.pointee.take(size, owner: arena)
    }
    let whole = size + BlockSize.header
    guard let header = unsafe malloc(whole) else { return nil }
    unsafe header.storeBytes(of: Arena.Header(size: size, owner: nil), as: Arena.Header.self)
    return unsafe header + BlockSize.header
  }

  static func resized(
    _ block: UnsafeMutableRawPointer?,
    to count: Int
  ) -> UnsafeMutableRawPointer? {
    guard let block = unsafe block else { return unsafe make(count) }
    let header = unsafe header(of: block)
    let size = unsafe header.pointee.size
    if count <= size { return unsafe block }
    let newSize = BlockSize.of(count)
    let owner = unsafe header.pointee.owner
    if let owner = unsafe owner, unsafe owner.pointee.extend(block, from: size, to: newSize) {
      unsafe header.pointee.size = newSize
      return unsafe block
    }
    // Whose the block is, it says itself.
    let place =
      if let owner = unsafe owner {
        unsafe owner.pointee.take(newSize, owner: owner)
      } else {
        unsafe make(count)
      }
    guard let new = unsafe place else { return nil }
    unsafe memcpy(new, block, size)
    unsafe free(block)
    return unsafe new
  }

  static func free(_ block: UnsafeMutableRawPointer) {
    let header = unsafe header(of: block)
    guard let owner = unsafe header.pointee.owner else {
      unsafe UnsafeMutableRawPointer(header).deallocate()
      return
    }
    unsafe owner.pointee.give(block, of: header.pointee.size)
  }

  private static func header(
    of block: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<Arena.Header> {
    unsafe (block - BlockSize.header).assumingMemoryBound(to: Arena.Header.self)
  }
}
