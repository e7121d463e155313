import Markdown
import Testing

@Suite struct ThirtyTwoBytesTests {
  /// Bytes of which one differs.
  private func bytes(_ byte: UInt8, at place: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(ascii: "-"), count: 32)
    bytes[place] = byte
    return bytes
  }

  /// The places that are marked, of thirty-two bytes of which one differs.
  private func places(
    _ byte: UInt8,
    at place: Int,
    _ marks: (ThirtyTwoBytes) -> ThirtyTwoBytes.Marks
  ) -> [Int] {
    let bytes = bytes(byte, at: place)
    let marks = marks(ThirtyTwoBytes(of: bytes.span, at: 0))
    return (0..<32).filter { marks[$0 / 8] >> (8 * ($0 % 8) + 7) & 1 == 1 }
  }

  @Test("letters, digits and the low line are marked, each by itself")
  func words() {
    for byte in UInt8(0)..<128 {
      let character = Character(Unicode.Scalar(byte))
      let isWord = character.isLetter || character.isNumber || character == "_"
      for place in 0..<32 {
        #expect(places(byte, at: place, \.wordMarks) == (isWord ? [place] : []), "\(byte)")
      }
    }
  }

  @Test("braces, bars, tildes and DEL are marked")
  func braces() {
    for byte in UInt8(0)...255 {
      let isMark = "{|}~\u{7F}".utf8.contains(byte)
      for place in 0..<32 {
        #expect(places(byte, at: place, \.braceMarks) == (isMark ? [place] : []), "\(byte)")
      }
    }
  }

  @Test("the first byte of a kind is found, and nothing where there is none")
  func first() {
    for byte in UInt8(0)...255 where byte != UInt8(ascii: "-") {
      for place in 0..<32 {
        let bytes = bytes(byte, at: place)
        let find = { (marks: (ThirtyTwoBytes) -> ThirtyTwoBytes.Marks) in
          ThirtyTwoBytes.count(before: marks(ThirtyTwoBytes(of: bytes.span, at: 0)))
        }
        #expect(find { $0.marks(of: byte) } == place)
        let isOther = byte ^ 1 != UInt8(ascii: "-")
        #expect(!isOther || find { $0.marks(of: byte ^ 1) } == 32)
        #expect(find { $0.marks(lessThan: 0x20) } == (byte < 0x20 ? place : 32))
        #expect(find(\.nonASCII) == (byte < 0x80 ? 32 : place))
        #expect(find(\.digitMarks) == (0x30...0x3F ~= byte ? place : 32))
      }
    }
  }

  @Test("marks become one bit for each byte")
  func bits() {
    for place in 0..<32 {
      let bytes = bytes(UInt8(ascii: "a"), at: place)
      let marks = ThirtyTwoBytes(of: bytes.span, at: 0).wordMarks
      #expect(ThirtyTwoBytes.bits(of: marks) == 1 << UInt32(place))
    }
  }
}
