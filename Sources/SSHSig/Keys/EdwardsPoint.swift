/// What can be wrong with the 32 bytes of an Ed25519 key, short of not being a point at all.
enum EdwardsPoint {
  /// Whether a key is written in its only right form and can bind anyone.
  ///
  /// Under a key of small order a signature can be made without any secret; OpenSSH and libcrypto
  /// take such keys, and here they would let anybody sign. A y-coordinate of `p` or more is a second
  /// spelling of a smaller one (RFC 8032, section 5.1.3, has it refused).
  static func isSound(_ key: ArraySlice<UInt8>) -> Bool {
    guard key.count == 32, let last = key.last else { return false }
    let y = key.dropLast() + [last & 0x7F]
    return isBelowPrime(y) && !smallOrder.contains(Array(y))
  }

  /// The prime is 2²⁵⁵ − 19: 0xED, thirty times 0xFF and 0x7F, little-endian.
  private static func isBelowPrime(_ y: ArraySlice<UInt8>) -> Bool {
    guard let first = y.first, let last = y.last else { return false }
    return first < 0xED || last < 0x7F || y.dropFirst().dropLast().contains { $0 != 0xFF }
  }

  /// The y-coordinates of the eight points whose order divides the cofactor.
  private static let smallOrder: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0,
      0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC,
      0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F,
      0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03,
      0x7A,
    ],
  ]
}
