extension SpoiledFile {
  private static let brief = "title: x\naudience: y\nangle: z\n"

  /// Spoiled briefs.
  public static let briefs =
    ([
      ("title: x\n", ["1:1 yaml.missing-key", "1:1 yaml.missing-key"]),
      ("title: Why: because\naudience: y\nangle: z\n", ["1:11 yaml.syntax"]),
      ("title: *Why*\naudience: y\nangle: z\n", ["1:8 yaml.syntax"]),
      ("title: x\naudience: y\nangel: z\n", ["3:1 yaml.unknown-key", "1:1 yaml.missing-key"]),
      ("title: x\naudience: y\nangle: ~\n", ["3:8 yaml.missing-value"]),
      (brief + "tags: pricing\n", ["4:7 yaml.wrong-type"]),
      (brief + "tags: [a, [b]]\n", ["4:11 yaml.wrong-type"]),
      (brief + "tags: [a, b\n", ["4:7 yaml.syntax"]),
      (brief + "text: none.md\n", ["4:7 topic-text-missing"]),
      (brief + "text: ../../.ghost/policy.yml\n", ["4:7 file-outside"]),
      (brief + "why: |\n  a\n b\n", ["6:2 yaml.syntax"]),
      (brief + "for: [cfo]\n", ["4:6 yaml.wrong-type"]),
      (brief + "for:\n  cfoo:\n    opening: x\n", ["5:3 unknown-reference"]),
      (brief + "for:\n  cfo: Only you\n", ["5:8 yaml.wrong-type"]),
      (brief + "for:\n  cfo:\n    why_you: x\n", ["6:5 yaml.unknown-key"]),
      (brief + "for:\n  cfo:\n    questions: [why]\n", ["6:17 yaml.wrong-type"]),
      (brief + "questions:\n  - words: 4\n", ["5:5 yaml.missing-key"]),
      (brief + "questions:\n  - ask: a\n    words: many\n", ["6:12 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: a\n    words: 0\n", ["6:12 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: a\n    minutes: 99999\n", ["6:14 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: What: this?\n", ["5:14 yaml.syntax"]),
      (brief + "proof-points:\n  - source: x\n", ["5:5 yaml.missing-key"]),
      (brief + "proof-points:\n  - claim: c\n    date: 2026-02-30\n", ["6:11 yaml.wrong-type"]),
      (
        brief + "proof-points:\n  - claim: c\n    url: 'data:text/html,x'\n",
        ["6:10 yaml.wrong-type"]
      ),
      (brief + "proof-points:\n  - claim: c\n    claim: d\n", ["6:5 yaml.duplicate-key"]),
      (brief + "proof_points: []\n", ["4:1 yaml.unknown-key"]),
      (brief + "objections:\n  - answer: x\n", ["5:5 yaml.missing-key"]),
      (brief + "call-to-action: [Write](https://a.example)\n", ["4:24 yaml.syntax"]),
    ] as [(String, [String])]).map { SpoiledFile("Templates/topics/pricing.yml", $0.0, $0.1) }
}
