/// Base64 with the alphabet of RFC 4648, section 4, in its one canonical form.
enum Base64 {
  static func encode(_ bytes: some Collection<UInt8>, isPadded: Bool = true) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        result.append(alphabet[Int(bits >> count & 63)])
      }
    }
    if count > 0 { result.append(alphabet[Int(bits << (6 - count) & 63)]) }
    while isPadded, result.count % 4 != 0 { result.append(UInt8(ascii: "=")) }
    return result
  }

  /// Returns the bytes, or `nil` for anything that ``encode(_:isPadded:)`` would not have written.
  ///
  /// White space, missing or superfluous padding and bits that belong to no byte are refused.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    var padding = 0
    let values = values
    for character in text {
      guard character != UInt8(ascii: "=") else {
        padding += 1
        continue
      }
      let value = values[Int(character)]
      guard padding == 0, value < 64 else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    // Two characters of padding leave 4 spare bits, one leaves 2; three would stand for no byte.
    let spare = bits & ((1 << count) - 1)
    guard padding <= 2, padding * 2 == Int(count), spare == 0 else { return nil }
    return result
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// What each character stands for; more than 63 if it is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, character) in alphabet.enumerated() {
      values[Int(character)] = UInt8(truncatingIfNeeded: value)
    }
    return values
  }()
}
