internal import Diagnostics
internal import Markdown

extension Check {
  /// Words that the executive would not say.
  static let voice = Check(
    "voice",
    .warning,
    "the executive would say every word",
    help: """
      A profile lists words that the executive avoids, and words that they say instead of others:

          voice:
            avoid: [synergy, journey]
            replace: { utilise: use }

      They are looked for as whole words in what a reader sees, code left out. \
      'ghost check --fix' writes the word that replaces another, but not within a link or a \
      quotation: those are somebody else's. It changes the text, so an approval is void.
      """,
    .draft { draft in
      draft.mentions.compactMap { mention in
        switch mention.entry {
        case .avoided: avoided(mention, in: draft)
        case .replaced(let other): replaced(mention, by: other, in: draft)
        case .rival, .piece: nil
        }
      }
    }
  )

  private static func avoided(_ mention: Vocabulary.Mention, in draft: Draft) -> Finding? {
    guard !draft.isAsked(mention.text) else { return nil }
    let text = draft.document.text
    return Finding(
      range: text.source(of: mention.text),
      message: "\(draft.executive) avoids '\(text.string(mention.text))'",
      hint: "say it in other words"
    )
  }

  private static func replaced(
    _ mention: Vocabulary.Mention,
    by other: String,
    in draft: Draft
  ) -> Finding? {
    guard !draft.isAsked(mention.text) else { return nil }
    let text = draft.document.text
    let word = text.string(mention.text)
    let replacement = cased(other, as: word)
    var finding = Finding(
      range: text.source(of: mention.text),
      message: "\(draft.executive) does not say '\(word)'",
      hint: "write '\(replacement)'"
    )
    if isOwnText(mention, in: draft) { finding.fix = .write(Array(replacement.utf8)) }
    return finding
  }

  /// Writes a word with the capitals that another has.
  private static func cased(_ word: String, as other: String) -> String {
    let letters = other.unicodeScalars.filter(\.properties.isAlphabetic)
    guard let first = letters.first, first.properties.isUppercase else { return word }
    if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Whether it stands in the file as it is read, line breaks aside, and is nobody else's.
  private static func isOwnText(_ mention: Vocabulary.Mention, in draft: Draft) -> Bool {
    let document = draft.document
    guard document.text.blocks[mention.block].quoteDepth == 0,
      !draft.linked.overlaps(mention.text)
    else { return false }
    let source = document.source.bytes[document.text.source(of: mention.text)]
    let words = { (bytes: ArraySlice<UInt8>) in bytes.split { $0 <= Byte.space } }
    return words(source) == words(document.text.bytes[mention.text])
  }
}
