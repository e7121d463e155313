public import Diagnostics
internal import Liquid
internal import Markdown
internal import YAML

/// Writes a draft from an outline, a profile and a brief: more than half of the executive's work.
public struct Drafter: Sendable {
  /// What is asked for.
  public struct Request: Sendable {
    /// The executive's slug.
    public var executive: String
    /// The topic's slug.
    public var topic: String
    /// The format's slug; the first that the executive likes, if there is none.
    public var format: String?
    /// The day by which it is wanted.
    public var due: CalendarDate?
    /// The draft's slug; `EXEC-TOPIC`, if there is none.
    public var slug: String?
    /// Further variables for the outline, by name.
    public var settings: [(name: String, value: String)] = []

    /// Whether a setting may have a name: one that templates can say, and that nothing else has.
    public static func isFree(_ name: String) -> Bool {
      let bytes = name.utf8
      guard let first = bytes.first, Byte.isLetter(first) || first == UInt8(ascii: "_") else {
        return false
      }
      let isName = bytes.allSatisfy { byte in
        Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "_")
          || byte == Byte.hyphen
      }
      return isName && !taken.contains(name)
    }

    private static let taken: Set<String> = [
      "exec", "topic", "you", "format", "lang", "due", "today", "organisation", "site", "set",
    ]

    /// Asks for a draft by an executive on a topic.
    public init(executive: String, topic: String) {
      self.executive = executive
      self.topic = topic
    }
  }

  private let workspace: Workspace
  private let clock: Clock

  /// Drafts in a workspace.
  public init(in workspace: Workspace, clock: Clock) {
    self.workspace = workspace
    self.clock = clock
  }

  /// Returns the draft, or `nil` after having said what is wrong; nothing is written.
  ///
  /// A draft that is not prepared further than `.ghost/config.yml` asks is an error that names the
  /// thin sections and the entries of the brief that would fill them.
  public func draft(_ request: Request, log: inout DiagnosticLog) -> NewDraft? {
    guard let material = material(for: request, log: &log),
      let bytes = render(material, request, log: &log)
    else { return nil }
    let path = "\(Workspace.drafts)/\(material.slug).md"
    let source = SourceText(path: path, bytes: bytes)
    guard let share = prove(source, material, log: &log) else { return nil }
    if material.executive.formats.dislikes.contains(where: { $0.value == material.format }) {
      log.add(.formatDisliked(material.format, by: material.executive))
    }
    let draft = NewDraft(
      slug: material.slug,
      path: path,
      bytes: bytes,
      executive: material.executive.name,
      email: material.executive.email.description,
      share: share
    )
    let threshold = material.config.preparedShare.value
    guard share.exceeds(threshold) else {
      log.add(
        .draftTooThin(
          draft,
          threshold: threshold,
          brief: Shelf.topics.path(material.topic.slug.description),
          gaps: material.gaps
        )
      )
      return nil
    }
    return draft
  }

  // MARK: Gathering

  /// All that an outline is rendered with.
  private struct Material {
    let config: Config
    let executive: Executive
    let topic: Topic
    let format: Slug
    let outline: SourceText
    let language: Language
    let slug: Slug

    /// The entries of the brief that are missing or few.
    var gaps: [String] {
      let part = topic.perExecutive[executive.slug.description]
      let prose = [("opening", part?.opening), ("bridge", part?.bridge), ("close", part?.close)]
      let missing = prose.filter { $0.1 == nil }.map { "for \(executive.slug): \($0.0)" }
      return topic.gaps + missing
    }
  }

  private func material(for request: Request, log: inout DiagnosticLog) -> Material? {
    // All three are read before any is missed: every wrong name is said in one go.
    let config = workspace.config(log: &log)
    let executive = workspace.executive(request.executive, log: &log)
    let topic = workspace.topic(request.topic, log: &log)
    guard let config, let executive, let topic else { return nil }
    let language = config.language(topic: topic, executive: executive)
    let name = request.format ?? Format.usual(for: executive)
    do throws(Diagnostic) {
      let format = try Slug(argument: name, of: Shelf.formats.kindWithArticle)
      guard let outline = try workspace.outline(format, in: language) else {
        let formats = workspace.formats(log: &log)
        throw formats.contains(format)
          ? .outlineMissing(format, in: language)
          : .unknownName(name, of: .formats, among: formats)
      }
      let slug = request.slug ?? "\(executive.slug)-\(topic.slug)"
      return Material(
        config: config,
        executive: executive,
        topic: topic,
        format: format,
        outline: outline,
        language: language,
        slug: try Slug(argument: slug, of: "a draft")
      )
    } catch {
      log.add(error)
      return nil
    }
  }

  // MARK: Rendering

  private func render(
    _ material: Material,
    _ request: Request,
    log: inout DiagnosticLog
  ) -> [UInt8]? {
    var environment = Environment()
    environment.tags.add(.placeholder)
    environment.clock = clock.liquid
    environment.encode = { value, output throws(Diagnostic) in
      try DraftEncoding.encode(value, after: output)
    }
    let (workspace, language) = (workspace, material.language)
    environment.partials = PartialLoader { name throws(Diagnostic) in
      try workspace.partial(name, in: language)
    } names: {
      workspace.partialNames()
    }
    let template = Template(parsing: material.outline, environment: environment, log: &log)
    guard let template else { return nil }
    var found = DiagnosticLog()
    let bytes = template.render(variables(material, request), log: &found)
    // Front matter that does not end takes every value for a key: the first says it all.
    let misplaced = found.diagnostics.filter { $0.code == Diagnostic.misplacedKey }
    for diagnostic in found.diagnostics
    where diagnostic.code != Diagnostic.misplacedKey || diagnostic == misplaced.first {
      log.add(diagnostic)
    }
    return bytes
  }

  private func variables(_ material: Material, _ request: Request) -> Object {
    let settings = request.settings.map { (Text($0.name), Value.string(Text($0.value))) }
    var variables = Object(settings)
    variables["set"] = .object(Object(settings))
    variables["exec"] = material.executive.liquid
    variables["topic"] = material.topic.liquid
    variables["you"] = material.topic.part(for: material.executive.slug).liquid
    variables["format"] = .string(Text(material.format.description))
    variables["lang"] = .string(Text(material.language.description))
    variables["due"] = request.due.map { .string(Text($0.description)) } ?? .nil
    variables["today"] = .string(Text(clock.today.description))
    variables["organisation"] = .string(Text(material.config.organisation))
    variables["site"] = material.config.liquidSite
    return variables
  }

  // MARK: Proving

  /// Reads the result back as `ghost check` will: a draft that is none is never written.
  private func prove(
    _ source: SourceText,
    _ material: Material,
    log: inout DiagnosticLog
  ) -> PreparedShare? {
    var found = DiagnosticLog()
    do throws(Diagnostic) {
      let document = try Document(parsing: source)
      if let metadata = Metadata.read(of: document, log: &found), !found.hasErrors {
        let isExpected =
          metadata.exec.value == material.executive.slug.description
          && metadata.topic.value == material.topic.slug.description
          && metadata.format.value == material.format.description
        if isExpected {
          let isSpoken = Format.isSpoken(metadata.format.value)
          return PreparedShare(of: document, isSpoken: isSpoken)
        }
        found.add(.outlineNamesOthers(at: source.location(at: 0)))
      }
    } catch {
      found.add(error)
    }
    log.add(.outlineMakesNoDraft(material.outline.path, because: found))
    return nil
  }
}

