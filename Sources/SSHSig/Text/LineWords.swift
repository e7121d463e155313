/// Takes a line apart at its blanks, one word after the other.
struct LineWords {
  /// What has not been taken yet.
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
    skipBlanks()
  }

  /// Takes the next word, which is empty at the end of the line, and the blanks behind it.
  mutating func next() -> ArraySlice<UInt8> {
    take(rest.prefix { !Self.isBlank($0) }.endIndex)
  }

  /// Takes what stands before an index, and the blanks behind it.
  mutating func take(_ end: Int) -> ArraySlice<UInt8> {
    let word = rest[..<end]
    rest = rest[end...]
    skipBlanks()
    return word
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private mutating func skipBlanks() { rest = rest.drop(while: Self.isBlank) }
}
