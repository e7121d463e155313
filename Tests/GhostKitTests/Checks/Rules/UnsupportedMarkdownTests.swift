import Testing

/// Marks that libcmark leaves in the text, and text that only looks like them.
@Suite struct UnsupportedMarkdownTests {
  static let faults = [
    MarkedDraft("⟦| Plan | Price |⟧\n|------|------:|\n| Pro  |    $5 |\n"),
    MarkedDraft("> ⟦a | b⟧\n> --- | ---\n> 1 | 2\n"),
    MarkedDraft("Before\n⟦a | b⟧\n:-: | -\n"),
    MarkedDraft("- Größe\n\n  ⟦| a |⟧\n  |---|\n"),
    MarkedDraft(
      "Retention rose⟦[^1]⟧ and⟦[^note]⟧.\n\n⟦[^1]⟧: by a lot\n⟦[^1]⟧\n\n⟦[^note]⟧: or so\n"
    ),
    MarkedDraft("A link⟦[^1]⟧.\n\n[^1]: https://a.example\n"),
    MarkedDraft("- ⟦[ ]⟧ open\n- ⟦[x]⟧ done\n\n1. ⟦[X]⟧ one\n"),
    MarkedDraft("Let ⟦$x$⟧ be ⟦$a_1 + b^2$⟧, and (⟦$\\alpha$⟧).\n"),
    MarkedDraft("⟦$$\nE = mc^2\n$$⟧\n\nInline ⟦$$x$$⟧\n"),
    MarkedDraft("⟦{{< figure src=\"a.png\" >}}⟧ and ⟦{% include a.html %}⟧ and ⟦{{ site.url }}⟧\n"),
    MarkedDraft("⟦::: note⟧\nText\n⟦:::⟧\n"),
    MarkedDraft("It was ⟦~~worse~~⟧ better ⟦~~**so**~~⟧.\n"),
    MarkedDraft("Margin\n⟦: What is left⟧\n\nChurn\n\n⟦: Who leaves⟧\n"),
    MarkedDraft("## Margins ⟦{#margins}⟧\n\nText\n⟦{: .lead}⟧\n"),
    MarkedDraft("> ⟦[!NOTE]⟧\n> Text\n"),
  ]

  @Test(arguments: faults) func marksAreFound(_ draft: MarkedDraft) throws {
    try draft.expect("unsupported-markdown")
  }

  static let fine = [
    MarkedDraft("Write ${HOME}/${NAME} or ${A}$ there.\n"),
    MarkedDraft("It costs $5 and $6, US$5 to US$7, $5–$6, $4M-$5M, from 5$ to 10$, a $20$ note.\n"),
    MarkedDraft("`| a |`, `[^1]`, `$x$`, `{{ x }}`, `~~a~~`\n\n    | a |\n    |---|\n"),
    MarkedDraft("```\n- [ ] a\n::: b\n$$x$$\n```\n"),
    MarkedDraft("\\[^1\\] \\$x^2\\$ \\~~a\\~~ &#36;x$ \\{{ x }}\n"),
    MarkedDraft("Either | or. A | B\nand | more\n"),
    MarkedDraft(
      "He said: this\nand that : also. Note:\n: ) a smile\n".replacing("\n: )", with: " :)")
    ),
    MarkedDraft("[ ] in a paragraph, [x] as well\n\n- a [ ] box\n- [x](https://a.example)\n"),
    MarkedDraft("The set [^a-z] is no footnote, and ~ 5 ~~ 6 neither, $$$ nor $$.\n"),
    MarkedDraft("## A set {a, b}\n\n## The colour #fff\n\nPrice: {5}\n"),
    MarkedDraft("a\n---\n\nAt 10:30 :: we\n"),
    MarkedDraft("$HOME and $PATH, and $HOME/$USER\n"),
  ]

  @Test(arguments: fine) func textIsFine(_ draft: MarkedDraft) throws {
    try draft.expect("unsupported-markdown")
  }

  @Test func whatItIsAndWhatToDoIsSaid() throws {
    let said = try MarkedDraft("⟦| a |⟧\n|---|\n").expect("unsupported-markdown")
    #expect(
      said == ["a table is shown as plain text | write a list, or show the table as an image"]
    )
  }
}
