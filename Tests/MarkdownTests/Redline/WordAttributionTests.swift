import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite struct WordAttributionTests {
  private func text(_ markdown: String) throws(Diagnostic) -> PlainText {
    try Document(parsing: SourceText(path: "a.md", text: markdown)).text
  }

  /// The words of the last version with the number of who brought each: the version's, from 0.
  private func owners(_ versions: [String]) throws -> String {
    var attribution = WordAttribution(of: try text(versions[0]), by: 0)
    for (number, version) in versions.enumerated().dropFirst() {
      attribution = attribution.following(to: try text(version), by: number)
    }
    return zip(attribution.words, attribution.bringers)
      .map { "\(attribution.text.string($0))/\($1 ?? -1)" }.joined(separator: " ")
  }

  @Test("what is new belongs to who brought it, what stays to who brought it before")
  func edits() throws {
    #expect(
      try owners(["One two three.", "One two or three.", "One two or three, always."])
        == "One/0 two/0 or/1 three/0 always/2"
    )
  }

  @Test(
    "markup and line breaks bring nothing",
    arguments: [
      "One *two* three four.\n\nFive six.", "One two\nthree four.\n\nFive six.",
      "> One two three four.\n\n- Five six.", "One two three four. Five six.",
      "One two [three](https://a.example) four.\n\n## Five six.",
    ]
  )
  func formatting(version: String) throws {
    #expect(
      try owners(["One two three four.\n\nFive six.", version])
        == "One/0 two/0 three/0 four/0 Five/0 six/0"
    )
  }

  @Test("a moved paragraph and a moved sentence stay with their bringers")
  func moves() throws {
    let old = "Alpha beta gamma delta.\n\nStay here now and ever.\n\nEnd of it."
    let new = "Stay here now and ever.\n\nEnd of it.\n\nAlpha beta gamma delta."
    #expect(try owners([old, new]).contains("/1") == false)
    let sentence = "First of all comes this. Then comes all that.\n\nAnother part stands here."
    let moved = "Then comes all that.\n\nAnother part stands here. First of all comes this."
    #expect(try owners([sentence, moved]).contains("/1") == false)
  }

  @Test("what is taken out and put back stays with its bringer")
  func restored() throws {
    let without = "One two three."
    let with = "One two three. Four five six seven eight."
    #expect(
      try owners([without, with, without, with])
        == "One/0 two/0 three/0 Four/1 five/1 six/1 seven/1 eight/1"
    )
  }

  @Test("a rewritten text belongs to who rewrote it, chance words included")
  func rewritten() throws {
    let old = "Alpha beta gamma the delta epsilon zeta eta theta iota kappa."
    let new = "One two three four five six seven the nine ten eleven twelve."
    #expect(try owners([old, new]).contains("/0") == false)
  }

  @Test("a merge keeps what either side brought")
  func merge() throws {
    let base = WordAttribution(of: try text("Middle stays."), by: 0)
    let left = base.following(to: try text("Left came. Middle stays."), by: 1)
    let right = base.following(to: try text("Middle stays. Right came."), by: 2)
    let both = try text("Left came. Middle stays. Right came now.")
    let merged = left.following(to: both, by: 3, merging: [right])
    #expect(merged.bringers == [1, 1, 0, 0, 2, 2, 3])
  }

  @Test(
    "words are those of the language",
    arguments: [
      ("我们按价值定价。", "我们按人数定价。", [0, 0, 0, 1, 1, 0, 0]),
      ("Мы берём за ценность", "Мы не берём за ценность", [0, 1, 0, 0, 0]),
      ("نحن نسعر القيمة", "نحن نسعر القيمة فقط", [0, 0, 0, 1]),
    ] as [(String, String, [Int?])]
  )
  func languages(old: String, new: String, bringers: [Int?]) throws {
    let attribution = WordAttribution(of: try text(old), by: 0)
    #expect(attribution.following(to: try text(new), by: 1).bringers == bringers)
  }

  @Test("what is nobody's gives nobody a word that comes to stand for it")
  func ignored() throws {
    let asked = try text("Before. [TK: how did retention change?] After.")
    let mark = 8..<39
    #expect(asked.string(mark) == "[TK: how did retention change?]")
    let old = WordAttribution(of: asked, without: [mark], by: 0)
    #expect(old.bringers == [0, nil, nil, nil, nil, nil, 0])
    let answered = try text("Before. How did retention change? It rose. After.")
    #expect(old.following(to: answered, by: 1).bringers == [0, 1, 1, 1, 1, 1, 1, 0])
    let kept = old.following(to: asked, without: [mark], by: 1)
    #expect(kept.bringers == old.bringers)
  }

  @Test("every version has a bringer for each word, whatever is done to it")
  func random() throws {
    var random = SeededRandom(seed: 11)
    let words = ["one", "two", "three", "four", "five.", "Six", "\n\n", "# ", "*a*", "- "]
    for _ in 0..<200 {
      let draw = {
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          words[Int.random(in: 0..<words.count, using: &random)]
        }.joined(separator: " ")
      }
      var attribution = WordAttribution(of: try text(draw()), by: 0)
      for number in 1...4 {
        let next = try text(draw())
        attribution = attribution.following(to: next, by: number)
        #expect(attribution.bringers.count == next.allWords.count)
        #expect(attribution.bringers.allSatisfy { (0...number).contains($0 ?? -1) })
      }
    }
  }
}
