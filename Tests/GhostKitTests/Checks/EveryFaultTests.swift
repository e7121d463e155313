import Diagnostics
import GhostKit
import Testing

/// A workspace that holds one draft of every fault: each rule finds its own, at its place, and
/// nothing else.
@Suite struct EveryFaultTests {
  /// A file below `Drafts/` and what is found in it, as `line:column code`.
  private struct File {
    let path: String
    let text: String
    let findings: [String]

    init(_ name: String, _ text: String, _ findings: String...) {
      path = "Drafts/" + name
      self.text = text
      self.findings = findings
    }

    /// One that begins with the usual front matter, so that its own text begins in line 8.
    init(_ name: String, below body: String, _ findings: String...) {
      path = "Drafts/" + name
      text = MarkedDraft.frontMatter + body
      self.findings = findings
    }
  }

  /// By the bytes of their paths.
  private static let drafts = [
    File("2026/draft-twins.md", below: "The first of the two.\n"),
    File("Draft Name.md", below: "Text.\n", "0:0 draft-name"),
    File(
      "conflict-markers.md",
      below: "Retention rose.\n<<<<<<< HEAD\nA lot.\n=======\nA little.\n>>>>>>> cfo\n",
      "9:1 conflict-markers",
      "13:1 conflict-markers"
    ),
    File("draft-twins.md", below: "The second.\n", "0:0 draft-twins"),
    File("draft-unreadable.md", "---\ntitle: open\n", "1:1 draft-unreadable"),
    File(
      "front-matter-key-missing.md",
      "---\nbyline: Dana Reyes, CFO\nexec: cfo\ntopic: pricing\nformat: article\n---\n",
      "2:1 front-matter-key-missing"
    ),
    File(
      "front-matter-type.md",
      "---\ntitle: A\nbyline: B\nexec: cfo\ntopic: pricing\ndue: soon\nformat: article\n---\n",
      "6:6 front-matter-type"
    ),
    File("front-matter.md", "No front matter.\n", "1:1 front-matter"),
    File("heading-jump.md", below: "## Two\n\n#### Four\n", "10:1 heading-jump"),
    File(
      "invisible-character.md",
      below: "We charge va\u{200B}lue.\n\nOrder a\u{202E}b.\n",
      "8:13 invisible-character",
      "10:8 invisible-character"
    ),
    File("line-ends.md", below: "One.\r\nTwo.\n", "8:5 line-ends"),
    File("media/draft-astray.md", below: "Text.\n", "0:0 draft-astray"),
    File("missing-target.md", below: "See ![it](media/none.png).\n", "8:11 missing-target"),
    File("mixed-scripts.md", below: "Pay with \u{440}\u{430}ypal.\n", "8:10 mixed-scripts"),
    File("no-draft.txt", "", "0:0 no-draft"),
    File("raw-html.md", below: "It <b>fell</b>.\n", "8:4 raw-html"),
    File("remote-image.md", below: "![Chart](https://a.example/b.png)\n", "8:10 remote-image"),
    File("rival-unsourced.md", below: "As Piet Maas says, it is over.\n", "8:4 rival-unsourced"),
    File("second-title.md", below: "# One\n\n# Two\n", "10:1 second-title"),
    File("tk-bare.md", below: "It rose by TK per cent.\n", "8:12 tk-bare"),
    File("tk-left.md", below: "It rose by [TK: how much? ~2 words].\n", "8:12 tk-left"),
    File(
      "unknown-exec.md",
      "---\ntitle: A\nbyline: B\nexec: cf0\ntopic: pricing\nformat: article\n---\n",
      "4:7 unknown-exec"
    ),
    File(
      "unknown-format.md",
      "---\ntitle: A\nbyline: B\nexec: cfo\ntopic: pricing\nformat: essay\n---\n",
      "6:9 unknown-format"
    ),
    File(
      "unknown-topic.md",
      "---\ntitle: A\nbyline: B\nexec: cfo\ntopic: prices\nformat: article\n---\n",
      "5:8 unknown-topic"
    ),
    File("unsafe-link.md", below: "[a](javascript:run())\n", "8:5 unsafe-link"),
    File("unsourced-figure.md", below: "Margins rose by 12% this year.\n", "8:17 unsourced-figure"),
    File("unsupported-markdown.md", below: "It was ~~bad~~ good.\n", "8:8 unsupported-markdown"),
    File("voice.md", below: "We utilise synergy.\n", "8:4 voice", "8:12 voice"),
  ]

  private static let surroundings = [
    ".ghost/policy.yml": "workspace: acme-blog\n",
    "Templates/execs/cfo.yml": """
    name: Dana Reyes
    title: CFO
    email: dana@acme.example
    voice: { avoid: [synergy], replace: { utilise: use } }
    rivals: [{ name: Piet Maas }]
    """,
  ]

  @Test func everyFaultIsFoundAtItsPlace() throws {
    let files = Dictionary(uniqueKeysWithValues: Self.drafts.map { ($0.path, $0.text) })
    let run = try MarkedDraft.check(files.merging(Self.surroundings) { $1 })
    let found = run.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column)" }
      return "\(place ?? "") \(diagnostic.code.rawValue)"
    }
    let expected = Self.drafts.flatMap { file in file.findings.map { "\(file.path):\($0)" } }
    #expect(found == expected)
  }

  @Test func everyRuleHasItsDraft() {
    let codes = Self.drafts.flatMap(\.findings).compactMap { $0.split(separator: " ").last }
    #expect(Set(codes.map(String.init)) == Set(CheckTable.all.map(\.code.rawValue)))
  }
}
