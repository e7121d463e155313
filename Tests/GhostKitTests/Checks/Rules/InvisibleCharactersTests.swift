import Testing

/// What nobody can see, and what a script needs of it.
@Suite struct InvisibleCharactersTests {
  static let faults = [
    MarkedDraft("Pay⟦\u{200B}⟧pal and a⟦\u{2060}\u{FEFF}⟧b\n"),
    MarkedDraft("Größe 🙂 ⟦\u{202E}⟧olleh⟦\u{202C}⟧ ⟦\u{2066}⟧x⟦\u{2069}⟧\n"),
    MarkedDraft("a⟦\u{1B}⟧[31m ⟦\u{7F}⟧ ⟦\u{85}⟧ ⟦\u{0C}⟧\n"),
    MarkedDraft("An Eng⟦\u{AD}⟧lish word, a⟦\u{200C}⟧b, a⟦\u{200D}⟧b\n"),
    MarkedDraft("Left⟦\u{200E}⟧ and right⟦\u{200F}⟧\n\nשלום\u{200F}!\n"),
    MarkedDraft("Hidden⟦\u{E0041}\u{E0042}\u{E0043}⟧ text\n"),
    MarkedDraft("🏴⟦\u{E0068}\u{E0065}\u{E006C}\u{E006C}\u{E006F}\u{E0031}\u{E0032}\u{E007F}⟧\n"),
    MarkedDraft("a⟦\u{FE0F}⟧ 1⟦\u{FE0F}⟧ 🙂\u{FE0F}⟦\u{FE0F}\u{FE01}⟧\n"),
    MarkedDraft("a⟦\u{2028}⟧b⟦\u{3164}⟧c⟦\u{34F}⟧d⟦\u{61C}⟧e⟦\u{FFFC}⟧\n"),
    MarkedDraft("In `co⟦\u{200B}⟧de` and\n\n    b⟦\u{200B}⟧lock\n"),
    MarkedDraft("A ⟦&#8203;⟧reference, ⟦&#x202E;⟧ too; b&shy;c\n"),
    MarkedDraft("<!-- a⟦\u{200B}⟧ comment -->\n"),
  ]

  @Test(arguments: faults) func whatIsHiddenIsFound(_ draft: MarkedDraft) throws {
    try draft.expect("invisible-character")
  }

  static let fine = [
    MarkedDraft(
      "👩\u{200D}💻 👨‍👩‍👧‍👦 🏳\u{FE0F}\u{200D}🌈 👩🏽\u{200D}🚀 ❤\u{FE0F}\u{200D}🔥 ☎\u{FE0E} ©\u{FE0F}\n"
    ),
    MarkedDraft(
      "1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3} 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}\n"
    ),
    MarkedDraft("می\u{200C}خواهم و هـ\u{200D} \u{200F}(Meridian)\u{200F}، \u{61C}۱۲\n"),
    MarkedDraft("क्\u{200D}ष और क्\u{200C}ष, ශ්\u{200D}රී\n"),
    MarkedDraft("ภาษา\u{200B}ไทย\n"),
    MarkedDraft("שלום ABC\u{200E}, שלום\n"),
    MarkedDraft("Tab\there, a\u{A0}space, a\u{202F}narrow one, 、葛\u{E0100}飾\n"),

  ]

  @Test(arguments: fine) func whatAScriptNeedsIsFine(_ draft: MarkedDraft) throws {
    try draft.expect("invisible-character")
  }

  @Test func germanHyphenates() throws {
    let german = MarkedDraft.frontMatter.replacing("format:", with: "lang: de-AT\nformat:")
    try MarkedDraft("Donau\u{AD}dampf\u{AD}schiff⟦\u{AD}⟧.\n", below: german)
      .expect("invisible-character")
  }

  @Test func theFrontMatterIsShownAsWell() throws {
    let literal = MarkedDraft.frontMatter.replacing("Why", with: "W⟦\u{202E}⟧hy")
    try MarkedDraft("Text.\n", below: literal).expect("invisible-character")
    let escaped = MarkedDraft.frontMatter
      .replacing("Why we price by value", with: #"⟦"Why \u202Ewe"⟧"#)
    try MarkedDraft("Text.\n", below: escaped).expect("invisible-character")
  }

  @Test(
    "what decides who must approve is as it looks",
    arguments: [
      ("topic: pricing", #"topic: ⟦"pri\u200Bcing"⟧"#), ("exec: cfo", #"exec: ⟦"cf\u2060o"⟧"#),
      ("format: article", #"format: ⟦"article\uFEFF"⟧"#),
      ("format:", #"tags: [a, ⟦"in\u200Bvestors"⟧, "\x62"]"# + "\nformat:"),
    ]
  )
  func names(old: String, new: String) throws {
    let frontMatter = MarkedDraft.frontMatter.replacing(old, with: new)
    try MarkedDraft("Text.\n", below: frontMatter).expect("invisible-character")
  }

  @Test func aByteOrderMarkMayBegin() throws {
    try MarkedDraft("a⟦\u{FEFF}⟧\n", below: "\u{FEFF}" + MarkedDraft.frontMatter)
      .expect("invisible-character")
  }

  @Test func aTextThatWasReadInAWrongEncodingIsNoMatterOfDeleting() throws {
    // The three bytes of an em dash, each taken for a character.
    let said = try MarkedDraft("Prices â⟦\u{80}\u{94}⟧ a word\n").expect("invisible-character")
    #expect(
      said == [
        "2 characters in a row are invisible, first U+0080"
          + " | the text was opened in a wrong encoding: type it again"
      ]
    )
  }

  @Test func theCharacterIsNamed() throws {
    let said = try MarkedDraft("a⟦\u{200B}⟧b⟦\u{202E}⟧c⟦\u{1B}⟧d⟦\u{E0041}\u{E0042}⟧\n")
      .expect("invisible-character")
    #expect(
      said == [
        "U+200B (zero width space) is invisible | delete it",
        "U+202E (right-to-left override) turns the order of what is shown | delete it",
        "U+001B is a control character | delete it",
        "2 characters in a row are invisible, first U+E0041 (tag latin capital letter a)"
          + " | delete it",
      ]
    )
  }
}
