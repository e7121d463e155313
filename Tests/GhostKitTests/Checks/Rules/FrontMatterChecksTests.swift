import Testing

/// What Hugo and Jekyll read otherwise: tried with Hugo 0.168 and Psych 4.0.
@Suite struct FrontMatterChecksTests {
  private static func with(_ lines: String) -> MarkedDraft {
    MarkedDraft(
      "Text.\n",
      below: MarkedDraft.frontMatter.replacing("format: article", with: "format: article\n" + lines)
    )
  }

  static let faults = [
    with("⟦<<⟧: { status: live }"), with("⟦\"<<\"⟧: { tags: [investors] }"), with("⟦'<<'⟧: {}"),
    with("x: &x { byline: B }\n⟦<<⟧: *x"),
    with("⟦Status⟧: live"), with("⟦TAGS⟧: [a]"), with("⟦\"Byline\"⟧: B"), with("⟦bylİne⟧: B"),
    with("⟦as\u{212A}ed⟧: 2026-01-01"),
    with("params: { colour: red, ⟦status⟧: live, ⟦Byline⟧: B }"), with("Params:\n  ⟦tags⟧: [a]"),
    with("cascade: { ⟦tags⟧: [a] }"),
    with("cascade:\n  - target: { lang: en }\n    params: { ⟦tags⟧: [a], colour: red }"),
    with("⟦tag⟧: investors"), with("⟦tag⟧: [a, b]"),
    with("⟦---⟧x: 1\nstatus: declined"), with("⟦---⟧- b: 1"),
    with("⟦...⟧\n# Retention fell."),
    with("x: 1 # a⟦\r⟧status: declined"), with("x: 1 # a⟦\u{85}⟧status: declined"),
    with("x: 1 # a⟦\u{2028}⟧y: 2"),
  ]

  @Test(arguments: faults) func whatOtherProgramsReadOtherwiseIsAnError(_ draft: MarkedDraft) throws
  {
    try draft.expect("front-matter")
  }

  static let fine = [
    "params: { colour: red, sub: { title: T, status: live } }", "seo: { title: T, Tags: [a] }",
    "x: &x { status: a }\ny: { <<: *x, b: 1 }\nz: [{ <<: *x }]", "Draft: true\nCategories: [a]",
    "taxonomy: { tag: a }\nTag-line: x", "x: |\n  ---\n  ...\ny: a --- b\nz: '... and more'",
    "cascade: { target: { lang: de, path: /x }, colour: red }", "params:", "cascade: [1, a]",
    "x: .....", "menu: { main: { title: T, params: { title: T } } }", "category: a",
  ]

  @Test(arguments: fine) func keysOfOnesOwnAreFine(_ lines: String) throws {
    try Self.with(lines).expect("")
  }

  @Test func theHintSaysWhatToWrite() throws {
    let said = try Self.with("⟦Status⟧: x\n⟦tag⟧: 'a, b'\nparams: { ⟦lang⟧: de }").expect(
      "front-matter"
    )
    #expect(
      said == [
        "Hugo reads 'Status' as 'status' | write 'status', or give the key another name",
        "Jekyll reads 'tag' as one of the tags | write it as one of them: 'tags: [\"a, b\"]'",
        "Hugo reads 'lang' in 'params' as a key of the draft"
          + " | write it outside of 'params', or give the key another name",
      ]
    )
  }
}
