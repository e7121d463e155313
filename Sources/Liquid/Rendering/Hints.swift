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
          Hint(program.names.keys[name])
        case .index, .computed: Hint(NameKey(Bytes.none))
        }
      unsafe (hints + step).initialize(to: hint)
    }
  }

  func deallocate() {
    unsafe hints.deinitialize(count: count)
    unsafe hints.deallocate()
  }

  /// Returns where the value of a step's name stands among entries that somebody holds, if the name is
  /// a short one, which is compared at once, and stands where it was found last.
  @inline(__always)
  @unsafe func hit(_ step: Int, in entries: UnsafeBufferPointer<Object.Entry>)
    -> UnsafePointer<Value>?
  {
    precondition(UInt(bitPattern: step) < UInt(bitPattern: count))
    let hint = unsafe hints + step
    let position = unsafe Int(hint.pointee.position.load(ordering: .relaxed))
    guard position < entries.count, let first = entries.baseAddress,
      unsafe hint.pointee.isShortName(of: first + position)
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
    guard let first = entries.baseAddress, unsafe !Object.lacks(key, entries) else { return nil }
    let hint = unsafe hints + step
    let last = unsafe Int(hint.pointee.position.load(ordering: .relaxed))
    let former = unsafe Int(hint.pointee.former.load(ordering: .relaxed))
    var position = last
    if unsafe last >= entries.count || !key.isName(of: first + last) {
      if unsafe former < entries.count && key.isName(of: first + former) {
        position = former
      } else {
        guard let found = unsafe Object.position(of: key, in: entries) else { return nil }
        position = found
      }
      unsafe hint.pointee.former.store(Int32(clamping: last), ordering: .relaxed)
      unsafe hint.pointee.position.store(Int32(clamping: position), ordering: .relaxed)
    }
    return unsafe UnsafeRawPointer(first + position).assumingMemoryBound(to: Value.self)
  }
}

/// The hash of a step's name and where the name stood last.
private struct Hint: ~Copyable {
  /// The name's hash if that says all of it, or else one that no name has.
  private let hash: Int
  let position = Atomic<Int32>(0)
  /// Where the name stood the time before that, in an object with other entries: a list's objects
  /// often are of two kinds, with and without some name.
  let former = Atomic<Int32>(0)

  init(_ key: NameKey) { hash = key.isShort ? key.hash : .min }

  /// Whether this is a short name and an object's entry has it.
  @inline(__always)
  @unsafe func isShortName(of entry: UnsafePointer<Object.Entry>) -> Bool {
    unsafe hash == entry.pointee.key.hash
  }
}
