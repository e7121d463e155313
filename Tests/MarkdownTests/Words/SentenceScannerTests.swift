import Markdown
import Testing

@Suite("Sentences")
struct SentenceScannerTests {
  /// Texts with a bar between their sentences.
  static let texts: [String] = [
    "One sentence.",
    "No end",
    "One.| Two!| Three?| Four…| Five",
    "It grew by 3.5 points.| Then it fell to 1,234.5 in the U.S. Midwest.| Why?",
    "See example.com for more.| Version 2.0 is out.",
    "Dr. Reyes met J. Smith and Mrs. Park, e.g. on Monday, at Acme Inc. Headquarters.| Good.",
    "She said no.| Then No. 5 came.| See fig. 3 and p. 12.",
    "“Why now?” she asked.| “Because.”| He left.",
    "(It works.)| [So it does.]| Fine.",
    "Really?!| Yes...| Well... maybe.| So did I.| Then we left.",
    "He said “stop.”| Then he “went.”",
    "That is it.| \"Quoted.\"| - Dashed.",
    "1. First point.| Second.",
    "In 2019. |The rest.",
    "Das gilt z. B. für Preise, d. h. Mieten.| Am 5. Mai kam Hr. Dr. Braun.| „Wirklich?“ fragte er.| „Ja.“| Gut.",
    "Der Umsatz stieg auf ca. 3,5 Mio. Euro.| Das sind bzw. Waren.",
    "Цены выросли, т. е. стали выше.| Рост составил 5 тыс. Рублей и т. д.| Потом упали.| «Почему?» — спросил он.| «Вот так».",
    "لماذا ارتفع السعر؟| لأن التكلفة زادت.| حسنا!",
    "价格上涨了。|为什么？|因为成本。|“好。”|完",
    "これは本です。|「はい。」|そう！",
    "¿Por qué?| ¡Porque sí!| El Sr. García vino.",
    "Is it done? |Yes.",
    "A line\nbreak. |Here.",
    "...| And so on.",
    "",
    "   ",
  ]

  @Test(arguments: texts)
  func sentences(_ marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimming() }.filter { !$0.isEmpty }
    let text = Array(marked.filter { $0 != "|" }.utf8)
    let actual = SentenceScanner(text, in: 0..<text.count).map {
      String(decoding: text[$0], as: UTF8.self)
    }
    #expect(actual == expected)
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
