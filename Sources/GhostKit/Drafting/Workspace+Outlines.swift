public import Diagnostics

extension Workspace {
  /// Returns the outline of a format in a language, or `nil` if nothing has that name.
  ///
  /// `Templates/article.de.md` goes before `Templates/article.md` for German, and so on for each
  /// of the language's ``Language/fallbacks``.
  public func outline(
    _ format: Slug,
    in language: Language
  ) throws(Diagnostic) -> SourceText? {
    try firstFile("Templates/\(format)", in: language)
  }

  /// Returns a partial in a language, as ``outline(_:in:)`` does.
  ///
  /// A name that climbs out of the folder of the partials is one that nothing has.
  public func partial(_ name: String, in language: Language) throws(Diagnostic) -> SourceText? {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.first != UInt8(ascii: ".") }) else { return nil }
    return try firstFile("\(Self.partials)/\(name)", in: language)
  }

  /// Returns the names of the partials, whatever their languages.
  public func partialNames() -> [String] {
    // A folder that cannot be read has no names to suggest.
    let names = (try? files.names(in: Self.partials)) ?? []
    let stems = names.filter { $0.hasSuffix(".md") && $0.first != "." }
      .map { String($0.prefix { $0 != "." }) }
    return Set(stems).sorted()
  }

  private static let partials = "Templates/partials"

  private func firstFile(_ stem: String, in language: Language) throws(Diagnostic) -> SourceText? {
    for tag in language.fallbacks {
      if let source = try files.read("\(stem).\(tag).md") { return try source.withUnixLines() }
    }
    return try files.read("\(stem).md")?.withUnixLines()
  }
}

extension SourceText {
  /// Returns the text without byte order mark, its lines ended as drafts end theirs: a checkout on
  /// Windows may have changed an outline, but not a partial beside it.
  ///
  /// - Throws: `outline-not-text` where it is not UTF-8 or holds a zero byte.
  fileprivate func withUnixLines() throws(Diagnostic) -> SourceText {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw .outlineNotText(at: location(at: firstFault))
    }
    return SourceText(path: path, bytes: Array(ContentEncoding.withoutCarriageReturns(bytes)))
  }

  private var firstFault: Int {
    var offset = 0
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar) where scalar.first != 0: offset += scalar.count
      default: return offset
      }
    }
  }
}

extension Config {
  /// Returns the language of a piece: the brief's, else the executive's, else the workspace's.
  public func language(topic: Topic, executive: Executive) -> Language {
    topic.lang ?? executive.lang ?? lang
  }
}
