internal import Diagnostics
internal import YAML

/// What of a workspace drafts can name, read once for all of them.
final class DraftSurroundings: Sendable {
  let files: any WorkspaceFiles
  /// The executives by the names of their files.
  let executives: [String: Executive]
  /// Their words, by the same names.
  let vocabularies: [String: Vocabulary]
  let topics: [String]
  let formats: [String]
  private let briefs: [String: FigureLedger]
  private let profiles: [String: FigureLedger]
  /// The language of everything that says nothing else.
  let language: Language
  private let allowed: [Policy.Allowance]

  /// Looks around in a workspace; profiles that cannot be read are reported.
  init(of workspace: Workspace, policy: Policy?, log: inout DiagnosticLog) {
    var found = DiagnosticLog()
    // What is wrong with it, the commands say that work by it.
    var aside = DiagnosticLog()
    let config = workspace.config(log: &aside)
    var executives: [String: Executive] = [:]
    for slug in workspace.executives(log: &found) {
      let name = slug.description
      executives[name] = workspace.executive(name, log: &found) ?? Executive(unread: slug)
    }
    topics = workspace.topics(log: &found).map(\.description)
    var briefs: [String: FigureLedger] = [:]
    for name in topics {
      briefs[name] = workspace.topic(name, log: &found).map { FigureLedger(of: $0) }
    }
    formats = workspace.formats(log: &found).map(\.description)
    // What is merely odd about a profile is no matter of the drafts.
    for diagnostic in found.diagnostics where diagnostic.severity == .error { log.add(diagnostic) }
    self.executives = executives
    vocabularies = executives.mapValues(Vocabulary.init)
    profiles = executives.mapValues { FigureLedger(of: $0) }
    self.briefs = briefs
    files = workspace.files
    language = config?.lang ?? .english
    allowed = policy?.allow ?? []
  }

  /// The figures of a brief, if it can be read.
  func figures(ofTopic name: String) -> FigureLedger? { briefs[name] }

  /// The figures of a profile.
  func figures(ofExecutive name: String) -> FigureLedger? { profiles[name] }

  /// Whether the policy allows what is an error elsewhere.
  func allows(_ allowance: Policy.Allowance) -> Bool { allowed.contains(allowance) }
}

extension Executive {
  /// One of whom nothing is known but that there is a profile.
  fileprivate init(unread slug: Slug) {
    self.init()
    self.slug = slug
    name = slug.description
  }
}
