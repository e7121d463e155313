import Testing

@testable import Liquid

/// Letters are flipped eight at a time, the last of them in a word that overlaps the one before.
@Suite struct LetterCaseTests {
  @Test("texts of every length change their case letter by letter", arguments: 0...40)
  func lengths(length: Int) {
    let mixed = (0..<length).map { Array("aZ9@[`{Mzb".utf8)[$0 % 10] }
    let lower = (0..<length).map { Array("az9@[`{mzb".utf8)[$0 % 10] }
    let upper = (0..<length).map { Array("AZ9@[`{MZB".utf8)[$0 % 10] }
    #expect(written(mixed, LetterCase.writeLower) == lower)
    #expect(written(mixed, LetterCase.writeUpper) == upper)
  }

  @Test("a letter beyond ASCII is mapped wherever it stands", arguments: 0...20)
  func beyond(position: Int) {
    let text =
      String(repeating: "X", count: position) + "É" + String(repeating: "y", count: 20 - position)
    let expected =
      String(repeating: "x", count: position) + "é" + String(repeating: "y", count: 20 - position)
    #expect(written(Array(text.utf8), LetterCase.writeLower) == Array(expected.utf8))
  }

  private func written(_ bytes: [UInt8], _ write: (Bytes, inout Output) -> Void) -> [UInt8] {
    var output = Output(capacity: 0)
    unsafe write(Bytes(of: bytes), &output)
    withExtendedLifetime(bytes) {}
    return output.finish()
  }
}
