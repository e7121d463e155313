import Testing

@Suite struct RivalMentionsTests {
  private static let profile = [
    "Templates/execs/cfo.yml": """
    name: Dana Reyes
    title: CFO
    email: dana@acme.example
    rivals:
      - { name: Piet Maas, title: The seat is dead, url: "https://a.example/seat", date: 2026-06-11 }
      - { name: Piet Maas, title: Trends 2026, url: "https://a.example/trends" }
      - { name: Ellen Strand }
    """
  ]

  static let faults = [
    MarkedDraft("⟦Piet Maas⟧ says the seat is over.\n\nPiet Maas again.\n"),
    MarkedDraft("In “⟦The seat\nis dead⟧” Piet Maas, 11 June 2026, wrote.\n"),
    MarkedDraft("[⟦The seat is dead⟧](https://a.example/seat) by Piet Maas\n"),
    MarkedDraft("[⟦Trends 2026⟧](https://a.example/trends) by Piet Maas\n"),
    MarkedDraft("**⟦Ellen Strand⟧** wrote [it](https://b.example).\n\nIn 2026 it was.\n"),
    MarkedDraft("![a](media/a.png) ⟦Ellen Strand⟧ wrote it in 2026.\n"),
  ]

  @Test(arguments: faults) func aPieceWithoutSourceIsFound(_ draft: MarkedDraft) throws {
    let files = Self.profile.merging(["Drafts/media/a.png": ""]) { $1 }
    try draft.expect("rival-unsourced", in: files)
  }

  static let fine = [
    MarkedDraft("Piet Maas: [The seat is dead](https://a.example/seat), 11 June 2026.\n"),
    MarkedDraft("Piet Maas!\n\nAs he says: [Piet Maas](https://a.example/seat), 2026-06-11.\n"),
    MarkedDraft("Piet and Maas, `Ellen Strand`\n"),
    MarkedDraft("Ellen Strand, <https://b.example/letters>, June 2026\n"),
  ]

  @Test(arguments: fine) func aSourcedPieceIsFine(_ draft: MarkedDraft) throws {
    try draft.expect("rival-unsourced", in: Self.profile)
  }

  @Test func whatIsMissingIsSaid() throws {
    let said = try MarkedDraft("⟦Piet Maas⟧ and [⟦Ellen Strand⟧](https://b.example)\n")
      .expect("rival-unsourced", in: Self.profile)
    #expect(
      said == [
        "what Piet Maas published is named without its date"
          + " | name them: https://a.example/seat, 2026-06-11",
        "what Ellen Strand published is named without its date"
          + " | link to it, and say when it came out",
      ]
    )
  }
}
