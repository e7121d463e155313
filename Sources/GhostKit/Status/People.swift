internal import Diagnostics
internal import YAML

/// The people that a workspace knows, and by what their commits are known.
struct People: Sendable {
  /// The executives by the names of their files.
  let executives: [String: Executive]
  /// The branches that the policy protects.
  let protected: [String]
  private let authors: [String: CommitAuthors]

  /// Reads profiles and policy; what is wrong with them is reported.
  init(of workspace: Workspace, log: inout DiagnosticLog) {
    var found = DiagnosticLog()
    var executives: [String: Executive] = [:]
    for slug in workspace.executives(log: &found) {
      executives[slug.description] = workspace.executive(slug.description, log: &found)
    }
    // What is merely odd about a profile is no matter of the drafts.
    for diagnostic in found.diagnostics where diagnostic.severity == .error { log.add(diagnostic) }
    let policy = workspace.policy(log: &log)
    let roles = policy?.roles ?? OrderedMap()
    authors = Dictionary(
      uniqueKeysWithValues: Set(executives.keys).union(roles.keys).map { name in
        (name, CommitAuthors(executives[name], role: roles[name]))
      }
    )
    self.executives = executives
    protected = policy?.protected ?? []
  }

  /// By what the commits of an executive are known.
  func authors(_ exec: String) -> CommitAuthors { authors[exec] ?? CommitAuthors(nil, role: nil) }

  /// Returns who made a step in the history of an executive's draft.
  func touch(_ step: DraftHistory.Step, of exec: String, _ clock: Clock) -> DraftStatus.Touch {
    let at = Timestamp(seconds: Int(clamping: step.authored))
    let isExecutive = authors(exec).include(step.address, on: at.day)
    return DraftStatus.Touch(
      name: isExecutive ? executives[exec]?.name ?? step.author : step.author,
      at: at,
      day: clock.day(at: step.authored),
      isExecutive: isExecutive
    )
  }
}
