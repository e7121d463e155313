/// The words that end a block or divide it, as a set: what an open tag waits for.
struct BlockWords: OptionSet {
  let rawValue: UInt16

  static let elseWord = BlockWords(rawValue: 1)
  static let elsifWord = BlockWords(rawValue: 2)
  static let whenWord = BlockWords(rawValue: 4)
  static let endIf = BlockWords(rawValue: 8)
  static let endUnless = BlockWords(rawValue: 16)
  static let endCase = BlockWords(rawValue: 32)
  static let endFor = BlockWords(rawValue: 64)
  static let endTableRow = BlockWords(rawValue: 128)
  static let endCapture = BlockWords(rawValue: 256)
  static let endIfChanged = BlockWords(rawValue: 512)

  private static let names: [(word: BlockWords, name: StaticString)] = [
    (.endIf, "endif"), (.endUnless, "endunless"), (.endCase, "endcase"), (.endFor, "endfor"),
    (.endTableRow, "endtablerow"), (.endCapture, "endcapture"), (.endIfChanged, "endifchanged"),
  ]

  /// The name of the word that ends the block.
  var end: String { Self.names.first { contains($0.word) }.map { "\($0.name)" } ?? "" }

  /// The word that a tag's name is; no word for any other tag.
  init(naming name: Bytes) {
    // Told apart by their length first: this is asked at every tag.
    switch name.count {
    case 4: self = name.isText("else") ? .elseWord : name.isText("when") ? .whenWord : []
    case 5: self = name.isText("endif") ? .endIf : name.isText("elsif") ? .elsifWord : []
    case 6: self = name.isText("endfor") ? .endFor : []
    case 7: self = name.isText("endcase") ? .endCase : []
    case 9: self = name.isText("endunless") ? .endUnless : []
    case 10: self = name.isText("endcapture") ? .endCapture : []
    case 11: self = name.isText("endtablerow") ? .endTableRow : []
    case 12: self = name.isText("endifchanged") ? .endIfChanged : []
    default: self = []
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}
