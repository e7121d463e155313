/// Upper and lower case by the Unicode Standard's full mappings, letter by letter as Ruby does it:
/// `ß` becomes `SS`, and a final sigma is like any other.
enum LetterCase {
  static func upper(_ bytes: [UInt8]) -> [UInt8] {
    mapped(bytes, from: UInt8(ascii: "a")) { $0.uppercaseMapping }
  }

  static func lower(_ bytes: [UInt8]) -> [UInt8] {
    mapped(bytes, from: UInt8(ascii: "A")) { $0.lowercaseMapping }
  }

  /// The first letter large, all others small.
  static func capitalized(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.first else { return [] }
    if first < 0x80 {
      var result = lower(bytes)
      if first >= 0x61 && first <= 0x7A { result[0] = first - 0x20 } else { result[0] = first }
      return result
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let properties = scalar.properties
      result += index == 0 ? properties.titlecaseMapping : properties.lowercaseMapping
    }
    return Array(result.utf8)
  }

  /// The small letter of an ASCII letter; any other byte as it is.
  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }

  /// Flips the case of the 26 letters from one on, and maps all beyond ASCII.
  private static func mapped(
    _ bytes: [UInt8],
    from first: UInt8,
    full: (Unicode.Scalar.Properties) -> String
  ) -> [UInt8] {
    var result = bytes
    let isASCII = unsafe result.withUnsafeMutableBufferPointer { buffer in
      var all: UInt8 = 0
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        all |= byte
        unsafe buffer[index] = byte &- first < 26 ? byte ^ 0x20 : byte
      }
      return all < 0x80
    }
    if isASCII { return result }
    result.removeAll(keepingCapacity: true)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        result.append(byte &- first < 26 ? byte ^ 0x20 : byte)
      } else {
        result += full(scalar.properties).utf8
      }
    }
    return result
  }
}
