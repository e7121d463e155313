import TestSupport

/// Makes documents that nobody would write of ones that somebody did.
struct Mutator {
  private var random: SeededRandom
  private let seeds: [[UInt8]]

  /// Starts the sequence of documents that belongs to a seed.
  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    seeds =
      Corpus.spec.map { Array($0.markdown.utf8) }
      + Array(repeating: Array(Corpus.draft.utf8), count: 60)
  }

  /// Returns the next document, valid UTF-8 without NUL.
  mutating func next() -> String {
    var text = pick(seeds)
    for _ in 0..<Int.random(in: 0...2, using: &random) { text += [10] + pick(seeds) }
    for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&text) }
    return String(decoding: text.filter { $0 != 0 }, as: UTF8.self)
  }

  /// Returns the draft with a few mutations: another version of it.
  mutating func variant() -> String {
    var text = Array(Corpus.draft.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&text) }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func mutate(_ text: inout [UInt8]) {
    let range = range(in: text)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: text.removeSubrange(range)
    case 1: text.insert(contentsOf: text[range], at: range.lowerBound)
    case 2: text.replaceSubrange(range.prefix(3), with: Array(pick(Self.pieces).utf8))
    case 3: prefixLines(of: &text, in: range, with: Array(pick(Self.prefixes).utf8))
    case 4: text = text.flatMap { $0 == 10 ? [13, 10] : [$0] }
    default: text.insert(contentsOf: Array(pick(Self.pieces).utf8), at: range.lowerBound)
    }
  }

  private mutating func prefixLines(
    of text: inout [UInt8],
    in range: Range<Int>,
    with prefix: [UInt8]
  ) {
    let start = text[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let lines = text[start..<range.upperBound].flatMap { $0 == 10 ? [10] + prefix : [$0] }
    text.replaceSubrange(start..<range.upperBound, with: prefix + lines)
  }

  private mutating func range(in text: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...text.count, using: &random)
    let length = Int.random(in: 0...min(40, text.count - start), using: &random)
    return start..<(start + length)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private static let prefixes = [
    "> ", ">", "- ", "  ", "    ", "\t", "1. ", " \t", ">\t", "-\t", "* > ", "10) ", "   ", "# ",
  ]

  private static let pieces = [
    "*", "**", "_", "***", "`", "``", "[", "]", "](", "![", "(", ")", "<", ">", "\\", "&", ";",
    "\n", "\n\n", "  \n", "\\\n", "\r\n", "\t", " ", "    ", "\"", "'", "[a]", "[a]: /u\n",
    "[a][b]",
    "[b]: <x y> 'z'\n", "](/u \"t\")", "](<u>\n'a\\'')", "![i](p)", "<http://a.b>", "<a b=\"c\">",
    "<!-- c -->", "<?p?>", "&amp;", "&#65;", "&#x41;", "&ngE;", "&fjlig;", "&nosuch;", "&copy;",
    "&amp;amp;", "---\n", "===\n", "\n===\n", "\n---\n", "```\n", "~~~", "#", "## ", "- ", "> ",
    "1. ", "+", "\\*",
    "\\[", "é", "中文", "🙂", "ß", "\u{A0}", "\u{200D}", "a", "b c", "x<br>y", "TK",
    "[TK: q ~4 words]",
    "](a(b)c)", "()", "[]", "[a]:\n/u\n", "\"t\nu\"", "` `", "\\\\", "&#0;", "&Tab;", "&NewLine;",
  ]
}
