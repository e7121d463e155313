import Markdown
import Testing

@Suite("Words")
struct WordScannerTests {
  /// Texts with their words between bars, as a person would count them.
  static let texts: [String] = [
    "|Hello|, |world|!",
    "|don't| |it’s| |rock| '|n|' |roll| |dogs|'",
    "|up-to-date| |well|–|known| |a| - |b| |re‑use| |COVID-19| -|x|- |a|--|b|",
    "|1,234.5| % |118%| |€4M| |$1.2bn| |3,5| |1.234,56€| |5\u{A0}000| |50| ‰ |20°C|",
    "$ |and| € |3|,|x|",
    "|U.S|. |e.g|. |example.com| |v2.0|",
    "|snake_case| _|emphasis|_",
    "|and|/|or| |AT|&|T|",
    "|naïve| |café| |Zürich| |Straße| |Æsop| |ﬁn|",
    "|Auf\u{AD}lage| |e\u{301}tude|",
    "|Кто-то| |пришёл| — |и| |ушёл|: |т|. |е|. |Ёж|",
    "|Grüße|, |z|. |B|. |über| |Weiß-Blau|!",
    "|السعر| |ارتفع| |١٬٢٣٤٫٥| ٪، |لماذا|؟ |مَدْرَسَة|",
    "|نمی\u{200C}خواهم|",
    "|שלום| |צה״ל| |עולם־הבא|",
    "|价|格|上|涨|，|为|什|么|？",
    "|カ|メ|ラ|ー|と|テ|レ|ビ|。|日|本|",
    "|iPhone|手|机|2024|年|",
    "|가격이| |올랐다|.",
    "🙂 👍🏽 👨‍👩‍👧 🇩🇪 |a|☕|b| 1️⃣ |2|",
    "|Ελληνικά| |άλφα|· |βήτα|",
    "|l·l| |col·legi|",
    "|¼| |2½| |m²|",
    "",
    "… — !",
  ]

  @Test(arguments: texts)
  func words(_ marked: String) {
    let bars = marked.split(separator: "|", omittingEmptySubsequences: false)
    let text = Array(bars.joined().utf8)
    // Word and gap alternate, but for words that follow at once (`|价|格|`): those are all inside.
    let actual = WordScanner(text, in: 0..<text.count).map {
      String(decoding: text[$0], as: UTF8.self)
    }
    let expected = Self.expected(of: marked)
    #expect(actual == expected)
  }

  /// The parts between bars that hold a letter, a digit or a mark of Chinese or Japanese.
  private static func expected(of marked: String) -> [String] {
    let symbols = Set<Character>("🙂👍👍🏽👨‍👩‍👧🇩🇪☕1️⃣")
    return marked.split(separator: "|").map(String.init).filter { part in
      part.contains { ($0.isLetter || $0.isNumber || $0 == "ー") && !symbols.contains($0) }
    }
  }

  @Test("bytes that are no UTF-8 end")
  func garbage() {
    for first in UInt8.min...UInt8.max {
      let text: [UInt8] = [0x61, first, 0x62, first, first]
      for word in WordScanner(text, in: 0..<text.count) { #expect(!word.isEmpty) }
      for sentence in SentenceScanner(text, in: 0..<text.count) { #expect(!sentence.isEmpty) }
    }
  }

  @Test(
    "a part of a text is read no further",
    arguments: [(0, 2, 1), (1, 9, 2), (3, 3, 0), (-5, 99, 2)]
  )
  func range(start: Int, end: Int, count: Int) {
    #expect(Array(WordScanner(Array("abc, def".utf8), in: start..<end)).count == count)
  }

  @Test(arguments: [(0, 0), (1, 1), (238, 1), (239, 2), (-1, 0), (Int.max, Int.max / 238 + 1)])
  func minutes(words: Int, minutes: Int) {
    #expect(ReadingTime.minutes(words: words) == minutes)
  }
}
