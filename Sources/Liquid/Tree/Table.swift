#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A growing row of entries in memory of its own: what a program is made of.
///
/// Copying one copies the address alone, so that reading an entry counts no references. In return its
/// owner must give the memory back with ``deallocate()``, once, and nobody may use it then.
@safe struct Table<Element> {
  private var base: UnsafeMutablePointer<Element>?
  private(set) var count = 0
  private var capacity = 0

  var indices: Range<Int> { 0..<count }

  subscript(position: Int) -> Element {
    get { unsafe address(of: position).pointee }
    _modify { yield unsafe &address(of: position).pointee }
  }

  subscript(ref: Ref<Element>) -> Element {
    get { self[Int(ref.position)] }
    _modify { yield &self[Int(ref.position)] }
  }

  /// Returns where an entry stands until the next one is added.
  @inline(__always)
  @unsafe func address(of position: Int) -> UnsafeMutablePointer<Element> {
    precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
    return unsafe base.unsafelyUnwrapped + position
  }

  /// Where the first entry stands, or would stand; there is memory once any was asked for.
  @unsafe var start: UnsafeMutablePointer<Element> { unsafe base.unsafelyUnwrapped }

  /// Returns where an entry stands until the next one is added.
  @inline(__always)
  @unsafe func address(of ref: Ref<Element>) -> UnsafeMutablePointer<Element> {
    unsafe address(of: Int(ref.position))
  }

  /// Returns where a row of entries, of which there is one at least, begins; all of them are there.
  @inline(__always)
  @unsafe func address(of run: Run<Element>) -> UnsafeMutablePointer<Element> {
    let start = unsafe address(of: Int(run.start))
    precondition(Int(run.count) <= count &- Int(run.start))
    return unsafe start
  }

  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    unsafe base.unsafelyUnwrapped.advanced(by: count).initialize(to: element)
    count += 1
  }

  mutating func add(_ element: Element) -> Ref<Element> {
    append(element)
    return Ref(count - 1)
  }

  mutating func add(_ elements: some Collection<Element>) -> Run<Element> {
    let start = count
    for element in elements { append(element) }
    return Run(start: start, count: count - start)
  }

  /// Adds entries that stand in a row elsewhere, as bytes do.
  mutating func add(copying elements: UnsafeBufferPointer<Element>) -> Run<Element> {
    let start = count
    if let source = elements.baseAddress, !elements.isEmpty {
      if elements.count > capacity - count { reserve(elements.count) }
      unsafe base.unsafelyUnwrapped.advanced(by: count).initialize(
        from: source,
        count: elements.count
      )
      count += elements.count
    }
    return Run(start: start, count: count - start)
  }

  /// Moves the last entries to another table.
  mutating func move(from start: Int, to other: inout Table) -> Run<Element> {
    let run = Run<Element>(start: other.count, count: count - start)
    guard let base = unsafe base, count > start else { return run }
    other.reserve(count - start)
    unsafe other.base.unsafelyUnwrapped.advanced(by: other.count).moveInitialize(
      from: base + start,
      count: count - start
    )
    other.count += count - start
    count = start
    return run
  }

  /// Makes room for more entries.
  @inline(never)
  mutating func reserve(_ more: Int) {
    guard more > capacity - count else { return }
    let larger = max(count + more, capacity * 2, 8)
    let memory = unsafe Memory<Element>.allocate(larger)
    if let base = unsafe base {
      unsafe memory.moveInitialize(from: base, count: count)
      unsafe Memory.release(base)
    }
    unsafe base = memory
    capacity = larger
  }

  /// Takes the last entry off.
  mutating func removeLast() {
    guard let base = unsafe base, count > 0 else { return }
    count -= 1
    unsafe (base + count).deinitialize(count: 1)
  }

  /// Returns a table of its own with the same entries.
  func copied() -> Table {
    var copy = Table()
    _ = unsafe copy.add(copying: UnsafeBufferPointer(start: base, count: count))
    return copy
  }

  /// Gives the memory back.
  func deallocate() {
    guard let base = unsafe base else { return }
    unsafe base.deinitialize(count: count)
    unsafe Memory.release(base)
  }
}

/// A ``Table`` that gives its memory back itself.
struct Stack<Element>: ~Copyable {
  private var table = Table<Element>()

  deinit { table.deallocate() }

  var count: Int { table.count }
  var indices: Range<Int> { table.indices }

  subscript(position: Int) -> Element {
    get { table[position] }
    _modify { yield &table[position] }
  }

  /// Looks at an entry where it stands.
  @inline(__always)
  func look<R>(at position: Int, _ body: (borrowing Element) -> R) -> R {
    unsafe body(table.address(of: position).pointee)
  }

  /// Returns where an entry stands until the next one is added.
  @inline(__always)
  @unsafe func address(of position: Int) -> UnsafeMutablePointer<Element> {
    unsafe table.address(of: position)
  }

  mutating func append(_ element: Element) { table.append(element) }

  /// Takes the last entry off.
  mutating func removeLast() { table.removeLast() }

  /// Takes the last entry off and returns it.
  mutating func popLast() -> Element {
    let last = table[table.count - 1]
    table.removeLast()
    return last
  }
}

/// Memory by the C library, which is a good deal faster than Swift's aligned one.
enum Memory<Element> {
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let memory = unsafe malloc(max(1, count) * MemoryLayout<Element>.stride)
    precondition(unsafe memory != nil, "out of memory")
    return unsafe memory.unsafelyUnwrapped.bindMemory(to: Element.self, capacity: count)
  }

  @unsafe static func release(_ memory: UnsafeMutablePointer<Element>) { unsafe free(memory) }
}

extension Table: @unchecked Sendable where Element: Sendable {}

/// The position of an entry in one of a program's tables.
struct Ref<Element>: Hashable, Sendable {
  let position: Int32

  init(_ position: Int) { self.position = Int32(truncatingIfNeeded: position) }
}

/// Consecutive entries of one of a program's tables.
struct Run<Element>: Hashable, Sendable {
  let start: Int32
  let count: Int32

  static var empty: Run { Run(start: 0, count: 0) }

  init(start: Int, count: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
  }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> {
    let start = Int(start)
    return unsafe Range(uncheckedBounds: (start, start &+ Int(count)))
  }
}
