/// Where values stand that a rendering made on its way and nobody has a variable for.
@safe struct Scratch: ~Copyable {
  /// The last two results of a pipeline: one filter's input and what it makes of it; then `nil`.
  private let results = unsafe Memory<Value>.allocate(3)
  private var turn = 0
  /// What paths gave that stands in no data, each by itself so that none ever moves.
  private var kept: [UnsafeMutablePointer<Value>] = unsafe []

  init() { unsafe results.initialize(repeating: .nil, count: 3) }

  deinit {
    unsafe results.deinitialize(count: 3)
    unsafe Memory.release(results)
    for index in unsafe kept.indices { unsafe Self.free(kept[index]) }
  }

  /// Where a `nil` stands.
  @unsafe var nothing: UnsafePointer<Value> { unsafe UnsafePointer(results + 2) }

  /// Puts a filter's result where it stands until the one after the next comes.
  mutating func setResult(_ value: consuming Value) -> Operand {
    turn ^= 1
    unsafe results[turn] = value
    return unsafe .place(UnsafePointer(results + turn))
  }

  /// Puts a text that a filter made there, in the memory of the last but one if that is free.
  mutating func setResult(_ bytes: Bytes, isMarkup: Bool) -> Operand {
    let place = unsafe results + (turn ^ 1)
    guard case .string(var text) = unsafe place.pointee, text.bytes.capacity <= Self.reused,
      text.bytes.capacity >= bytes.count
    else {
      return setResult(.string(Text(bytes.array, isMarkup: isMarkup)))
    }
    unsafe place.pointee = .nil
    text.bytes.removeAll(keepingCapacity: true)
    unsafe text.bytes.append(contentsOf: bytes.buffer)
    text.isMarkup = isMarkup
    return setResult(.string(text))
  }

  /// Memory of more bytes is not used again, lest a short text keep it.
  private static let reused = 256

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
