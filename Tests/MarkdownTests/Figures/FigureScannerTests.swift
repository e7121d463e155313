import Diagnostics
import Markdown
import Testing

/// `⟦` and `⟧` stand around what is a figure; nothing else is one.
@Suite struct FigureScannerTests {
  static let texts = [
    "Retention rose to ⟦118%⟧, churn fell by ⟦3.5 per cent⟧ and ⟦12 percent⟧.",
    "Revenue of ⟦€4M⟧, ⟦$1.2bn⟧, ⟦£ 3 million⟧, ⟦US$⟧5".replacing("⟦US$⟧5", with: "US⟦$5⟧"),
    "⟦4 million euros⟧, ⟦EUR⟧".replacing(", ⟦EUR⟧", with: " and ⟦5 USD⟧"),
    "⟦3.5x⟧ faster, ⟦10-fold⟧, ⟦3×⟧; ⟦5⟧x5 no".replacing("⟦5⟧x5 no", with: "5x5 no"),
    "We have ⟦2,000⟧ customers, ⟦1 000 000⟧ visits, ⟦1'200⟧ and ⟦1\u{202F}500⟧ firms.",
    "⟦74 Prozent⟧, ⟦74 %⟧, ⟦3,5 Mio. Euro⟧, ⟦40⟧ Kunden, ⟦2 Mrd⟧",
    "⟦74 процента⟧, ⟦12 млн рублей⟧, ⟦5 тыс⟧. клиентов, ⟦12,5%⟧",
    "⟦٧٤٪⟧ و ⟦٥ مليون⟧ عميل و ⟦74 بالمئة⟧",
    "从⟦118%⟧到⟦5万⟧家, 2026年3月5日",
    "In 2026, in the 1990s, 1984–1990, FY26, Q3 2026, '26.",
    "On 4 December, December 4, 2026, 2026-12-04, 04.12.2026, 12/04/2026, 04-12-2026, am 5. Mai, 4 декабря.",
    "At 10:30, 5pm, 9 a.m., 17 Uhr, 14h.",
    "The 21st, 3rd, 2nd and 4th, die 3. beste, 21-й.",
    "Version 1.2.3, the 12.x and 0.12.x line, iOS 17.1, v2, S3, GPT-4, COVID-19, ISO 27001, Windows 11, Web 2.0, 5G, 3D.",
    "U+274B, U+2014 to U+1F600",
    "Needs ghost >= 0.92, >=3 or == 12, at [::1]:8080 and localhost:8080; >= ⟦5%⟧ is one.",
    "Section 12, page 30, No. 15, § 20, #40, Abs. 12, № 17, article 22.",
    "24/7, 50/50, Regulation (EU) 2024/1689, 192.168.0.1, +49 30 123456, 0800 123, 007",
    "Of ⟦187⟧ planners ⟦122⟧ would not. Over ⟦60⟧ did. “About ⟦40⟧ more.”",
    "Between ⟦5⟧ and ⟦7⟧, ⟦5⟧–⟦7%⟧, ⟦12⟧ to ⟦15%⟧, ⟦10⟧-⟦12⟧ years",
    "A ⟦40⟧-hour outage of ⟦16⟧GB, ⟦10⟧km, ⟦2.1⟧ cents, -⟦3%⟧, +⟦5%⟧",
    "⟦1,234.5⟧ and ⟦1.234,5⟧ and ⟦12,34,567⟧ but not 1.2.3 or 1,2,3",
  ]

  @Test(arguments: texts) func figuresAreFound(_ marked: String) {
    var found = ""
    let text = Array(marked.filter { $0 != "⟦" && $0 != "⟧" }.utf8)
    var last = 0
    for figure in FigureScanner(text, in: 0..<text.count) {
      found += String(decoding: text[last..<figure.text.lowerBound], as: UTF8.self)
      found += "⟦" + String(decoding: text[figure.text], as: UTF8.self) + "⟧"
      last = figure.text.upperBound
    }
    found += String(decoding: text[last...], as: UTF8.self)
    #expect(found == marked)
  }

  static let equal = [
    ["€4M", "4 million euros", "€4,000,000", "EUR 4 million", "4 Mio. Euro", "4.000.000 €"],
    ["74%", "74 %", "74 per cent", "74 Prozent", "74 процента", "٧٤٪", "74.0%"],
    ["$1.2bn", "$1,200,000,000", "1.2 billion dollars", "1200 million USD"],
    ["3.5x", "3,5-fach", "3.5×"], ["2,000", "2 000", "2'000", "2k"], ["5万", "50,000"],
  ]

  @Test(arguments: equal) func oneFigureHasManyForms(_ forms: [String]) {
    let figures = forms.map { Self.figure($0) }
    for figure in figures {
      #expect(figure?.unit == figures[0]?.unit)
      let isEqual = figure?.values.contains { figures[0]?.values.contains($0) ?? false }
      #expect(isEqual == true)
    }
  }

  @Test(arguments: [("118%", "119%"), ("€4M", "€4bn"), ("1,234", "12,34"), ("2.5", "25")])
  func otherFiguresDiffer(_ one: String, _ other: String) {
    let values = [one, other].map { Self.figure($0)?.values ?? [] }
    let isDisjoint = !values[0].contains { values[1].contains($0) }
    #expect(isDisjoint)
  }

  private static func figure(_ text: String) -> Figure? {
    var figures = FigureScanner(Array(text.utf8), in: 0..<text.utf8.count)
    return figures.next()
  }
}
