import Diagnostics

/// Parses one line of an `allowed_signers` file: `PRINCIPAL [OPTIONS] TYPE BASE64 [COMMENT]`.
struct SignerLine {
  let source: SourceText
  let range: Range<Int>

  /// Longer names are nobody's; OpenSSH's own bound is 1024.
  static let longestName = 256

  func parse() throws(Diagnostic) -> AllowedSigner {
    let line = source.bytes[range]
    let (principals, rest) = try takePrincipals(line)
    let principal = try onlyPrincipal(principals)
    var words = LineWords(rest)
    let end = SignerOptions.end(in: words.rest)
    let hasOptions = SignerOptions.isOptions(words.rest[..<end])
    let options = try SignerOptions(parsing: hasOptions ? words.take(end) : [], in: source)
    guard !words.rest.isEmpty else { throw .missingKey(at: source.place(of: line)) }
    let key = try KeyLine(parsing: source, range: words.rest.startIndex..<words.rest.endIndex)
    return AllowedSigner(
      principal: principal,
      key: key.key,
      namespaces: options.namespaces,
      validAfter: options.validAfter,
      validBefore: options.validBefore,
      comment: key.comment,
      range: range
    )
  }

  /// Takes the first word, which may be quoted as a whole, but not in part as OpenSSH allows.
  private func takePrincipals(
    _ line: ArraySlice<UInt8>
  ) throws(Diagnostic) -> (principals: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let quote = UInt8(ascii: "\"")
    if line.first == quote {
      let inside = line.dropFirst()
      guard let end = inside.firstIndex(of: quote),
        end + 1 == line.endIndex || LineWords.isBlank(line[end + 1])
      else { throw .badQuotes(at: source.place(of: line.prefix { !LineWords.isBlank($0) })) }
      return (inside[..<end], line[(end + 1)...])
    }
    let word = line.prefix { !LineWords.isBlank($0) }
    guard !word.contains(quote) else { throw .badQuotes(at: source.place(of: word)) }
    return (word, line[word.endIndex...])
  }

  private func onlyPrincipal(_ list: ArraySlice<UInt8>) throws(Diagnostic) -> String {
    let names = list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if let pattern = names.first(where: Self.isPattern) {
      throw .pattern(String(decoding: pattern, as: UTF8.self), at: source.place(of: pattern))
    }
    guard let name = names.first, names.count == 1 else {
      let people = names.map { String(decoding: $0, as: UTF8.self) }
      throw .sharedKey(people, at: source.place(of: list))
    }
    // Letters of other scripts can look alike, so a principal is ASCII.
    guard (1...Self.longestName).contains(name.count), name.first != UInt8(ascii: " "),
      name.last != UInt8(ascii: " "), name.allSatisfy({ (0x20...0x7E).contains($0) })
    else { throw .badPrincipal(String(decoding: name, as: UTF8.self), at: source.place(of: name)) }
    return String(decoding: name, as: UTF8.self)
  }

  static func isPattern(_ name: ArraySlice<UInt8>) -> Bool {
    name.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") }
  }

}
