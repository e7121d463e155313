/// Upper and lower case by the Unicode Standard's full mappings, letter by letter as Ruby does it:
/// `ß` becomes `SS`, and a final sigma is like any other.
enum LetterCase {
  static func writeUpper(_ bytes: Bytes, to output: inout Output) {
    if write(bytes, flippingFrom: UInt8(ascii: "a"), to: &output) { return }
    output.append(upper(bytes.array))
  }

  static func writeLower(_ bytes: Bytes, to output: inout Output) {
    if write(bytes, flippingFrom: UInt8(ascii: "A"), to: &output) { return }
    output.append(lower(bytes.array))
  }

  /// The first letter large, all others small.
  static func writeCapitalized(_ bytes: Bytes, to output: inout Output) {
    guard let first = bytes.first else { return }
    guard first < 0x80 else { return output.append(capitalized(bytes.array)) }
    output.append(first >= 0x61 && first <= 0x7A ? first - 0x20 : first)
    writeLower(bytes[1..<bytes.count], to: &output)
  }

  /// Writes ASCII with the case of the 26 letters from one on flipped, or nothing if there is more
  /// than ASCII; returns whether it wrote.
  private static func write(
    _ bytes: Bytes,
    flippingFrom first: UInt8,
    to output: inout Output
  ) -> Bool {
    var all: UInt64 = 0
    unsafe output.append(atMost: bytes.count) { memory in
      guard let source = unsafe bytes.base else { return 0 }
      let count = bytes.count
      var index = 0
      while count &- index >= 8 {
        let word = unsafe source.word(at: index)
        all |= word
        unsafe memory.setWord(flipped(word, from: first), at: index)
        index &+= 8
      }
      if index > 0, index < count {
        // What is left ends a word that may begin among what is done.
        index = count &- 8
        let word = unsafe source.word(at: index)
        all |= word
        unsafe memory.setWord(flipped(word, from: first), at: index)
        index = count
      }
      while index < count {
        let byte = unsafe source[index]
        all |= UInt64(byte)
        unsafe memory[index] = byte &- first < 26 ? byte ^ 0x20 : byte
        index &+= 1
      }
      return all & Self.tops == 0 ? count : 0
    }
    return all & tops == 0
  }

  /// Flips the case of the 26 letters from one on in eight bytes of ASCII at once.
  @inline(__always)
  private static func flipped(_ word: UInt64, from first: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte's top bit is set from the first letter on, and again behind the last.
    let isLetterOrMore = word &+ ones &* UInt64(0x80 &- first)
    let isMore = word &+ ones &* UInt64(0x80 &- first &- 26)
    return word ^ (((isLetterOrMore ^ isMore) & tops) >> 2)
  }

  /// The top bit of each byte, which ASCII has not.
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  static func upper(_ bytes: [UInt8]) -> [UInt8] {
    mapped(bytes, from: UInt8(ascii: "a")) { $0.uppercaseMapping }
  }

  static func lower(_ bytes: [UInt8]) -> [UInt8] {
    mapped(bytes, from: UInt8(ascii: "A")) { $0.lowercaseMapping }
  }

  private static func capitalized(_ bytes: [UInt8]) -> [UInt8] {
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

extension UnsafeMutablePointer<UInt8> {
  /// Writes eight bytes from an offset on.
  @inline(__always)
  @unsafe fileprivate func setWord(_ word: UInt64, at offset: Int) {
    unsafe UnsafeMutableRawPointer(self).storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
  }
}
