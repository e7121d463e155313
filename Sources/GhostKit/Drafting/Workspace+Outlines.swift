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
  /// - Throws: `file-outside` if its name climbs out of the folder of the partials.
  public func partial(_ name: String, in language: Language) throws(Diagnostic) -> SourceText? {
    try firstFile("\(Self.partials)/\(name)", in: language)
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
      if let source = try files.read("\(stem).\(tag).md") { return source }
    }
    return try files.read("\(stem).md")
  }
}

extension Config {
  /// Returns the language of a piece: the brief's, else the executive's, else the workspace's.
  public func language(topic: Topic, executive: Executive) -> Language {
    topic.lang ?? executive.lang ?? lang
  }
}
