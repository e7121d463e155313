import Diagnostics

/// The options in front of a key: `namespaces="…"`, `valid-after="…"`, `valid-before="…"`.
///
/// As in OpenSSH, their names may be written in any case, their values stand in double quotes, each
/// comes once, and a comma without a blank separates them.
struct SignerOptions {
  private(set) var namespaces: [String]?
  private(set) var validAfter: Int?
  private(set) var validBefore: Int?

  private static let names = ["namespaces", "valid-after", "valid-before"]
  private static let quote = UInt8(ascii: "\"")

  /// Whether a word is a list of options rather than the type of a key.
  static func isOptions(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ",") || $0 == quote }
      || lowercased(word) == "cert-authority"
  }

  /// Returns where the word ends that a text begins with: at a blank outside quotes.
  static func end(in text: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    for index in text.indices {
      if text[index] == quote { isQuoted.toggle() }
      if !isQuoted, LineWords.isBlank(text[index]) { return index }
    }
    return text.endIndex
  }

  init(parsing word: ArraySlice<UInt8>, in source: SourceText) throws(Diagnostic) {
    var rest = word
    var seen: Set<String> = []
    while !rest.isEmpty {
      let (name, value, end) = try Self.takeOption(rest, source)
      let option = Self.lowercased(name)
      guard seen.insert(option).inserted else {
        throw .repeatedOption(option, at: source.place(of: name))
      }
      try set(option, to: value, source)
      rest = rest[end...]
      guard rest.first == UInt8(ascii: ",") else { break }
      rest = rest.dropFirst()
      guard !rest.isEmpty else { throw .badOption(at: source.place(of: word)) }
    }
    guard rest.isEmpty else { throw .badOption(at: source.place(of: rest)) }
    if let validAfter, let validBefore, validBefore <= validAfter {
      throw .emptyWindow(at: source.place(of: word))
    }
  }

  private static func takeOption(
    _ text: ArraySlice<UInt8>,
    _ source: SourceText
  ) throws(Diagnostic) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, end: Int) {
    let name = text.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ",") }
    let option = lowercased(name)
    guard option != "cert-authority" else { throw .certAuthority(at: source.place(of: name)) }
    guard names.contains(option) else {
      throw .unknownOption(option, names, at: source.place(of: name))
    }
    let value = text[name.endIndex...].dropFirst(2)
    guard text[name.endIndex...].starts(with: "=\"".utf8), let end = value.firstIndex(of: quote)
    else { throw .badOption(at: source.place(of: name)) }
    return (name, value[..<end], end + 1)
  }

  private mutating func set(
    _ option: String,
    to value: ArraySlice<UInt8>,
    _ source: SourceText
  ) throws(Diagnostic) {
    switch option {
    case "namespaces": namespaces = try Self.readNamespaces(value, source)
    case "valid-after": validAfter = try Self.readTime(value, source)
    default: validBefore = try Self.readTime(value, source)
    }
  }

  private static func readNamespaces(
    _ list: ArraySlice<UInt8>,
    _ source: SourceText
  ) throws(Diagnostic) -> [String] {
    var result: [String] = []
    for name in list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let text = String(decoding: name, as: UTF8.self)
      guard !SignerLine.isPattern(name) else { throw .pattern(text, at: source.place(of: name)) }
      guard (1...SignerLine.longestName).contains(name.count),
        name.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
      else { throw .badNamespace(text, at: source.place(of: name)) }
      result.append(text)
    }
    return result
  }

  private static func readTime(
    _ value: ArraySlice<UInt8>,
    _ source: SourceText
  ) throws(Diagnostic) -> Int {
    let text = String(decoding: value, as: UTF8.self)
    guard let time = UTCTime.seconds(value) else {
      // A time without its Z means another moment on every machine.
      let isLocal = UTCTime.seconds(value + [UInt8(ascii: "Z")]) != nil
      throw isLocal
        ? .localTime(text, at: source.place(of: value))
        : .badTime(text, at: source.place(of: value))
    }
    return time
  }

  private static func lowercased(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}

extension SourceText {
  /// Returns the place of a slice of this text's own bytes.
  func place(of bytes: ArraySlice<UInt8>) -> Location {
    location(of: bytes.startIndex..<bytes.endIndex)
  }
}
