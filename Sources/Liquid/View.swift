#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Bytes that somebody else holds, looked at without a share in them.
///
/// The storage of an array stays where it is as long as somebody holds it and nobody changes it. A
/// rendering holds its data and its program until its end, and what it makes itself until nobody looks
/// at it any more; so it may look at all of them in this way.
@safe struct Bytes {
  let base: UnsafePointer<UInt8>?
  let count: Int

  @unsafe init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe base = buffer.baseAddress
    count = buffer.count
  }

  @unsafe init(base: UnsafePointer<UInt8>?, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// Looks at an array's bytes; the caller holds the array.
  @unsafe init(of array: [UInt8]) {
    unsafe self.init(array.withUnsafeBufferPointer { unsafe $0 })
  }

  /// No bytes.
  static var none: Bytes { unsafe Bytes(base: nil, count: 0) }

  var isEmpty: Bool { count == 0 }
  var buffer: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: base, count: count) }
  /// A copy.
  var array: [UInt8] { unsafe Array(buffer) }
  var first: UInt8? { count > 0 ? self[0] : nil }
  var last: UInt8? { count > 0 ? self[count - 1] : nil }

  subscript(position: Int) -> UInt8 {
    precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
    return unsafe base.unsafelyUnwrapped[position]
  }

  var indices: Range<Int> { 0..<count }

  /// Whether all of them are white space.
  var isBlank: Bool {
    for index in indices where !self[index].isSpace { return false }
    return true
  }

  subscript(range: Range<Int>) -> Bytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Bytes(base: base.map { unsafe $0 + range.lowerBound }, count: range.count)
  }

  @inline(__always)
  static func == (left: Bytes, right: Bytes) -> Bool {
    let count = left.count
    guard count == right.count else { return false }
    guard let first = unsafe left.base, let second = unsafe right.base else { return true }
    // Names and keywords are short: two words that may overlap cost less than a call.
    switch count {
    case 0: return true
    case 1...3:
      let (middle, last) = (count >> 1, count - 1)
      return unsafe first[0] == second[0] && first[middle] == second[middle]
        && first[last] == second[last]
    case 4..<8:
      return unsafe first.halfWord(at: 0) == second.halfWord(at: 0)
        && first.halfWord(at: count - 4) == second.halfWord(at: count - 4)
    case 8...16:
      return unsafe first.word(at: 0) == second.word(at: 0)
        && first.word(at: count - 8) == second.word(at: count - 8)
    default: return unsafe memcmp(first, second, count) == 0
    }
  }

  static func != (left: Bytes, right: Bytes) -> Bool { !(left == right) }

  /// Returns where a byte first stands in a range.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count,
      let base = unsafe base,
      let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// Whether these are the bytes of a text of the engine's own.
  func isText(_ text: StaticString) -> Bool {
    unsafe self == Bytes(base: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}

extension UnsafePointer<UInt8> {
  /// Reads eight bytes from an offset on.
  @unsafe func word(at offset: Int) -> UInt64 {
    unsafe UnsafeRawPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Reads one to three bytes, some of them twice, so that all are in what it returns.
  @unsafe func few(_ count: Int) -> UInt64 {
    unsafe UInt64(self[0]) << 16 | UInt64(self[count >> 1]) << 8 | UInt64(self[count &- 1])
  }

  /// Reads four bytes from an offset on.
  @unsafe func halfWord(at offset: Int) -> UInt64 {
    unsafe UInt64(UnsafeRawPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

/// What a value is, looked at without a share in it (``Bytes`` says when that may be).
@safe enum View {
  case `nil`
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(Bytes)
  case array(UnsafeBufferPointer<Value>)
  case object(UnsafeBufferPointer<Object.Entry>)
  case range(first: Int, last: Int)

  var isTruthy: Bool {
    switch self {
    case .nil, .bool(false): false
    default: true
    }
  }

  var isNil: Bool { if case .nil = self { true } else { false } }
}

extension Value {
  /// A look at this value; the caller holds it.
  @inline(__always)
  var view: View {
    switch self {
    case .nil: .nil
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .string(let text): unsafe .string(Bytes(of: text.bytes))
    case .array(let items): unsafe .array(items.withUnsafeBufferPointer { unsafe $0 })
    case .object(let object):
      unsafe .object(object.entries.withUnsafeBufferPointer { unsafe $0 })
    case .range(let first, let last): .range(first: first, last: last)
    }
  }
}

/// What an expression gives: a value that stands somewhere, or a small one of its own.
@safe enum Operand: @unchecked Sendable {
  case place(UnsafePointer<Value>)
  case int(Int)
  case bool(Bool)
  case `nil`

  /// A text without letters.
  static let emptyText: Operand = {
    let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    unsafe place.initialize(to: "")
    return unsafe .place(UnsafePointer(place))
  }()

  /// A look at it.
  @inline(__always)
  var view: View {
    switch self {
    case .place(let pointer): unsafe pointer.pointee.view
    case .int(let value): .int(value)
    case .bool(let value): .bool(value)
    case .nil: .nil
    }
  }

  /// Whether it is a text that a tag or a capture made.
  var isMarkup: Bool {
    if case .place(let pointer) = self { unsafe pointer.pointee.isMarkup } else { false }
  }

  /// Looks at the text that a filter takes it for.
  @inline(__always)
  func withText<R, E: Error>(_ body: (Bytes) throws(E) -> R) throws(E) -> R {
    if case .string(let bytes) = view { return try body(bytes) }
    let text = value.converted
    defer { withExtendedLifetime(text) {} }
    return try unsafe body(Bytes(of: text))
  }

  /// A copy of it.
  var value: Value {
    switch self {
    case .place(let pointer): unsafe pointer.pointee
    case .int(let value): .int(value)
    case .bool(let value): .bool(value)
    case .nil: .nil
    }
  }
}
