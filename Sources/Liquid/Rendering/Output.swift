/// The text that a rendering has written so far.
///
/// Its storage is filled ahead of what is written, so that writing is a comparison and a copy.
struct Output {
  private var storage: [UInt8]
  /// The number of bytes that have been written.
  private(set) var count = 0

  init(capacity: Int) { storage = Array(repeating: 0, count: max(1024, capacity)) }

  /// What has been written.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Writes bytes.
  mutating func append(_ other: [UInt8]) { append(other, 0..<other.count) }

  /// Writes a range of bytes.
  mutating func append(_ other: [UInt8], _ range: Range<Int>) {
    unsafe other.withUnsafeBufferPointer {
      unsafe append(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Writes a text of the engine's own.
  mutating func append(literal text: StaticString) {
    text.withUTF8Buffer { unsafe append($0) }
  }

  /// Writes a value as it prints.
  mutating func append(_ value: Value) {
    switch value {
    case .nil: break
    case .string(let text): append(text.bytes)
    case .int(let number): append(number)
    default: append(value.text.bytes)
    }
  }

  /// Writes a whole number in decimal.
  mutating func append(_ number: Int) {
    if number < 0 { append(literal: "-") }
    let digits = Value.digitCount(of: number.magnitude)
    reserve(digits)
    var rest = number.magnitude
    for position in (count..<count + digits).reversed() {
      storage[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Takes what was written from a position on back out and returns it.
  mutating func cut(from start: Int) -> [UInt8] {
    defer { count = start }
    return Array(storage[start..<count])
  }

  /// Returns what has been written; nothing can be written any more.
  mutating func finish() -> [UInt8] {
    storage.removeLast(storage.count - count)
    return storage
  }

  private mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let source = other.baseAddress else { return }
    reserve(other.count)
    unsafe storage.withUnsafeMutableBufferPointer { storage in
      guard let base = storage.baseAddress else { return }
      unsafe (base + count).update(from: source, count: other.count)
    }
    count += other.count
  }

  private mutating func reserve(_ more: Int) {
    let missing = count + more - storage.count
    guard missing > 0 else { return }
    storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count)))
  }
}
