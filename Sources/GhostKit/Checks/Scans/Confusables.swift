/// Letters of two scripts between which a reader sees no difference.
///
/// Source: Unicode Technical Standard 39, `confusables.txt`: the letters of Greek and Cyrillic
/// whose skeleton is that of one letter of ASCII.
enum Confusables {
  /// The letter of ASCII that a letter looks like, if it does.
  static func latin(_ value: UInt32) -> UInt32? {
    greek[value] ?? cyrillic[value]
  }

  /// Whether a letter of ASCII looks like one that Greek, or else Cyrillic, is written with today.
  static func looksForeign(_ letter: UInt32, greek isGreek: Bool) -> Bool {
    (isGreek ? modernGreek : modernCyrillic).contains(letter)
  }

  private static let greek = table([
    (0x37F, "J"), (0x391, "A"), (0x392, "B"), (0x395, "E"), (0x396, "Z"), (0x397, "H"),
    (0x399, "I"), (0x39A, "K"), (0x39C, "M"), (0x39D, "N"), (0x39F, "O"), (0x3A1, "P"),
    (0x3A4, "T"), (0x3A5, "Y"), (0x3A7, "X"), (0x3B1, "a"), (0x3B3, "y"), (0x3B9, "i"),
    (0x3BD, "v"), (0x3BF, "o"), (0x3C1, "p"), (0x3C3, "o"), (0x3C5, "u"), (0x3D2, "Y"),
    (0x3DC, "F"), (0x3F1, "p"), (0x3F2, "c"), (0x3F3, "j"), (0x3F9, "C"), (0x3FA, "M"),
  ])

  private static let cyrillic = table([
    (0x405, "S"), (0x406, "I"), (0x408, "J"), (0x410, "A"), (0x412, "B"), (0x415, "E"),
    (0x41A, "K"), (0x41C, "M"), (0x41D, "H"), (0x41E, "O"), (0x420, "P"), (0x421, "C"),
    (0x422, "T"), (0x423, "Y"), (0x425, "X"), (0x42C, "b"), (0x430, "a"), (0x433, "r"),
    (0x435, "e"), (0x43E, "o"), (0x440, "p"), (0x441, "c"), (0x443, "y"), (0x445, "x"),
    (0x455, "s"), (0x456, "i"), (0x458, "j"), (0x461, "w"), (0x474, "V"), (0x475, "v"),
    (0x4AE, "Y"), (0x4AF, "y"), (0x4BB, "h"), (0x4BD, "e"), (0x4C0, "I"), (0x4CF, "i"),
    (0x501, "d"), (0x50C, "G"), (0x51B, "q"), (0x51C, "W"), (0x51D, "w"),
  ])

  private static let modernGreek = Set("ABEZHIKMNOPTYXaiyvopu".unicodeScalars.map(\.value))
  private static let modernCyrillic = Set("SIJABEKMHOPCTYXaeopcyxsij".unicodeScalars.map(\.value))

  private static func table(_ pairs: [(UInt32, Unicode.Scalar)]) -> [UInt32: UInt32] {
    Dictionary(uniqueKeysWithValues: pairs.map { ($0, $1.value) })
  }
}
