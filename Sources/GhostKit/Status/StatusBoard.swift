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
    var texts = DraftTexts()
    var survey = try DraftSurvey(
      of: workspace,
      protected: people.protected,
      variables: variables
    ) { drafts, trees in
      // What is not read now is read below, where it is told what cannot be.
      try? texts.read(drafts, from: trees)
    }
    log.add(survey.findings)
    try texts.read(survey.entries.compactMap(\.content.committed), of: &survey)
    let states = ApprovalStates(of: workspace, in: survey, now: clock.now, variables: variables)
    let readings = Self.readings(of: survey, texts, states)
    let isWanted = { (reading: DraftReading?) in executive == nil || reading?.exec == executive }
    let wanted = zip(survey.entries, readings).filter { isWanted($1) }
    let authorships = try Authorships(
      of: wanted,
      in: survey,
      people,
      reading: texts.bytes,
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
    _ texts: DraftTexts,
    _ states: ApprovalStates
  ) -> [DraftReading?] {
    Parallel.map(survey.entries) { entry -> DraftReading?? in
      var reading: DraftReading?
      let source: SourceText?
      switch entry.content {
      case .committed(let id):
        reading = texts.readings[id]
        source = texts.bytes[id].map { SourceText(path: entry.path, bytes: $0) }
      case .working(let file, _):
        reading = try? DraftReading(of: file)
        source = file
      case .unreadable: source = nil
      }
      if let source, reading?.isFinished == true {
        reading?.finishedState = states.state(of: source, on: entry.branch)
      }
      return .some(reading)
    }
  }
}

extension DraftSurvey.Content {
  /// What commits have of it: itself, or nothing.
  var committed: ObjectID? {
    if case .committed(let id) = self { id } else { nil }
  }
}
