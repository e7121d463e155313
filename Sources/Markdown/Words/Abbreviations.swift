/// Words that end with a full stop which ends no sentence, in the languages that drafts come in.
///
/// Single letters (`U.S.`, `z. B.`, `т. е.`) need no list.
enum Abbreviations {
  /// Whether a word, in lower case and without its full stop, is an abbreviation.
  static func contains(_ word: String) -> Bool { always.contains(word) }

  /// Whether it is one if a number follows.
  static func containsBeforeNumber(_ word: String) -> Bool { beforeNumber.contains(word) }

  /// Whether a word makes an ordinal of the number behind it.
  static func precedesOrdinal(_ word: String) -> Bool { beforeOrdinal.contains(word) }

  private static let always = Set(
    """
    mr mrs ms dr prof sr jr st mt vs approx dept est gov gen sen rep rev hon capt col lt sgt inc \
    ltd co corp e.g i.e u.s u.k u.n eg ie cf al viz ph.d resp \
    bzw ca evtl ggf inkl exkl zzgl mio mrd tsd str tel vgl hr hrn fr dipl ing sog bspw usf geb \
    gest jh allg insb u.a z.b d.h o.ä u.ä i.d.r z.t \
    др пр проф акад им напр см стр рис тыс млн млрд руб коп ул просп ред изд обл гг вв т.е т.д т.п \
    sra srta ud uds ej av mme mlle ex env
    """.split(separator: " ").map(String.init)
  )

  private static let beforeNumber = Set(
    """
    no nos nr fig figs vol pp ch sec art abs kap abb tab num núm n.º jan feb mar apr jun jul aug sep \
    sept oct okt nov dec dez min max ок стр рис табл гл
    """.split(separator: " ").map(String.init)
  )

  private static let beforeOrdinal = Set(
    "am im der dem den des die das vom zum beim bis seit ab und".split(separator: " ")
      .map(String.init)
  )
}
