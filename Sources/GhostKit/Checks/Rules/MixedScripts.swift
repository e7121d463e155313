internal import Diagnostics
internal import Markdown

extension Check {
  /// A letter that looks like another.
  static let mixedScripts = Check(
    "mixed-scripts",
    "no word is made of look-alike letters of two scripts",
    help: """
      In 'раypal' the first two letters are Cyrillic: readers see no difference, but no search \
      finds the word, and a link of that name leads elsewhere. Type the word again in one script.

      A Latin name beside Cyrillic words, a compound of parts that each have one script \
      ('Wi-Fi-роутер'), an ending behind an apostrophe or an acronym, and units such as 'kΩ' are \
      fine. Code is not looked at.
      """,
    .draft { draft in
      guard mayHold(draft.document) else { return [] }
      return mixedInText(draft.document) + mixedInMarkup(draft.document)
    }
  )

  /// Whether there is anything to look for: few drafts have a letter of the other scripts, or a
  /// reference that could stand for one.
  private static func mayHold(_ document: Document) -> Bool {
    document.mayHoldLookAlikes
      || document.source.bytes.firstIndex(of: UInt8(ascii: "&"), from: 0) != nil
  }

  private static func mixedInText(_ document: Document) -> [Finding] {
    let text = document.text
    return text.blocks.filter { $0.kind != .code }.flatMap { block in
      MixedScriptScan(of: text.bytes, in: block.text).words()
    }
    .filter { !text.hasCode(in: $0.range) }
    .map { finding(text.source(of: $0.range), $0) }
  }

  /// Front matter is shown as well, and the address of a link decides where it leads.
  private static func mixedInMarkup(_ document: Document) -> [Finding] {
    let source = document.source.bytes
    let frontMatter = document.frontMatter.map { frontMatter in
      MixedScriptScan(of: source, in: frontMatter.content).words().map { finding($0.range, $0) }
    }
    let links = document.links.compactMap { link -> Finding? in
      guard link.kind != .autolink, link.destination.utf8.contains(where: { $0 > 0x7F }) else {
        return nil
      }
      let bytes = Array(link.destination.utf8)
      let word = MixedScriptScan(of: bytes, in: 0..<bytes.count).words().first
      return word.map { finding(link.destinationSource ?? link.source, $0) }
    }
    return (frontMatter ?? []) + links
  }

  private static func finding(_ range: Range<Int>, _ word: MixedScriptScan.Word) -> Finding {
    let letters = word.foreign.map { "'\($0)'" }.joined(separator: ", ")
    return Finding(
      range: range,
      message: "'\(word.text)' has letters of two scripts that look alike: \(letters) in it is "
        + "\(word.script)",
      hint: "type the word again in one script"
    )
  }
}
