/// Where values stand that a rendering made on its way and nobody has a variable for.
@safe struct Scratch: ~Copyable {
  /// The last two results of a pipeline: one filter's input and what it makes of it.
  private let results = unsafe Memory<Value>.allocate(2)
  private var turn = 0
  /// What paths gave that stands in no data, each by itself so that none ever moves.
  private var kept: [UnsafeMutablePointer<Value>] = unsafe []

  init() { unsafe results.initialize(repeating: .nil, count: 2) }

  deinit {
    unsafe results.deinitialize(count: 2)
    unsafe Memory.release(results)
    for index in unsafe kept.indices { unsafe Self.free(kept[index]) }
  }

  /// Puts a filter's result where it stands until the one after the next comes.
  mutating func setResult(_ value: consuming Value) -> Operand {
    turn ^= 1
    unsafe results[turn] = value
    return unsafe .place(UnsafePointer(results + turn))
  }

  /// The number of values that are kept, to return to with ``forget(to:)``.
  var count: Int { unsafe kept.count }

  /// Keeps a value for the length of a statement.
  mutating func keep(_ value: consuming Value) -> Operand {
    let place = unsafe Memory<Value>.allocate(1)
    unsafe place.initialize(to: value)
    unsafe kept.append(place)
    return unsafe .place(UnsafePointer(place))
  }

  /// Gives up what statements that have ended had kept.
  mutating func forget(to count: Int) {
    while unsafe kept.count > count, let place = unsafe kept.popLast() { unsafe Self.free(place) }
  }

  private static func free(_ place: UnsafeMutablePointer<Value>) {
    unsafe place.deinitialize(count: 1)
    unsafe Memory.release(place)
  }
}
