import Testing

@testable import GhostKit

@Suite struct PhraseTableTests {
  private func found(_ phrase: String, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PhraseTable([phrase]).matches(in: bytes, 0..<bytes.count)
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(
    "a phrase is found wherever it stands in a line",
    arguments: [
      ("synergy", "Synergy"), ("ai", "AI"), ("x", "X"), ("at scale", "at\nscale"),
      ("don't", "don\u{2019}t"), ("e-mail", "E\u{2010}mail"), ("synergy", "s\u{AD}ynergy"),
      ("synergy", "sy\u{AD}nergy"), ("über", "ÜBER"), ("a b", "A\u{3000}\u{A0} b"),
      ("i/o", "I/O"), ("360°", "360°"), ("скидка", "Скидка"), ("割引", "割引"),
    ]
  )
  func anywhere(phrase: String, written: String) {
    for before in ["", "q ", "é ", "— "] {
      for count in 0..<20 {
        let text = before + String(repeating: "zz ", count: count) + written
        #expect(found(phrase, in: text) == [written], "\(text)")
        #expect(found(phrase, in: text + ", so") == [written], "\(text)")
      }
    }
  }

  @Test(
    "a part of a word is no phrase",
    arguments: [
      ("art", "start artist st\u{E4}rt art_ _art"), ("ai", "said AIs mail"), ("x", "xy yx x1"),
      ("at scale", "atscale at scales"),
    ]
  )
  func partsOfWords(phrase: String, text: String) {
    for count in 0..<9 {
      #expect(found(phrase, in: String(repeating: "-", count: count) + text).isEmpty)
    }
  }
}
