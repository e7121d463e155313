internal import Diagnostics
internal import Markdown
internal import YAML

/// A draft that was read, with all that the rules ask of it; what several of them ask for is
/// found once.
struct Draft: Sendable {
  let document: Document
  /// What its front matter says, if that could be read.
  let metadata: Metadata?
  /// What decides who must approve it, if nothing in its front matter is in doubt.
  let terms: DraftTerms?
  let placeholders: [Placeholder]
  let surroundings: DraftSurroundings

  var path: String { document.source.path }

  /// The person whose turn it is while something is left to write.
  var executive: String {
    guard let metadata else { return "the executive" }
    return surroundings.executives[metadata.exec.value] ?? metadata.exec.value
  }
}

/// What of a workspace drafts can name.
struct DraftSurroundings: Sendable {
  let files: any WorkspaceFiles
  /// The executives' names by the names of their files.
  let executives: [String: String]
  let topics: [String]
  let formats: [String]
  let allowsRawHTML: Bool

  /// Looks around in a workspace; profiles that cannot be read are reported.
  init(of workspace: Workspace, policy: Policy?, log: inout DiagnosticLog) {
    var found = DiagnosticLog()
    var executives: [String: String] = [:]
    for slug in workspace.executives(log: &found) {
      let name = slug.description
      executives[name] = workspace.executive(name, log: &found)?.name ?? name
    }
    topics = workspace.topics(log: &found).map(\.description)
    formats = workspace.formats(log: &found).map(\.description)
    // What is merely odd about a profile is no matter of the drafts.
    for diagnostic in found.diagnostics where diagnostic.severity == .error { log.add(diagnostic) }
    self.executives = executives
    files = workspace.files
    allowsRawHTML = policy?.allow.contains(.rawHTML) ?? false
  }
}
