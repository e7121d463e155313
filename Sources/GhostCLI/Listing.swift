internal import Arguments
internal import Diagnostics
internal import GhostKit

/// The kinds of names that only ghost itself can list, for the completion of command lines.
enum Listing: String {
  case commands, execs, topics, formats, drafts

  /// Returns the names, or none where there is no workspace: completing must never complain.
  func names(in context: Context) -> [String] {
    if self == .commands { return CommandTable.all.map(\.spec.name) }
    guard let workspace = try? context.workspace() else { return [] }
    var log = DiagnosticLog()
    let slugs =
      switch self {
      case .commands: [Slug]()
      case .execs: workspace.executives(log: &log)
      case .topics: workspace.topics(log: &log)
      case .formats: workspace.formats(log: &log)
      case .drafts: workspace.drafts(variables: context.variables)
      }
    return slugs.map(\.description)
  }
}
