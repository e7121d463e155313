import Testing

/// Words that are not what they seem; `\u{…}` shows which letter is meant.
@Suite struct MixedScriptsTests {
  static let faults = [
    MarkedDraft("Pay by ⟦\u{440}\u{430}ypal⟧ or ⟦G\u{43E}ogle⟧.\n"),
    MarkedDraft("**⟦\u{440}**aypal⟧ and “⟦\u{415}urope⟧”\n"),
    MarkedDraft("Город ⟦M\u{43E}\u{441}\u{43A}\u{432}\u{430}⟧, ⟦I\u{432}ан⟧\n"),
    MarkedDraft("A Greek ⟦\u{39F}racle⟧ and ⟦p\u{3BF}int⟧\n"),
    MarkedDraft("re-⟦\u{440}ay⟧-me, d'⟦\u{430}ccord⟧\n"),
    MarkedDraft("## A ⟦he\u{430}ding⟧\n"),
    MarkedDraft("[PayPal](⟦https://p\u{430}ypal.example⟧)\n"),
    MarkedDraft("⟦[PayPal][1]⟧\n\n[1]: https://p\u{430}ypal.example\n"),
    MarkedDraft("<https://www.⟦p\u{430}ypal⟧.example>\n"),
    MarkedDraft("cafe\u{301} ⟦caf\u{435}\u{301}⟧\n"),
    MarkedDraft("Text.\n", below: MarkedDraft.frontMatter.replacing("Why", with: "⟦Wh\u{443}⟧")),
  ]

  @Test(arguments: faults) func lookAlikesAreFound(_ draft: MarkedDraft) throws {
    try draft.expect("mixed-scripts")
  }

  static let fine = [
    MarkedDraft("Компания Meridian и её Wi-Fi-роутер, веб-сайт, IT-отдел, iPhone'ов, PDF’ы.\n"),
    MarkedDraft("SMSка, PRщик, email-ы, 3D-модель, COVID-19, С++, 5G-сеть\n"),
    MarkedDraft("10 µm, 5 μm, 3 kΩ, 20 MΩ, Δt, πr², λx, αx, m/s\n"),
    MarkedDraft("Η εταιρεία Meridian, το Wi-Fi και το e-mail\n"),
    MarkedDraft("`\u{440}aypal` is the Cyrillic one\n\n    \u{440}aypal\n"),
    MarkedDraft("日本語のWeb, Қазақстан, Ђорђе, naïve Łódź Đà Nẵng\n"),
    MarkedDraft("[статья](https://ru.example/wiki/Почта_Mail.ru)\n"),
    MarkedDraft("Привет, мир\u{301}. \u{440}_a \u{441}1a\n"),
  ]

  @Test(arguments: fine) func wordsOfOneScriptAreFine(_ draft: MarkedDraft) throws {
    try draft.expect("mixed-scripts")
  }

  @Test func theLettersAreNamed() throws {
    let said = try MarkedDraft("⟦\u{440}\u{430}ypal⟧ ⟦M\u{43E}\u{441}\u{43A}\u{432}\u{430}⟧\n")
      .expect("mixed-scripts")
    #expect(
      said.first == "'\u{440}\u{430}ypal' has letters of two scripts that look alike: "
        + "'\u{440}', '\u{430}' in it is Cyrillic | type the word again in one script"
    )
    #expect(said.last?.contains("'M' in it is Latin") == true)
  }
}
