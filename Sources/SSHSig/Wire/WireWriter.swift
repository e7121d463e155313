/// Writes the fields of a blob as RFC 4251, section 5, lays them out: the inverse of the reader.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ bytes: some Collection<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  mutating func uint32(_ value: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func string(_ bytes: some Collection<UInt8>) {
    // Nothing that is read or written here comes near 4 GiB; a longer one could not be read back.
    uint32(UInt32(clamping: bytes.count))
    raw(bytes)
  }

  /// Writes a positive integer from its magnitude without leading zeros.
  mutating func positiveInteger(_ magnitude: some Collection<UInt8>) {
    let needsSign = (magnitude.first ?? 0) >= 0x80
    string(needsSign ? [0] + Array(magnitude) : Array(magnitude))
  }
}
