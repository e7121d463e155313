import Testing

@Suite struct LinksTests {
  @Test(arguments: [
    // A definition is wrong in one place, a path that is written out in each.
    MarkedDraft("⟦[a][]⟧, [a][] and [b][a]\n\n[a]: none.md\n"),
    MarkedDraft("⟦[a]⟧ and ⟦[b]⟧\n\n[a]: none.md#a\n[b]: none.md#b\n"),
    MarkedDraft("[a](⟦none.md⟧) and [b](⟦none.md⟧)\n"),
  ])
  func aFileThatIsMissingIsFoundWhereItIsNamed(_ draft: MarkedDraft) throws {
    #expect(
      try draft.expect("missing-target").allSatisfy {
        $0 == "there is no file 'none.md' beside the draft | correct the path, or add the file"
      }
    )
  }

  @Test func anUnsafeDefinitionIsFoundOnce() throws {
    try MarkedDraft(
      "⟦[a]⟧, [b][a], [c](⟦file:c⟧), <⟦irc:d⟧>\n\n[a]: javascript:run()\n"
        .replacing("<⟦irc:d⟧>", with: "⟦<irc:d>⟧")
    ).expect("unsafe-link")
  }

  @Test func anAddressWithoutItsBeginningIsNotTakenForAFile() throws {
    let site = try MarkedDraft("[a](⟦www.a.example/b⟧)\n").expect("missing-target")
    #expect(site.first?.hasSuffix(" | begin it with https://") == true)
    let mail = try MarkedDraft("[a](⟦dana.reyes@a.example⟧)\n").expect("missing-target")
    #expect(mail.first?.hasSuffix(" | begin it with mailto:") == true)
  }
}
