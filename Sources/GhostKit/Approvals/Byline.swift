internal import Diagnostics
internal import Markdown
internal import YAML

/// The words of a byline, to see whose name it carries.
struct Byline {
  /// Somebody whose words these could be said to be.
  struct Person: Sendable {
    let role: String
    /// The name without blanks, as a reader takes its letters.
    fileprivate let letters: String
    fileprivate let isCased: Bool

    init(role: String, name: String) {
      self.role = role
      letters = Byline.words(of: name).joined()
      isCased = name.contains(where: \.isCased)
    }
  }

  private var words: [String]

  init(_ text: String) { words = Self.words(of: text) }

  /// Returns a byline as it stands, and as a page shows it that takes it for Markdown or for HTML.
  static func readings(of text: String) -> [Byline] {
    guard text.utf8.contains(where: { isMark($0) || ShownLine.isMarkup($0) }) else {
      return [Byline(text)]
    }
    let shown = ShownLine.text(of: text).utf8.filter { !isMark($0) }
    return [Byline(text), Byline(String(decoding: shown, as: UTF8.self))]
  }

  /// What Markdown may drop where it stands within a word, too.
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
    var start = 0
    while let place = place(of: person, from: start) {
      // What is left, if it is nothing, is part of no name.
      let whole = words[place].joined()
      let rest = whole == person.letters ? "" : whole.replacing(person.letters, with: "")
      words.replaceSubrange(place, with: [rest])
      start = place.lowerBound
    }
  }

  private func place(of person: Person, from first: Int = 0) -> Range<Int>? {
    guard !person.letters.isEmpty else { return nil }
    for start in first..<words.count {
      if let end = end(of: person.letters, from: start) { return start..<end }
      // Where there are no capitals, there may be no blanks between a name and a title either.
      if !person.isCased, words[start].contains(person.letters) { return start..<start + 1 }
    }
    return nil
  }

  /// Where a name ends that begins with a word; it may be cut anywhere, by a hyphen or a blank.
  private func end(of letters: String, from start: Int) -> Int? {
    var joined = ""
    for index in start..<words.count {
      joined += words[index]
      guard !words[index].isEmpty, letters.hasPrefix(joined) else { return nil }
      if joined == letters { return index + 1 }
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      var plain = String.UnicodeScalarView()
      for scalar in text.unicodeScalars { append(scalar, to: &plain) }
      // The number of a note is no part of a name.
      return String(plain).lowercased().split { !$0.isLetter && !($0.isASCII && $0.isNumber) }
        .map { skeleton(of: $0.utf8) }
    }
    return text.lowercased().utf8.split { !Byte.isLetter($0) && !Byte.isDigit($0) }
      .map { skeleton(of: $0) }
  }

  /// Returns a word of small letters with one in the place of those of ASCII that look alike, and
  /// without a number at its end.
  private static func skeleton(of word: some BidirectionalCollection<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    let end = word.lastIndex { !Byte.isDigit($0) }.map(word.index(after:)) ?? word.endIndex
    for byte in word[..<end] {
      switch byte {
      // A large 'i' is a small 'l', and who knows which of them was meant.
      case UInt8(ascii: "i"), UInt8(ascii: "1"): bytes.append(UInt8(ascii: "l"))
      case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "o"))
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends what a reader takes a character for: another letter, or nothing.
  ///
  /// How much mixed scripts and invisible characters matter is for a policy to say; whose name it is,
  /// is not.
  private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    let value = scalar.value
    switch value {
    case ..<0x80: text.append(scalar)
    // Anchors of annotations.
    case 0xFFF9...0xFFFB: break
    case _ where scalar.properties.isDefaultIgnorableCodePoint: break
    default:
      if let letter = Confusables.latin(value) ?? LookAlikes.inARow(value) {
        if let letter = Unicode.Scalar(letter) { text.append(letter) }
      } else if let letters = LookAlikes.letters[scalar] {
        text.append(contentsOf: letters.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
  }
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
