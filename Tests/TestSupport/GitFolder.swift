import Foundation

/// A repository of a test's own, made by the real git, far from the user's configuration.
public struct GitFolder: Sendable {
  /// The working tree, and beside it a home without any configuration.
  public let folder: TemporaryFolder
  /// The working tree's path.
  public let path: String

  /// The variables in which git, and whatever asks git, is to be run.
  public let environment: [String: String]

  /// Makes an empty repository whose branch is `main`.
  public init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/work"
    try folder.write("", to: "home/.keep")
    try folder.write("", to: "work/.keep")
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"],
      "HOME": folder.path + "/home", "TMPDIR": folder.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ann Author", "GIT_AUTHOR_EMAIL": "ann@example.org",
      "GIT_COMMITTER_NAME": "Carl", "GIT_COMMITTER_EMAIL": "carl@example.org",
    ]
    try git("init", "-q", "-b", "main")
  }

  /// Writes a file of the working tree.
  public func write(_ text: String, to path: String) throws {
    try folder.write(text, to: "work/" + path)
  }

  /// Runs git and returns what it printed, without the last line break.
  ///
  /// - Throws: `GitFolder.Failure` with git's own words if it fails.
  @discardableResult
  public func git(_ arguments: String..., with changes: [String: String] = [:]) throws -> String {
    guard let git = Program(named: "git") else { throw Failure(words: "git is not there") }
    let variables = environment.merging(changes) { $1 }
    let outcome = try git.run(arguments, in: path, environment: variables)
    guard outcome.status == 0 else {
      throw Failure(words: "git \(arguments.joined(separator: " ")): \(outcome.error)")
    }
    return outcome.output.hasSuffix("\n") ? String(outcome.output.dropLast()) : outcome.output
  }

  /// Commits everything that is in the working tree and returns the commit's name.
  ///
  /// - Parameters:
  ///   - time: When, in seconds since 1970.
  ///   - author: Who wrote it.
  /// - Returns: the 40 hexadecimal digits of its id.
  /// - Throws: `GitFolder.Failure` with git's own words if it fails.
  @discardableResult
  public func commit(
    at time: Int = 1_700_000_000,
    by author: (name: String, address: String) = ("Ann Author", "ann@example.org")
  ) throws -> String {
    try git("add", "-A")
    try git(
      "commit",
      "-q",
      "--allow-empty",
      "-m",
      "message",
      with: [
        "GIT_AUTHOR_DATE": "\(time) +0000", "GIT_COMMITTER_DATE": "\(time) +0000",
        "GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.address,
      ]
    )
    return try git("rev-parse", "HEAD")
  }

  /// What git said when it failed.
  public struct Failure: Error, CustomStringConvertible {
    let words: String
    /// Those words.
    public var description: String { words }
  }
}
