import Diagnostics
import GhostKit
import Testing

/// The words of a profile, wherever a reader meets them.
@Suite struct VoiceTests {
  private static let profile = [
    "Templates/execs/cfo.yml": """
    name: Dana Reyes
    title: CFO
    email: dana@acme.example
    voice:
      avoid: [synergy, world-class, excited to, C++, größer, 旅程, сделка]
      replace: { utilise: use, users: customers, going forward: from now on, don't: do not }
    rivals:
      - { name: Piet Maas, title: The journey of synergy }
    """
  ]

  static let faults = [
    MarkedDraft("⟦Synergy⟧, (⟦synergy⟧) and “⟦SYNERGY⟧”: ⟦synergy⟧'s ⟦synergy⟧-led.\n"),
    MarkedDraft(
      "⟦syn\u{AD}ergy⟧\n",
      below: MarkedDraft.frontMatter.replacing("format:", with: "lang: de\nformat:")
    ),
    MarkedDraft(
      "A ⟦world-class⟧, ⟦world\u{2011}class⟧ price; I am ⟦excited\nto⟧ see ⟦excited  to⟧\n"
    ),
    MarkedDraft("> I am ⟦excited\n> to⟧ see\n"),
    MarkedDraft("We ⟦utilise⟧ **⟦users⟧** and *⟦go*ing forward⟧, we ⟦don’t⟧\n"),
    MarkedDraft("## ⟦Users⟧\n\n![⟦users⟧](media/a.png)\n\n- ⟦users⟧\n"),
    MarkedDraft("We write ⟦C++⟧. ⟦GRÖSSER⟧\n".replacing("GRÖSSER", with: "GRößER")),
    MarkedDraft("我们的⟦旅程⟧。⟦Сделка⟧ и ⟦сделка⟧, а не сделкам\n"),
    MarkedDraft("[⟦users⟧](https://a.example)\n"),
  ]

  @Test(arguments: faults) func wordsAreFound(_ draft: MarkedDraft) throws {
    let files = Self.profile.merging(["Drafts/media/a.png": ""]) { $1 }
    try draft.expect("voice", in: files)
  }

  static let fine = [
    MarkedDraft("Synergyx, xsynergy, synergy_a, synergy2, synergýs, синсделка\n"),
    MarkedDraft("`users` and\n\n    users\n\n<!-- users -->\n"),
    MarkedDraft("users@a.example, https://a.example/users/1, users.csv, @users, a.users\n"),
    MarkedDraft("[a](https://a.example/users \"users\") world class, going. Forward\n"),
    MarkedDraft("[The Journey of Synergy](https://a.example), 2026, by Piet Maas\n"),
    MarkedDraft("Going\n\nforward\n"),
  ]

  @Test(arguments: fine) func otherWordsAreNot(_ draft: MarkedDraft) throws {
    try draft.expect("voice", in: Self.profile)
  }

  @Test func anUnansweredQuestionIsNotTheExecutives() throws {
    let run = try MarkedDraft.check(
      Self.profile.merging(["Drafts/a.md": MarkedDraft("[TK: which users? ~5 words]\n").text]) {
        $1
      }
    )
    #expect(run.diagnostics.map(\.code.rawValue) == ["tk-left"])
  }

  @Test func theOtherWordIsSaid() throws {
    let said = try MarkedDraft("⟦Users⟧ ⟦USERS⟧ ⟦synergy⟧\n").expect("voice", in: Self.profile)
    #expect(
      said == [
        "Dana Reyes does not say 'Users' | write 'Customers'",
        "Dana Reyes does not say 'USERS' | write 'CUSTOMERS'",
        "Dana Reyes avoids 'synergy' | say it in other words",
      ]
    )
  }
}
