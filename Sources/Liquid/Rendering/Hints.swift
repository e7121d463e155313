internal import Synchronization

/// Where each step of a program's paths last found its name among an object's entries.
///
/// Objects of one kind most often have their entries in one order, so that a look at one place
/// answers nearly every search. All renderings of a program share them, on whatever thread: a hint
/// that is wrong costs a search.
@safe struct Hints: @unchecked Sendable {
  private let hints: UnsafeMutablePointer<Hint>
  private let count: Int

  /// Makes a hint for each step of a program; whoever does gives them back with ``deallocate()``.
  init(of program: Program) {
    count = program.steps.count
    unsafe hints = .allocate(capacity: count)
    for step in 0..<count {
      let hint =
        switch program.steps[step].kind {
        case .member(let name), .key(let name), .command(let name, _):
          Hint(of: program.names.keys[name].bytes)
        case .index, .computed: Hint(of: Bytes.none)
        }
      unsafe (hints + step).initialize(to: hint)
    }
  }

  func deallocate() {
    unsafe hints.deinitialize(count: count)
    unsafe hints.deallocate()
  }

  /// Returns where the value of a step's name stands among entries that somebody holds, if it stands
  /// where such a name was found last.
  @inline(__always)
  @unsafe func hit(_ step: Int, in entries: UnsafeBufferPointer<Object.Entry>)
    -> UnsafePointer<Value>?
  {
    precondition(UInt(bitPattern: step) < UInt(bitPattern: count))
    let hint = unsafe hints + step
    let position = unsafe Int(hint.pointee.position.load(ordering: .relaxed))
    guard position < entries.count, let first = entries.baseAddress,
      unsafe hint.pointee.isName(of: first + position)
    else { return nil }
    return unsafe UnsafeRawPointer(first + position).assumingMemoryBound(to: Value.self)
  }

  /// Returns where the value of a step's name stands among entries that somebody holds.
  @inline(__always)
  @unsafe func find(
    _ key: NameKey,
    in entries: UnsafeBufferPointer<Object.Entry>,
    for step: Int
  ) -> UnsafePointer<Value>? {
    precondition(UInt(bitPattern: step) < UInt(bitPattern: count))
    guard let position = unsafe Object.position(of: key, in: entries) else { return nil }
    unsafe hints[step].position.store(Int32(clamping: position), ordering: .relaxed)
    return unsafe entries.baseAddress.map {
      unsafe UnsafeRawPointer($0 + position).assumingMemoryBound(to: Value.self)
    }
  }
}

/// A step's name, if it has 4 to 16 bytes, in two words that may overlap, and where it stood last.
private struct Hint: ~Copyable {
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  /// The number of bytes; -1 for a name that is shorter or longer, which is always searched for.
  private var count: Int32 = -1
  let position = Atomic<Int32>(0)

  init(of name: Bytes) {
    guard let base = unsafe name.base, name.count >= 4, name.count <= 16 else { return }
    count = Int32(truncatingIfNeeded: name.count)
    if name.count >= 8 {
      unsafe (first, last) = (base.word(at: 0), base.word(at: name.count - 8))
    } else {
      unsafe (first, last) = (base.halfWord(at: 0), base.halfWord(at: name.count - 4))
    }
  }

  /// Whether an object's entry has this name.
  @inline(__always)
  @unsafe func isName(of entry: UnsafePointer<Object.Entry>) -> Bool {
    let name = unsafe Bytes(of: entry.pointee.key.text.bytes)
    guard name.count == Int(count), let base = unsafe name.base else { return false }
    if count >= 8 {
      return unsafe base.word(at: 0) == first && base.word(at: name.count &- 8) == last
    }
    return unsafe base.halfWord(at: 0) == first && base.halfWord(at: name.count &- 4) == last
  }
}
