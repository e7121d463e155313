import Diagnostics

/// Reads the fields of a blob as RFC 4251, section 5, lays them out.
///
/// Every length is checked against what is left before anything is read, and integers are taken
/// only in their shortest form: each value has one encoding, so what is accepted re-encodes to
/// itself. Fields are named for the sake of the messages.
struct WireReader {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  mutating func byte(_ field: StaticString) throws(Diagnostic) -> UInt8 {
    try take(1, field).first ?? 0
  }

  mutating func uint32(_ field: StaticString) throws(Diagnostic) -> UInt32 {
    try take(4, field).reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func string(_ field: StaticString) throws(Diagnostic) -> ArraySlice<UInt8> {
    let count = try uint32(field)
    guard let count = Int(exactly: count) else { throw .truncated(field) }
    return try take(count, field)
  }

  /// Reads a string of visible ASCII: names of algorithms, of hashes and of namespaces.
  mutating func name(_ field: StaticString) throws(Diagnostic) -> String {
    let bytes = try string(field)
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .badName(field)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a positive integer and returns its magnitude, big-endian, without leading zeros.
  mutating func positiveInteger(_ field: StaticString) throws(Diagnostic) -> ArraySlice<UInt8> {
    let bytes = try string(field)
    guard let first = bytes.first, first < 0x80 else { throw .badInteger(field) }
    guard first == 0 else { return bytes }
    let magnitude = bytes.dropFirst()
    // A zero byte may only stand where the sign would be read otherwise; this refuses 0 as well.
    guard let second = magnitude.first, second >= 0x80 else { throw .badInteger(field) }
    return magnitude
  }

  /// Takes exactly these bytes, which begin a format.
  mutating func skip(_ prefix: some Collection<UInt8>) -> Bool {
    guard bytes[offset...].starts(with: prefix) else { return false }
    offset += prefix.count
    return true
  }

  /// Demands that nothing is left.
  func finish(_ whole: StaticString) throws(Diagnostic) {
    guard offset == bytes.endIndex else {
      throw .trailingBytes(bytes.endIndex - offset, after: whole)
    }
  }

  private mutating func take(
    _ count: Int,
    _ field: StaticString
  ) throws(Diagnostic) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - offset else { throw .truncated(field) }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}
