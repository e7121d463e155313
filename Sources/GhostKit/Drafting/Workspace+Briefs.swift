public import Diagnostics
internal import YAML

extension Workspace {
  /// Returns what `.ghost/config.yml` says, or `nil` after having said what is wrong with it.
  public func config(log: inout DiagnosticLog) -> Config? {
    source(Config.path, log: &log).flatMap { whole(Config.self, $0, log: &log) }
  }

  /// Returns what the working tree's `.ghost/policy.yml` says, or `nil` after having said what is
  /// wrong with it.
  public func policy(log: inout DiagnosticLog) -> Policy? {
    source(Policy.path, log: &log).flatMap { Policy.read($0, log: &log) }
  }

  /// Returns the names of the executives that there are.
  public func executives(log: inout DiagnosticLog) -> [Slug] {
    Shelf.executives.names(in: files, log: &log)
  }

  /// Returns the names of the topics that there are.
  public func topics(log: inout DiagnosticLog) -> [Slug] {
    Shelf.topics.names(in: files, log: &log)
  }

  /// Returns the names of the formats that there are.
  public func formats(log: inout DiagnosticLog) -> [Slug] {
    Shelf.formats.names(in: files, log: &log)
  }

  /// Returns the profile of an executive, or `nil` after having said what is wrong.
  ///
  /// A name that is not there is a usage error that lists those that are.
  public func executive(_ name: String, log: inout DiagnosticLog) -> Executive? {
    guard let (slug, source) = entry(name, of: .executives, log: &log),
      var executive = whole(Executive.self, source, log: &log)
    else { return nil }
    executive.slug = slug
    checkReferences(
      (executive.formats.likes + executive.formats.dislikes).map {
        ($0.value.description, $0.range)
      },
      to: .formats,
      in: source,
      log: &log
    )
    return executive
  }

  /// Returns a brief with its text, or `nil` after having said what is wrong.
  ///
  /// A name that is not there is a usage error that lists those that are.
  public func topic(_ name: String, log: inout DiagnosticLog) -> Topic? {
    guard let (slug, source) = entry(name, of: .topics, log: &log),
      var topic = whole(Topic.self, source, log: &log)
    else { return nil }
    topic.slug = slug
    checkReferences(
      topic.perExecutive.entries.map { ($0.key.value, $0.key.range) },
      to: .executives,
      in: source,
      log: &log
    )
    guard let file = topic.textFile else { return topic }
    topic.text = text(file, log: &log)
    return topic.text == nil ? nil : topic
  }

  /// Warns of names that nothing has: a profile may be gone while briefs still speak of it.
  private func checkReferences(
    _ references: [(name: String, range: Range<Int>)],
    to shelf: Shelf,
    in source: SourceText,
    log: inout DiagnosticLog
  ) {
    // What is odd about other files is said where they are listed.
    var aside = DiagnosticLog()
    let names = shelf.names(in: files, log: &aside).map(\.description)
    let known = Set(names)
    for reference in references.filter({ !known.contains($0.name) }).prefix(Self.mostReferences) {
      let location = source.location(of: reference.range)
      log.add(.unknownReference(reference.name, to: shelf, among: names, at: location))
    }
  }

  private static let mostReferences = 20

  private func text(_ file: Located<String>, log: inout DiagnosticLog) -> String? {
    do throws(Diagnostic) {
      let source = try files.read(Shelf.topics.folder + "/" + file.value)
      guard let source else { throw .textMissing(file.value, at: file.location) }
      let bytes = Array(ContentEncoding.withoutCarriageReturns(source.bytes))
      guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
        throw .textNotUTF8(file.value, at: file.location)
      }
      return text
    } catch {
      // What is wrong with the file's name is best seen where the name stands.
      var diagnostic = error
      if diagnostic.cause == .content { diagnostic.location = file.location }
      log.add(diagnostic)
      return nil
    }
  }

  private func source(_ path: String, log: inout DiagnosticLog) -> SourceText? {
    do throws(Diagnostic) {
      guard let source = try files.read(path) else { throw .fileMissing(path) }
      return source
    } catch {
      log.add(error)
      return nil
    }
  }

  private func entry(
    _ name: String,
    of shelf: Shelf,
    log: inout DiagnosticLog
  ) -> (Slug, SourceText)? {
    do throws(Diagnostic) {
      let slug = try Slug(argument: name, of: shelf.kindWithArticle)
      if let source = try files.read(shelf.path(name)) { return (slug, source) }
      log.add(.unknownName(name, of: shelf, among: shelf.names(in: files, log: &log)))
    } catch {
      log.add(error)
    }
    return nil
  }

  /// Decodes a model of which nothing may be wrong.
  private func whole<Model: YAMLModel>(
    _ type: Model.Type,
    _ source: SourceText,
    log: inout DiagnosticLog
  ) -> Model? {
    var found = DiagnosticLog()
    let model = Model.decode(source, log: &found)
    log.add(found)
    return found.hasErrors ? nil : model
  }
}
