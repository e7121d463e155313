/// The form in which libcrypto takes the numbers of an ECDSA signature (RFC 3279, section 2.2.3).
enum DERSignature {
  /// Encodes two positive numbers, each of at most 66 bytes without leading zeros.
  static func encode(r: [UInt8], s: [UInt8]) -> [UInt8] {
    let numbers = integer(r) + integer(s)
    // 2 × (2 + 1 + 66) bytes: with P-521 the length no longer fits into seven bits.
    let length = UInt8(clamping: numbers.count)
    return [0x30] + (length < 0x80 ? [length] : [0x81, length]) + numbers
  }

  private static func integer(_ magnitude: [UInt8]) -> [UInt8] {
    let number = (magnitude.first ?? 0) >= 0x80 ? [0] + magnitude : magnitude
    return [0x02, UInt8(clamping: number.count)] + number
  }
}