/// A draft that has been rendered, proved and measured, and not yet written.
public struct NewDraft: Sendable {
  /// Its name.
  public let slug: Slug
  /// Where it belongs in the workspace.
  public let path: String
  /// Its text.
  public let bytes: [UInt8]
  /// The executive's name.
  public let executive: String
  /// Where the executive is written to.
  public let email: String
  /// How much of it is written.
  public let share: PreparedShare
}

extension Workspace {
  /// The folder of what executives edit.
  public static let drafts = "Drafts"
}

extension TagDefinition {
  /// `{% tk "question" words: 40 %}` writes `[TK: question ~40 words]`.
  static let placeholder = TagDefinition("tk", arity: 1...1, named: ["words"]) {
    arguments,
    _ throws(Diagnostic) in
    // A bracket of the question must not end the mark, nor a line break its line.
    let question = arguments[0].text.string
      .replacing("[", with: "(").replacing("]", with: ")")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !question.isEmpty else { throw .placeholderAsksNothing() }
    guard let words = arguments["words"], !words.isNil else {
      return Array("[TK: \(question)]".utf8)
    }
    guard case .int(let number) = words, (1...10_000).contains(number) else {
      throw .placeholderWords(words.text.string)
    }
    return Array("[TK: \(question) ~\(number) words]".utf8)
  }
}
