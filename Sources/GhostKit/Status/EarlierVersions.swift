internal import Diagnostics
internal import Git
internal import Markdown
internal import YAML

/// Finds the version of a draft that somebody means.
struct EarlierVersions {
  /// A version and what people call it.
  struct Version {
    let name: String
    let source: SourceText
  }

  private let entry: DraftSurvey.Entry
  private let survey: DraftSurvey
  private let clock: Clock

  init(of entry: DraftSurvey.Entry, in survey: DraftSurvey, clock: Clock) {
    self.entry = entry
    self.survey = survey
    self.clock = clock
  }

  /// Returns the first version in git; if no commit has the draft, the outline rendered again.
  func outline(of metadata: Metadata?, in workspace: Workspace) throws(Diagnostic) -> Version {
    guard let step = try steps()?.first?.step else {
      return try rendered(from: metadata, in: workspace)
    }
    let name = "the outline of \(clock.day(at: step.authored).dayAndMonth) (\(step.author))"
    return Version(name: name, source: try source(step.content))
  }

  /// Returns the outline as `ghost draft` would write it today.
  private func rendered(
    from metadata: Metadata?,
    in workspace: Workspace
  ) throws(Diagnostic) -> Version {
    var log = DiagnosticLog()
    guard let metadata else { throw .noOutline(entry.name, because: nil) }
    var request = Drafter.Request(executive: metadata.exec.value, topic: metadata.topic.value)
    request.format = metadata.format.value
    request.due = metadata.due?.value
    request.slug = entry.slug?.description
    guard let draft = Drafter(in: workspace, clock: clock).draft(request, log: &log) else {
      throw .noOutline(entry.name, because: log.diagnostics.first { $0.severity == .error })
    }
    return Version(
      name: "the outline as 'ghost draft' writes it today, for no commit has the draft",
      source: SourceText(path: draft.path, bytes: draft.bytes)
    )
  }

  /// Returns the version that first had the day on which the draft was handed over.
  func asked(_ day: CalendarDate?) throws(Diagnostic) -> Version {
    guard let day else { throw .notAsked(entry.name) }
    guard let steps = try steps(), !steps.isEmpty else { throw .askedUncommitted(entry.name) }
    let contents = try survey.contents(of: steps.map(\.step.content))
    let isAsked = { (index: Int) -> Bool in
      guard let bytes = contents[steps[index].step.content] else { return false }
      let reading = try? DraftReading(of: SourceText(path: entry.path, bytes: bytes))
      return reading?.asked == day
    }
    var index = steps.count - 1
    guard isAsked(index) else { throw .askedUncommitted(entry.name) }
    while let parent = steps[index].parents.first(where: isAsked) { index = parent }
    let content = steps[index].step.content
    return Version(name: "it was asked for on \(day.dayAndMonth)", source: try source(content))
  }

  /// Returns the version that stood beside the newest approval when that was committed.
  func approved() throws(Diagnostic) -> Version {
    guard let repository = survey.repository, let slug = entry.slug else {
      throw .notApproved(entry.name)
    }
    let folder = repository.prefix.appending(GitPath(ApprovalFolder.drafts))
    var added: [(commit: Commit, record: ObjectID)] = []
    try repository.history(CommitRange(survey.tips.map(\.commit)), touching: [folder]) { commit in
      for change in commit.changes where change.old == nil {
        let name = change.path.parts.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        if let record = change.new, ApprovalName(fileName: name)?.draft == slug {
          added.append((commit, record))
        }
      }
      return true
    }
    let records = try survey.contents(of: added.map(\.record))
    for (commit, id) in added.sorted(by: { $0.commit.committed > $1.commit.committed }) {
      let source = SourceText(path: entry.path, bytes: records[id] ?? [])
      guard let record = try? ApprovalFile(parsing: source).record, record.meaning == .approves
      else { continue }
      let name = "\(record.name) approved it on \(record.signedAt.day.dayAndMonth)"
      guard let content = try content(at: commit.id) else { continue }
      return Version(name: name, source: try self.source(content))
    }
    throw .notApproved(entry.name)
  }

  /// Returns the version that a commit has.
  func revision(_ name: String) throws(Diagnostic) -> Version {
    guard let repository = survey.repository else { throw .noRevisions(name) }
    guard let content = try content(at: try repository.resolve(name)) else {
      throw .notInRevision(entry.name, name)
    }
    return Version(name: name, source: try source(content))
  }

  private func steps() throws(Diagnostic) -> [DraftHistory.Version]? {
    guard let history = survey.history else { return nil }
    guard !history.isShallow else { throw .shallowVersions(entry.name) }
    switch entry.content {
    case .committed(let id): return history.versions(leadingTo: id)
    case .working(_, let base): return base.flatMap(history.versions(leadingTo:))
    case .unreadable: return nil
    }
  }

  /// Returns what a commit has of the draft, in whatever folder.
  private func content(at commit: ObjectID) throws(Diagnostic) -> ObjectID? {
    guard let repository = survey.repository else { return nil }
    var store = try TreeStore(repository)
    let folder = repository.prefix.appending(GitPath(DraftFolder.path))
    let root = try store.reader.tree(of: commit)
    guard let tree = try store.entry(at: folder, in: root), tree.kind == .folder else { return nil }
    let files = try store.files(below: tree.id)
    return files.first { BranchFiles.name(of: $0.path) == entry.name }?.id
  }

  private func source(_ content: ObjectID) throws(Diagnostic) -> SourceText {
    guard let bytes = try survey.contents(of: [content])[content] else {
      throw .missingFromRepository(entry.path)
    }
    return SourceText(path: entry.path, bytes: bytes)
  }
}
