internal import Synchronization

/// Where each step of a program's paths last found its name among an object's entries.
///
/// Objects of one kind most often have their entries in one order, so that a look at one place
/// answers nearly every search. All renderings of a program share them, on whatever thread: a hint
/// that is wrong costs a search.
@safe struct Hints: @unchecked Sendable {
  private let positions: UnsafeMutablePointer<Atomic<Int32>>
  private let count: Int

  /// Makes hints for so many steps; whoever does gives them back with ``deallocate()``.
  init(steps: Int) {
    count = steps
    unsafe positions = .allocate(capacity: steps)
    for step in 0..<steps { unsafe (positions + step).initialize(to: Atomic(0)) }
  }

  func deallocate() {
    unsafe positions.deinitialize(count: count)
    unsafe positions.deallocate()
  }

  /// Returns where the value of a step's name stands among entries that somebody holds, if it stands
  /// where such a name was found last.
  @inline(__always)
  @unsafe func hit(
    _ key: UnsafePointer<NameKey>,
    in entries: UnsafeBufferPointer<Object.Entry>,
    for step: Int
  ) -> UnsafePointer<Value>? {
    precondition(UInt(bitPattern: step) < UInt(bitPattern: count))
    let hint = unsafe Int(positions[step].load(ordering: .relaxed))
    guard hint < entries.count, let first = entries.baseAddress,
      unsafe key.pointee.isShortName(of: first + hint)
    else { return nil }
    return unsafe UnsafeRawPointer(first + hint).assumingMemoryBound(to: Value.self)
  }

  /// Returns where the value of a step's name stands among entries that somebody holds.
  @unsafe func find(
    _ key: NameKey,
    in entries: UnsafeBufferPointer<Object.Entry>,
    for step: Int
  ) -> UnsafePointer<Value>? {
    precondition(UInt(bitPattern: step) < UInt(bitPattern: count))
    guard let position = unsafe Object.position(of: key, in: entries) else { return nil }
    unsafe positions[step].store(Int32(clamping: position), ordering: .relaxed)
    return unsafe entries.baseAddress.map {
      unsafe UnsafeRawPointer($0 + position).assumingMemoryBound(to: Value.self)
    }
  }
}
