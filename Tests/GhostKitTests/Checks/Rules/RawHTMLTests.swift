import Testing

@Suite struct RawHTMLTests {
  private static let strict = "workspace: acme-blog\n"

  static let faults = [
    // An element is one thing, whose end needs no word of its own.
    MarkedDraft("It ⟦<b>⟧fell</b>, and ⟦<B>⟧rose</b >.\n"),
    MarkedDraft("⟦<kbd>⟧Ctrl</kbd>+⟦<kbd>⟧C</kbd>\n"),
    MarkedDraft("⟦<details>⟧\n\nMore\n\n</details>\n"),
    MarkedDraft("An end⟦</b>⟧ alone, ⟦<b>⟧one</b> that ends twice⟦</b>⟧\n"),
    MarkedDraft("⟦<div>⟧\n\nMore\n\n⟦</div> and a tail⟧\n"),
    MarkedDraft("The ⟦<name>⟧ of a placeholder\n"),
    // What stands behind a comment on its last line is HTML; a browser may end it sooner.
    MarkedDraft("⟦<!-- a --><script>run()</script>⟧\n"),
    MarkedDraft("⟦<!-- a\nb --> **Retention** rose⟧\n"),
    MarkedDraft("⟦<!--><script>run()</script>⟧\n"),
    MarkedDraft("⟦<!-- a --!><script>run()</script> -->⟧\n"),
    MarkedDraft("⟦<!-- never closed\n\nText⟧\n"),
    MarkedDraft("⟦<!--!>⟧\n"),
  ]

  @Test(arguments: faults) func htmlIsFoundOnce(_ draft: MarkedDraft) throws {
    try draft.expect("raw-html", in: [".ghost/policy.yml": Self.strict])
  }

  static let fine = [
    MarkedDraft("<!-- a -->\n\nText <!-- b --> and text\n"),
    MarkedDraft("<!-- a\n\nb -->  \n<!-- c --> <!-- d -->\n"),
    MarkedDraft("<!-->\n\n`<b>`, \\<b>, &lt;b&gt;, <https://a.example>, 3 < 5 > 4\n"),
  ]

  @Test(arguments: fine) func commentsAndWhatIsNoHTMLAreFine(_ draft: MarkedDraft) throws {
    try draft.expect("raw-html", in: [".ghost/policy.yml": Self.strict])
  }

  @Test func hintsSayWhatToDo() throws {
    let files = [".ghost/policy.yml": Self.strict]
    #expect(
      try MarkedDraft("⟦<name>⟧\n").expect("raw-html", in: files)
        == ["this is HTML | write it in Markdown; a '<' that is to be read has a backslash: \\<"]
    )
    #expect(
      try MarkedDraft("⟦<!-- a --> b⟧\n").expect("raw-html", in: files)
        == ["this is HTML | let the comment end in '-->', and the line with it"]
    )
  }
}
