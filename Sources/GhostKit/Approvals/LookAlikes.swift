/// Characters that a reader takes for letters of ASCII, in whatever script they are.
///
/// Sources: the compatibility mappings of Unicode 15 that lead to nothing but letters of ASCII
/// (`UnicodeData.txt`), and the letters of `confusables.txt` of Unicode Technical Standard 39 whose
/// skeleton is that of one of them, but for Greek and Cyrillic (`Confusables`) and for scripts that run
/// to the left; and small capitals.
enum LookAlikes {
  /// The letters that a character looks like.
  static let letters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for entry in table.split(separator: " ") {
      let name = entry.unicodeScalars.prefix { $0.isASCII }
      for scalar in entry.unicodeScalars.dropFirst(name.count) { letters[scalar] = String(name) }
    }
    // As in a list: the bracket is no part of a word.
    for (first, letter) in [(0x249C, 0x61), (0x1F110, 0x41)] as [(UInt32, UInt32)] {
      for place in 0..<26 as Range<UInt32> {
        guard let scalar = Unicode.Scalar(first + place), let plain = Unicode.Scalar(letter + place)
        else { continue }
        letters[scalar] = "(\(plain))"
      }
    }
    return letters
  }()

  /// The letter of ASCII that one of those looks like which stand from A to Z in a row: full-width
  /// letters, those in circles and squares, of flags, and of formulas.
  static func inARow(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x1D400...0x1D6A3:
      let place = (value - 0x1D400) % 52
      return place < 26 ? 0x41 + place : 0x61 + place - 26
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return value - 0xFEE0
    default:
      let row = rows.first { value >= $0.first && value - $0.first < 26 }
      return row.map { value - $0.first + $0.letter }
    }
  }

  private static let rows: [(first: UInt32, letter: UInt32)] = [
    (0x24B6, 0x41), (0x24D0, 0x61), (0x1F130, 0x41), (0x1F150, 0x41), (0x1F170, 0x41),
    (0x1F1E6, 0x41),
  ]

  /// Letters of ASCII, each word of them followed by what looks like it.
  private static let table = """
    Aᴬ𝚨𝛢𝜜𝝖𝞐Ꭺᗅꓮ𖽀𐊠 Bᴮℬ𝚩𝛣𝜝𝝗𝞑ꞴᏴᗷꓐ𐊂𐊡𐌁 CℂℭⅭꟲⲤᏟꓚ𐊢𐌂𐐕𐔜 DᴰⅅⅮᎠᗞᗪꓓ Eᴱℰ𝚬𝛦𝜠𝝚𝞔ⴹᎬꓰ𑢦𑢮𐊆 \
    Fℱꟳ𝟊Ꞙᖴꓝ𑣂𑢢𐊇𐊥𐔥 GᴳᏀᏳꓖ Hᴴℋℌℍ𝚮𝛨𝜢𝝜𝞖ⲎᎻᕼꓧ𐋏 IᴵℐℑⅠİ JᴶꞲᎫᒍꓙ Kᴷ\u{212A}𝚱𝛫𝜥𝝟𝞙ⲔᏦᛕꓗ𐔘 \
    LᴸℒⅬⳐᏞᒪꓡ𖼖𑢣𑢲𐐛𐔦 MᴹℳⅯ𝚳𝛭𝜧𝝡𝞛ⲘᎷᗰᛖꓟ𐊰𐌑 Nᑎᴺℕ𝚴𝛮𝜨𝝢𝞜Ⲛꓠ𐔓 Oᴼ𝚶𝛰𝜪𝝤𝞞ⲞՕⵔዐଠ𐓂ꓳ𑢵𐊒𐊫𐐄𐔖 \
    Pᴾℙ𝚸𝛲𝜬𝝦𝞠ⲢᏢᑭꓑ𐊕 Qℚꟴⵕ RᴿℛℜℝƦᎡᏒ𐒴ᖇꓣ𖼵 SՏᏕᏚꓢ𖼺𐊖𐐠 Tᵀ𝚻𝛵𝜯𝝩𝞣ⲦᎢꓔ𖼊𑢼𐊗𐊱𐌕 UᵁՍሀ𐓎ᑌꓴ𖽂𑢸 \
    VⅤⱽⴸᏙᐯꛟꓦ𖼈𑢠𐔝 WᵂᎳᏔꓪ XⅩ𝚾𝛸𝜲𝝬𝞦᙭ꞳⲬⵝᚷꓫ𐊐𐊴𐌗𐔧 Y𝚼𝛶𝜰𝝪𝞤ⲨᎩᎽꓬ𖽃𑢤𐊲 Zℤℨ𝚭𝛧𝜡𝝛𝞕Ꮓꓜ𑢩 \
    aªᵃₐ𝛂𝛼𝜶𝝰𝞪⍺ɑᴀ bᵇƄᏏᑲᖯʙ cᶜⅽᴄⲥꮯ𐐽 dᵈⅆⅾᏧᑯꓒᴅ eᵉₑℯⅇ℮ꬲᴇ fᶠꬵꞙẝքꜰ gᵍℊɡᶃƍցɢ \
    hʰₕℎհᏂʜ iᵢιⁱℹⅈⅰ𝛊𝜄𝜾𝝸𝞲⍳ı𝚤ɪɩꙇꭵᎥ𑣃 jʲⅉⱼᴊ kᵏₖᴋ lˡₗℓⅼ𝚰𝛪𝜤𝝞𝞘ƖǀⲒⵏᛁꓲ𖼨𐊊𐌉ʟ mᵐₘⅿᴍ \
    nⁿₙոռɴ oºᵒₒℴ𝛐𝛔𝜊𝜎𝝄𝝈𝝾𝞂𝞸𝞼ᴏᴑꬽⲟჿօഠဝ𐓪𑣈𑣗𐐬 pᵖᵨₚ𝛒𝛠𝜌𝜚𝝆𝝔𝞀𝞎𝞺𝟈⍴ⲣᴘ q𐞥գզꞯ rʳᵣꭇꭈᴦⲅꮁʀ \
    sſˢₛꜱƽꮪ𑣁𐑈 tᵗₜᴛ uᵘᵤ𝛖𝜐𝝊𝞄𝞾ꞟᴜꭎꭒʋս𐓶𑣘 vᵛᵥⅴ𝛎𝜈𝝂𝝼𝞶ᴠ𑜆ꮩ𑣀 wʷɯᴡա𑜊𑜎𑜏ꮃ xˣₓⅹᕁᕽ \
    yʸᵞᵧℽ𝛄𝛾𝜸𝝲𝞬ɣᶌʏỿꭚყ𑣜 zᶻᴢꮓ𑣄 DZǱ Dzǲ IIⅡ IIIⅢ IJĲ IVⅣ IXⅨ LJǇ Ljǈ NJǊ Njǋ \
    VIⅥ VIIⅦ VIIIⅧ XIⅪ XIIⅫ dzǳ ffﬀ ffiﬃ fflﬄ fiﬁ flﬂ iiⅱ iiiⅲ ijĳ ivⅳ ixⅸ \
    ljǉ njǌ stﬅﬆ viⅵ viiⅶ viiiⅷ xiⅺ xiiⅻ
    """
}
