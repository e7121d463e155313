import Markdown
import Testing

@Suite struct EightBytesTests {
  /// The places that are marked, of eight bytes of which one differs.
  private func places(_ byte: UInt8, at place: Int, _ marks: (EightBytes) -> UInt64) -> [Int] {
    var bytes = [UInt8](repeating: UInt8(ascii: "-"), count: 8)
    bytes[place] = byte
    let marks = marks(EightBytes(of: bytes.span, at: 0))
    return (0..<8).filter { marks >> (8 * $0 + 7) & 1 == 1 }
  }

  @Test("letters, digits and the low line are marked, each by itself")
  func words() {
    for byte in UInt8(0)..<128 {
      let character = Character(Unicode.Scalar(byte))
      let isWord = character.isLetter || character.isNumber || character == "_"
      for place in 0..<8 {
        #expect(places(byte, at: place, \.wordMarks) == (isWord ? [place] : []), "\(byte)")
      }
    }
  }

  @Test("braces, bars, tildes and DEL are marked")
  func braces() {
    for byte in UInt8(0)...255 {
      let isMark = "{|}~\u{7F}".utf8.contains(byte)
      for place in 0..<8 {
        #expect(places(byte, at: place, \.braceMarks) == (isMark ? [place] : []), "\(byte)")
      }
    }
  }
}
