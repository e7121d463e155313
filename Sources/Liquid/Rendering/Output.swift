#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The text that a rendering has written so far.
///
/// Its storage is filled ahead of what is written, so that writing is a comparison and a copy.
@safe struct Output: ~Copyable {
  private var storage: [UInt8]
  /// Where the storage stands; it is nobody else's while anything is written.
  private var base: UnsafeMutablePointer<UInt8>
  /// How many bytes can be written without a look: as many as there is room for, within ``limit``.
  private var capacity: Int
  /// The number of bytes that have been written.
  private(set) var count = 0
  /// How many bytes may be written; more are taken, but whoever writes them is asked to look.
  private let limit: Int
  /// How many steps may be made until somebody looks at the limits; writing beyond ``limit`` leaves
  /// none, so that a single comparison at each step watches both.
  var stepsToLook = 0

  init(capacity: Int, limit: Int = .max) {
    storage = Self.storage(of: max(64, capacity))
    self.limit = limit
    self.capacity = min(storage.count, limit)
    unsafe base = Self.address(of: &storage)
  }

  /// Returns bytes that are whatever they are: none is read before it is written.
  private static func storage(of capacity: Int) -> [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: capacity) { _, count in count = capacity }
  }

  private static func address(of storage: inout [UInt8]) -> UnsafeMutablePointer<UInt8> {
    // There are 64 bytes at least.
    unsafe storage.withUnsafeMutableBufferPointer { unsafe $0.baseAddress.unsafelyUnwrapped }
  }

  /// What has been written; ask again after anything more is.
  var written: Bytes { unsafe Bytes(base: base, count: count) }

  /// Writes what is made with a look at all that has been written.
  mutating func append<E: Error>(
    by encode: (ArraySlice<UInt8>) throws(E) -> [UInt8]
  ) throws(E) {
    let more = try encode(storage[..<count])
    // Whoever kept what was shown to it must not see it change.
    unsafe base = Self.address(of: &storage)
    append(more)
  }

  /// Writes bytes.
  mutating func append(_ other: [UInt8]) {
    unsafe append(Bytes(of: other))
    withExtendedLifetime(other) {}
  }

  /// Writes bytes.
  @inline(__always)
  mutating func append(_ other: Bytes) {
    guard let source = unsafe other.base else { return }
    let length = other.count
    reserve(length)
    unsafe (base + count).copyBytes(length, from: source)
    count &+= length
  }

  /// How many bytes behind a literal text there must be that can be read.
  static let padding = 32

  /// Writes bytes behind which there is padding.
  @inline(__always)
  mutating func append(padded other: Bytes) {
    guard let source = unsafe other.base else { return }
    reserve(other.count &+ Self.padding)
    let end = unsafe base + count
    unsafe end.copy(Self.padding, from: source)
    if other.count > Self.padding {
      unsafe (end + Self.padding).copyBytes(
        other.count &- Self.padding,
        from: source + Self.padding
      )
    }
    count &+= other.count
  }

  /// Writes one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count &+= 1
  }

  /// Writes bytes that a function puts into memory which has room for as many as may come.
  ///
  /// The function returns how many came.
  @inline(__always)
  mutating func append(
    atMost room: Int,
    by write: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    reserve(room)
    count &+= unsafe write(base + count)
  }

  /// Writes a text of the engine's own.
  mutating func append(literal text: StaticString) {
    unsafe append(Bytes(base: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a value as it prints.
  mutating func append(_ value: borrowing Value) {
    if append(value.view) { return }
    append(value.text.bytes)
  }

  /// Writes a value as it prints.
  @inline(__always)
  mutating func append(_ operand: Operand) {
    if append(operand.view) { return }
    append(operand.value.text.bytes)
  }

  /// Writes a value if it is of a kind that nearly all are; returns whether it is.
  @inline(__always)
  mutating func append(_ view: View) -> Bool {
    switch view {
    case .nil: return true
    case .string(let text):
      append(text)
      return true
    case .int(let number):
      append(number)
      return true
    case .float(let number): return append(number)
    case .bool(let isTrue):
      append(literal: isTrue ? "true" : "false")
      return true
    default: return false
    }
  }

  /// Writes a whole number in decimal.
  @inline(__always)
  mutating func append(_ number: Int) {
    guard number >= 0, number < 10 else { return append(long: number) }
    append(UInt8(truncatingIfNeeded: 0x30 &+ number))
  }

  /// Writes a number if it is a short one; returns whether it is.
  @inline(never)
  private mutating func append(_ number: Double) -> Bool {
    guard let short = ShortDecimal(number) else { return false }
    append(short)
    return true
  }

  /// Writes a number in decimal.
  mutating func append(_ number: ShortDecimal) {
    if number.isNegative { append(UInt8(ascii: "-")) }
    append(number.whole)
    append(UInt8(ascii: "."))
    reserve(number.decimals)
    var rest = number.fraction
    for position in (0..<number.decimals).reversed() {
      unsafe base[count + position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += number.decimals
  }

  @inline(never)
  private mutating func append(long number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let digits = Value.digitCount(of: number.magnitude)
    reserve(digits)
    var rest = number.magnitude
    var position = count + digits
    while position > count {
      position -= 1
      unsafe base[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Takes what was written from a position on back out.
  mutating func cut(to start: Int) { count = min(count, max(0, start)) }

  /// Takes what was written from a position on back out and returns it.
  mutating func take(from start: Int) -> [UInt8] {
    defer { count = start }
    return written[start..<count].array
  }

  /// Returns what has been written; nothing can be written any more.
  consuming func finish() -> [UInt8] {
    storage.removeLast(storage.count - count)
    return storage
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if more > capacity &- count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let needed = count + more
    if needed > limit { stepsToLook = 0 }
    if needed > storage.count {
      var larger = Self.storage(of: max(needed, 2 * storage.count))
      let memory = unsafe Self.address(of: &larger)
      unsafe memory.copy(count, from: base)
      storage = larger
      unsafe base = memory
    }
    capacity = min(storage.count, limit)
  }
}

extension UnsafeMutablePointer<UInt8> {
  fileprivate func copy(_ count: Int, from source: UnsafePointer<UInt8>) {
    unsafe memcpy(self, source, count)
  }

  /// Copies bytes: up to 64, which nearly all texts are, by a few copies that may overlap and without a
  /// call.
  @inline(__always)
  func copyBytes(_ length: Int, from source: UnsafePointer<UInt8>) {
    if length >= 16 {
      guard length <= 64 else { return unsafe copy(length, from: source) }
      unsafe copy(16, from: source)
      if length > 32 {
        unsafe (self + 16).copy(16, from: source + 16)
        unsafe (self + length - 32).copy(16, from: source + length - 32)
      }
      unsafe (self + length - 16).copy(16, from: source + length - 16)
    } else if length >= 8 {
      unsafe copy(8, from: source)
      unsafe (self + length - 8).copy(8, from: source + length - 8)
    } else if length >= 4 {
      unsafe copy(4, from: source)
      unsafe (self + length - 4).copy(4, from: source + length - 4)
    } else if length > 0 {
      unsafe self[0] = source[0]
      unsafe self[length >> 1] = source[length >> 1]
      unsafe self[length - 1] = source[length - 1]
    }
  }
}
