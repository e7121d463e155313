import TestSupport

/// A way to change what a draft says, of which an approval must take notice.
struct DraftMutation: Sendable {
  let name: String
  /// Changes a draft; `false` if there is nothing in it to be changed in this way.
  let apply: @Sendable (inout RandomDraft, inout SeededRandom) -> Bool

  static let all: [DraftMutation] = [
    part("another word", "[\\p{L}]{3,}") { word, random in
      RandomDraft.vocabulary.filter { $0 != word && !word.contains($0) }
        .randomElement(using: &random) ?? "other"
    },
    part("another figure", "[0-9]") { digit, random in
      String((Int(digit) ?? 0) + 1).suffix(1).description
    },
    part("another case", "[a-z]") { letter, _ in letter.uppercased() },
    part("punctuation goes", "[.,!?]\\z") { _, _ in "" },
    part("punctuation comes", "[a-z](?=[ \n])") { letter, random in
      letter + (",;!?".randomElement(using: &random).map(String.init) ?? ",")
    },
    part("a space goes", "[a-z][ \n](?=[a-z])") { match, _ in match.prefix(1) + "" },
    part("a no-break space", "[a-z][ \n](?=[a-z])") { match, _ in match.prefix(1) + "\u{A0}" },
    part("a zero-width space", "[a-z](?=[a-z])") { match, _ in match + "\u{200B}" },
    part("a blank line", "[a-z][ \n](?=[a-z])", of: [.prose, .quote]) { match, _ in
      match.prefix(1) + "\n\n"
    },
    part("a hard break", "[a-z]\n(?=[a-z])", of: [.prose]) { match, _ in
      match.prefix(1) + "  \n"
    },
    part("a lone CR", "[a-z] (?=[a-z])") { match, _ in match.prefix(1) + "\r" },
    part("a tab", "[a-z] (?=[a-z])", of: [.prose]) { match, _ in match.prefix(1) + "\t" },
    part("another link target", "\\]\\([a-z:/.]+", of: [.prose, .image]) { link, _ in link + "x" },
    part("another title", "\"(?=[)\n])|\"\\z") { _, _ in " more\"" },
    part("emphasis", " [a-z]+(?= )", of: [.prose, .bullets]) { match, _ in
      " *\(match.dropFirst())*"
    },
    part("another kind of list", "(?m)^- ", of: [.bullets]) { _, _ in "+ " },
    part("another level of list", "(?m)^- ", of: [.bullets]) { _, _ in "    - " },
    part("another start of list", "\\A1\\.", of: [.numbers]) { _, _ in "7." },
    part("another kind of number", "(?m)^[12]\\.", of: [.numbers]) { number, _ in
      number.dropLast() + ")"
    },
    part("another level of heading", "\\A## ", of: [.heading]) { _, _ in "### " },
    part("another cell", " \\| ", of: [.table]) { _, _ in " | x | " },
    part("joined rows", "\n(?=\\|)", of: [.table]) { _, _ in " " },
    part("another language of code", "\\A```", of: [.code]) { _, _ in "```swift" },
    part("joined code", "[a-z0-9%]\n(?=[a-z0-9])", of: [.code]) { match, _ in
      match.prefix(1) + " "
    },
    part("another element", "<p>", of: [.html]) { _, _ in "<div>" },
    part("another comment", "<!-- ", of: [.comment]) { _, _ in "<!-- not " },
    part("another label", "\\A\\[", of: [.definition]) { _, _ in "[un" },
    part("no quote", "(?m)^> ", of: [.quote]) { _, _ in "" },
    DraftMutation(name: "a definition comes") { draft, random in
      draft.parts.append(.init(kind: .definition, text: "[hidden]: /x"))
      return true
    },
    DraftMutation(name: "a comment comes") { draft, random in
      let place = Int.random(in: 0...draft.parts.count, using: &random)
      draft.parts.insert(.init(kind: .comment, text: "<!-- hidden -->"), at: place)
      return true
    },
    DraftMutation(name: "a part goes") { draft, random in
      draft.parts.remove(at: Int.random(in: 0..<draft.parts.count, using: &random))
      return true
    },
    DraftMutation(name: "two parts change places") { draft, random in
      guard draft.parts.count > 1, draft.parts[0].text != draft.parts[1].text else { return false }
      draft.parts.swapAt(0, 1)
      return true
    },
    DraftMutation(name: "another front matter") { draft, random in
      let place = Int.random(in: 0..<draft.frontMatter.count, using: &random)
      draft.frontMatter[place] += Bool.random(using: &random) ? "x" : " "
      return true
    },
    DraftMutation(name: "a key comes") { draft, random in
      draft.frontMatter.insert("draft: true", at: 0)
      return true
    },
    DraftMutation(name: "a key goes") { draft, random in
      draft.frontMatter.remove(at: Int.random(in: 0..<draft.frontMatter.count, using: &random))
      return true
    },
    DraftMutation(name: "due in another spelling") { draft, random in
      draft.workflow = ["due:  2026-12-04"]
      return true
    },
  ]

  /// Replaces one match of a pattern in one part.
  private static func part(
    _ name: String,
    _ pattern: String,
    of kinds: [RandomDraft.Part.Kind] = RandomDraft.Part.Kind.allCases,
    with replacement: @escaping @Sendable (String, inout SeededRandom) -> String
  ) -> DraftMutation {
    // Compiled once: nothing about it changes afterwards.
    nonisolated(unsafe) let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar)
    return DraftMutation(name: name) { draft, random in
      guard let regex = unsafe regex else { return false }
      let fitting = draft.parts.indices.filter { kinds.contains(draft.parts[$0].kind) }
      guard let index = fitting.randomElement(using: &random) else { return false }
      let text = draft.parts[index].text
      guard let match = text.ranges(of: regex).randomElement(using: &random) else { return false }
      draft.parts[index].text.replaceSubrange(
        match,
        with: replacement(String(text[match]), &random)
      )
      return draft.parts[index].text != text
    }
  }
}
