/// The words that stand around figures, in small letters, in the languages that drafts come in.
enum FigureWords {
  /// The power of ten of a word such as `million`.
  static func scale(of word: String) -> Int? { scales[word] }

  /// Whether a word says per cent; some languages need two for it.
  static func isPercent(_ word: String) -> Bool {
    percents.contains(word) || word.hasPrefix("процент")
  }

  /// Whether two words say per cent.
  static func isPercent(_ first: String, _ second: String) -> Bool {
    switch first {
    case "per", "pour": second == "cent"
    case "por": second == "ciento" || second == "cento"
    case "в": second.hasPrefix("процент")
    case "في": second == "المئة" || second == "المائة"
    default: false
    }
  }

  /// The currency that a word or code in small letters names.
  static func currency(of word: String) -> Figure.Currency? {
    if let known = currencies[word] { return known }
    if word.hasPrefix("рубл") { return .rouble }
    if word.hasPrefix("доллар") { return .dollar }
    return codes.contains(word) ? .code(word.uppercased()) : nil
  }

  /// The currency of a sign.
  static func currency(of sign: UInt32) -> Figure.Currency? {
    switch sign {
    case 0x24: .dollar
    case 0x20AC: .euro
    case 0xA3: .pound
    case 0xA5: .yen
    case 0x20BD: .rouble
    case 0x20B9: .rupee
    default: nil
    }
  }

  /// Whether a word is the name of a month, whole or short.
  static func isMonth(_ word: String) -> Bool { months.contains(word) }

  /// Whether a word behind a number makes a time of day of it.
  static func isTime(_ word: String) -> Bool {
    ["am", "pm", "a.m", "p.m", "uhr", "o'clock", "o’clock", "noon", "ч"].contains(word)
  }

  /// Whether the number behind a word only says which one is meant.
  static func isReference(_ word: String) -> Bool { references.contains(word) }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static let scales: [String: Int] = {
    let words: [(Int, String)] = [
      (
        3,
        "k thousand thousands tausend tsd тыс тысяча тысячи тысяч mille milliers mil miles ألف آلاف"
      ),
      (6, "m mn mln mio million millions millionen millones millón milhões milhão"),
      (6, "млн миллион миллиона миллионов مليون ملايين"),
      (9, "b bn bln mrd billion billions milliarde milliarden milliard milliards"),
      (9, "млрд миллиард миллиарда миллиардов مليار مليارات"),
      (12, "t tn trn trillion trillions billionen трлн триллион триллиона триллионов"),
      (4, "万 萬"), (8, "亿 億"), (5, "lakh"), (7, "crore"),
    ]
    let pairs = words.flatMap { scale, list in
      list.split(separator: " ").map { (String($0), scale) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static let percents = set("percent percentage prozent prozentpunkte pp بالمئة بالمائة")

  private static let currencies: [String: Figure.Currency] = [
    "usd": .dollar, "dollar": .dollar, "dollars": .dollar, "دولار": .dollar, "eur": .euro,
    "euro": .euro, "euros": .euro, "евро": .euro, "يورو": .euro, "gbp": .pound, "jpy": .yen,
    "yen": .yen, "rub": .rouble, "руб": .rouble, "inr": .rupee, "rupees": .rupee,
  ]

  private static let codes = set(
    "chf sek nok dkk pln czk huf uah cny aud cad nzd sgd hkd brl mxn zar aed sar krw try ils"
  )

  private static let months = set(
    """
    january february march april may june july august september october november december jan feb \
    mar apr jun jul aug sep sept oct nov dec januar jänner februar märz mai juni juli oktober \
    dezember okt dez января февраля марта апреля мая июня июля августа сентября октября ноября \
    декабря январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь \
    janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero \
    marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre يناير فبراير مارس \
    أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    """
  )

  private static let references = set(
    """
    section sections sec chapter chapters ch figure figures fig table page pages p pp no nos number \
    article articles art step level part annex appendix version release item question questions \
    rule act line room phase point points note footnote paragraph para clause schedule volume vol \
    issue episode slide top abschnitt kapitel seite s abb abbildung tabelle tab artikel absatz abs \
    nr nummer schritt teil stufe punkt frage folge раздел глава стр страница рис рисунок табл \
    таблица п пункт ст статья шаг часть версия вопрос القسم الفصل الصفحة المادة رقم
    """
  )
}
