public import Diagnostics
public import Git
internal import Subprocess

/// A repository, and where in it the workspace is.
public struct GatePlace: Sendable {
  /// Where commits are read from.
  public let repository: Repository
  /// The workspace's folder, seen from the repository's root.
  public let prefix: GitPath
  /// Where the same workspace is on the disk, which names on the command line are relative to.
  public let root: String

  /// Finds the repository of a workspace, or the bare one of a folder, whose workspace is its root.
  ///
  /// - Parameters:
  ///   - workspace: The workspace of the working tree, if it has one.
  ///   - folder: Where to look otherwise.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `no-repository` (usage) if there is none, and what git says.
  public init(
    of workspace: Workspace?,
    from folder: String,
    variables: [String: String]
  ) throws(Diagnostic) {
    let environment = ChildEnvironment(variables)
    let start = workspace?.root ?? folder
    guard let repository = try Repository.find(from: start, environment: environment) else {
      throw .noRepository(start)
    }
    self.repository = repository
    prefix = workspace == nil ? "" : repository.prefix
    root = workspace?.root ?? repository.workTree ?? folder
  }
}

extension Diagnostic {
  static func noRepository(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-repository",
      "'\(folder)' is in no git repository",
      hint: "git init",
      cause: .usage
    )
  }
}
