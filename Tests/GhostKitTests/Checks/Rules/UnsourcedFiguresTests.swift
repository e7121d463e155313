import Testing

@Suite struct UnsourcedFiguresTests {
  static let drafts = [
    MarkedDraft("Retention rose to ⟦118%⟧.\n"),
    MarkedDraft("Retention rose to **⟦118**%⟧.\n"),
    MarkedDraft("Ids end at 2<sup>31</sup>, the floor is log<sub>10</sub> of ⟦50⟧.\n"),
    MarkedDraft("It needs ghost >= 0.92, at [::1]:8080, and is of the 12.x line.\n"),
    MarkedDraft("Retention rose to 118%, says [the board](https://a.example).\n"),
  ]

  @Test(arguments: drafts) func onlyFiguresAreFound(_ draft: MarkedDraft) throws {
    try draft.expect("unsourced-figure")
  }
}
