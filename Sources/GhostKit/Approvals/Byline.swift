internal import YAML

/// The words of a byline, to see whose name it carries.
struct Byline {
  /// Somebody whose words these could be said to be.
  struct Person: Sendable {
    let role: String
    fileprivate let words: [String]
    /// The same without blanks.
    fileprivate let letters: String
    fileprivate let isCased: Bool

    init(role: String, name: String) {
      self.role = role
      words = Byline.words(of: name)
      letters = words.joined()
      isCased = letters.contains(where: \.isCased)
    }
  }

  private var words: [String]

  init(_ text: String) { words = Self.words(of: text) }

  /// Returns a byline as it stands, and as a page shows it that takes it for Markdown.
  static func readings(of text: String) -> [Byline] {
    guard text.utf8.contains(where: isMark) else { return [Byline(text)] }
    let shown = String(decoding: text.utf8.filter { !isMark($0) }, as: UTF8.self)
    return [Byline(text), Byline(shown)]
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"): true
    default: false
    }
  }

  /// Whether a person's whole name stands in it, whatever stands around it.
  func names(_ person: Person) -> Bool { place(of: person) != nil }

  /// Forgets a person's name, so that it is no part of another one.
  mutating func drop(_ person: Person) {
    while let place = place(of: person) {
      // What is left, if it is nothing, is part of no name.
      let isWhole = words[place].elementsEqual(person.words)
      let rest = isWhole ? "" : words[place].joined().replacing(person.letters, with: "")
      words.replaceSubrange(place, with: [rest])
    }
  }

  private func place(of person: Person) -> Range<Int>? {
    let count = person.words.count
    guard count > 0 else { return nil }
    let start = words.indices.dropLast(count - 1).first { start in
      words[start..<start + count].elementsEqual(person.words)
    }
    if let start { return start..<start + count }
    if let whole = words.firstIndex(of: person.letters) { return whole..<whole + 1 }
    // Where there are no capitals, there may be no blanks between a name and a title either.
    guard !person.isCased else { return nil }
    return words.firstIndex { $0.contains(person.letters) }.map { $0..<$0 + 1 }
  }

  private static func words(of text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      let plain = String(String.UnicodeScalarView(text.unicodeScalars.compactMap(Self.plain)))
      return plain.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return text.lowercased().utf8.split { !Byte.isLetter($0) && !Byte.isDigit($0) }
      .map { String(Substring($0)) }
  }

  /// Returns the letter that a reader takes another one for; `nil` for what nobody sees.
  ///
  /// How much mixed scripts and invisible characters matter is for a policy to say; whose name it is,
  /// is not.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value >= 0x80 else { return scalar }
    guard !scalar.properties.isDefaultIgnorableCodePoint else { return nil }
    if let letter = Confusables.latin(scalar.value) { return Unicode.Scalar(letter) }
    let letter: UInt32?
    switch scalar.value {
    // Full-width letters, those in circles, and those of formulas, which are A-Z and a-z in a row.
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: letter = scalar.value - 0xFEE0
    case 0x24B6...0x24CF: letter = scalar.value - 0x24B6 + 0x41
    case 0x24D0...0x24E9: letter = scalar.value - 0x24D0 + 0x61
    case 0x1D400...0x1D6A3:
      let place = (scalar.value - 0x1D400) % 52
      letter = place < 26 ? 0x41 + place : 0x61 + place - 26
    default: letter = letterLike[scalar]
    }
    return letter.flatMap(Unicode.Scalar.init) ?? scalar
  }

  /// The letters of formulas that Unicode had before the others.
  private static let letterLike: [Unicode.Scalar: UInt32] = Dictionary(
    uniqueKeysWithValues: zip(
      "ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ".unicodeScalars,
      "CgHHHhIILNPQRRRZZBCeEFMo".unicodeScalars.map(\.value)
    )
  )
}

extension Policy {
  /// Returns the people whom a byline can name: who holds a role, and who has a profile.
  ///
  /// Of a role that the policy knows, its own word counts alone: profiles are no matter of trust.
  func people(profiles: [Executive]) -> [Byline.Person] {
    let strangers = profiles.filter { roles[exactly: $0.slug.description] == nil }
    return roles.entries.map { Byline.Person(role: $0.key.value, name: $0.value.name) }
      + strangers.map { Byline.Person(role: $0.slug.description, name: $0.name) }
  }
}
