public import Diagnostics
internal import Git
internal import Markdown
internal import YAML

/// Where every draft of a workspace stands, on whatever branch it is.
public struct StatusBoard: Sendable {
  /// The drafts, by name.
  public let drafts: [DraftStatus]
  /// The day of the local calendar.
  public let today: CalendarDate
  /// What is wrong with the files that it was made by.
  public let diagnostics: [Diagnostic]

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - workspace: The workspace on the disk.
  ///   - executive: The slug of the executive whose drafts are wanted, if not all are.
  ///   - countingWords: Whether the words of drafts count that nobody has touched; it takes time.
  ///   - clock: What day it is.
  ///   - variables: The environment in which git is asked.
  /// - Throws: what is wrong with that executive's name, and what git or the file system says if
  ///   they fail.
  public init(
    of workspace: Workspace,
    executive: String? = nil,
    countingWords: Bool = true,
    clock: Clock,
    variables: [String: String]
  ) throws(Diagnostic) {
    var log = DiagnosticLog()
    if let executive { _ = workspace.executive(executive, log: &log) }
    if let fault = log.diagnostics.first(where: { $0.cause == .usage }) { throw fault }
    log = DiagnosticLog()
    let people = People(of: workspace, log: &log)
    let survey = try DraftSurvey(
      of: workspace,
      protected: people.protected,
      variables: variables
    )
    log.add(survey.findings)
    let contents = try survey.contents(of: survey.entries.compactMap(\.content.committed))
    let states = ApprovalStates(
      of: workspace,
      in: survey.repository,
      now: clock.now,
      variables: variables
    )
    let readings = Self.readings(of: survey, contents, states)
    let isWanted = { (reading: DraftReading?) in executive == nil || reading?.exec == executive }
    let wanted = zip(survey.entries, readings).filter { isWanted($1) }
    let authorships = try Authorships(
      of: wanted,
      in: survey,
      people,
      reading: contents,
      countingWords: countingWords
    )
    drafts = wanted.enumerated().map { index, draft in
      let (entry, reading) = draft
      let exec = reading?.exec ?? ""
      return DraftStatus(
        entry,
        reading,
        authorship: authorships[index],
        touched: entry.touch.map { people.touch($0, of: exec, clock) },
        executive: people.executives[exec],
        today: clock.today
      )
    }
    today = clock.today
    diagnostics = log.sorted()
  }

  /// What each draft says; `nil` for one that cannot be read.
  private static func readings(
    of survey: DraftSurvey,
    _ contents: [ObjectID: [UInt8]],
    _ states: ApprovalStates
  ) -> [DraftReading?] {
    Parallel.map(survey.entries) { entry -> DraftReading?? in
      let source: SourceText?
      switch entry.content {
      case .committed(let id): source = contents[id].map { SourceText(path: entry.path, bytes: $0) }
      case .working(let file, _): source = file
      case .unreadable: source = nil
      }
      guard let source, var reading = try? DraftReading(of: source) else { return .some(nil) }
      if reading.isFinished {
        reading.finishedState = states.state(of: source, on: entry.branch)
      }
      return .some(reading)
    }
  }
}

extension DraftSurvey {
  /// Reads what commits have; what is missing, damaged or too large for a draft is left out.
  ///
  /// - Throws: what git says if it fails.
  func contents(of ids: [ObjectID]) throws(Diagnostic) -> [ObjectID: [UInt8]] {
    guard let repository, !ids.isEmpty else { return [:] }
    var contents: [ObjectID: [UInt8]] = [:]
    let ids = Array(Set(ids))
    let read = { (ids: [ObjectID]) throws(Diagnostic) in
      var reader = try ObjectReader(repository)
      try reader.read(ids, limit: FileStore.usualLimit) { index, answer in
        if case .object(.blob, let bytes) = answer { contents[ids[index]] = bytes }
      }
    }
    do throws(Diagnostic) {
      try read(ids)
    } catch {
      // git stops at the first that is damaged; what is not among the contents cannot be read.
      let faults = Bisection.faults(among: ids, failing: error, read)
      if faults.isEmpty || faults.count == ids.count { throw error }
    }
    return contents
  }
}

extension DraftSurvey.Content {
  /// What commits have of it: itself, or nothing.
  var committed: ObjectID? {
    if case .committed(let id) = self { id } else { nil }
  }
}
