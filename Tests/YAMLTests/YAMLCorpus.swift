/// Documents as people write them, for the tests to read, compare and spoil.
enum YAMLCorpus {
  static let documents = [
    """
    # An executive
    name: Dana Reyes
    title: "CFO: money & more"
    email: dana.reyes@meridian.example
    voice:
      tone: 'dry; it''s short'
      openings:
        - I keep a list.
        - "Every quarter, \\"somebody\\" asks."
      replace: {utilize: use, leverage: use}
    formats:
      likes: [article, interview]
      dislikes: []
    """,
    """
    title: Почему мы меняем цены 💶
    angle: >
      Kunden fragen, warum sich
      die Preise ändern,

      und nur eine weiß es.
    background: |
      ألف باء
        indented

      最後の段落。
    proof-points:
    - claim: Retention rose to 118 %
      source: Board report, page 4
      date: 2026-09-30
      url: https://example.com/a?b=c#d
    - {claim: "Churn fell", detail: "a, b: c"}
    for:
      cfo:
        why-you: |-
          Only you can say.
        questions:
          -   ask: What would you refuse to discount?
              words: 40
    """,
    "a: b\r\nc:\r\n  - d\r\n  - |\r\n    e\r\n    f\r\ng: 'h\r\n\r\n  i'\r\n",
    "---\ntitle: x\ndue: 2026-12-04\n...\n",
    "a: 1\nb: 0x1F\nc: 1e3\nd: no\ne: ~\nf:\ng: 'no'\nh: .inf\ni: 12:30\n",
    "- - a\n  - b\n- - c\n-\n  - d\n- {}\n- []\n- ''\n",
    "? complex\n: value\n? 'quoted key'\n: [v]\n",
    "key with spaces: value with:colons:inside\nurl: http://x/y:z\nhash: a#b # comment\n",
    "a: >+\n  folded\n  text\n\n    more\n\nb: |2\n    two\n",
    "text: first line\n  second line\n\n  third line\nnext: \"one\n  two \\\n  three\"\n",
    "{a: [b, {c: d}], 'e': \"f\", g: i}\n",
    "!!str tagged: !!int 5\n",
    "\"\\u00e9\\x41\\U0001F600\": \"\\t\\n\\\\ \\/ \\_ \\N \\L\"\n",
  ]

  private static let words = [
    "a", "no", "é", "слово", "🎉", "1", "2026-12-04", "a b", "a:b", "a#b", "'q'", "\"q\"", "\"\\n\"",
    "''", "~", "-x", "http://x", "'it''s'", "a  b", "\"é\"",
  ]

  private static let oddWords = [
    "*", "&", "|", ">", "%", "@", "x, y", "-", "[x, y]", "{k: v}", "\"é\": ü", "# c", "x # c",
  ]

  /// Makes a small document of keys, lists and odd words; most are right, some are not.
  static func generate(using random: inout some RandomNumberGenerator) -> String {
    var text = ""
    var indent = 0
    for number in 0..<Int.random(in: 1...6, using: &random) {
      let pad = String(repeating: " ", count: indent)
      let isOdd = Int.random(in: 0..<12, using: &random) == 0
      let word = (isOdd ? oddWords : words).randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        text += "\(pad)k\(number):\n"
        indent += 2
        text += "\(String(repeating: " ", count: indent))n\(number): \(word)\n"
      case 1: text += "\(pad)k\(number):\n\(pad)- \(word)\n\(pad)- l: \(word)\n\(pad)  m: x\n"
      case 2: text += "\(pad)ключ\(number): |\n\(pad)  \(word)\n\(pad)  x\n"
      case 3: text += "\(pad)k\(number): \(word)\n\(pad)  \(word)\n"
      case 4: text += "\(pad)k\(number): [\(word), \(word)]\r\n"
      default: text += "\(pad)k\(number): \(word)\n"
      }
      if Int.random(in: 0..<3, using: &random) == 0 { indent = 0 }
    }
    return text
  }
}
