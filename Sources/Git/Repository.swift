public import Diagnostics
public import Subprocess

/// A git repository, asked only through git's plumbing.
///
/// Each question runs git with everything switched off that could change the answer or run a
/// program: user and system configuration, hooks, file-system monitors, replace objects, grafts,
/// attributes, pathspec magic and the network (see `GitEnvironment`). Whatever is named by a user
/// stands behind `--end-of-options`, whatever git names is separated by NULs.
public struct Repository: Sendable {
  /// The oldest git that has what is needed (`merge-tree --write-tree`, `cat-file -z`).
  public static let oldestVersion = (major: 2, minor: 38)

  /// Where the repository's own files are.
  public let gitDirectory: String
  /// The root of the working tree; `nil` for a bare repository and inside `.git`.
  public let workTree: String?
  /// Where the folder from which the repository was found stands below the working tree's root.
  public let prefix: GitPath
  /// Whether history ends early because the clone was made with a depth.
  public let isShallow: Bool

  let usesSHA256: Bool
  let directory: Argument
  let treeRoot: Argument?
  let git: Executable
  let environment: GitEnvironment
  /// What merges left behind, held as long as it may be read.
  var scratch: [ScratchFolder] = []

  /// Finds the repository that a folder belongs to, by git's own rules: working trees of every
  /// kind, bare repositories that lie in no working tree and, in a `pre-receive` hook, the one that
  /// is pushed to.
  ///
  /// - Parameters:
  ///   - folder: Where to begin.
  ///   - given: The environment of this process.
  /// - Returns: the repository; `nil` where there is none.
  /// - Throws: a diagnostic about the environment if git is missing, too old, or refuses.
  public static func find(from folder: String, environment given: ChildEnvironment)
    throws(Diagnostic) -> Repository?
  {
    let git = try Executable.find("git", in: given, remedy: gitRemedy)
    let environment = GitEnvironment(given)
    // Neither question waits for the other's answer.
    var version = try StreamingChild(
      Command(git, ["version"], environment: environment.discovering)
    )
    let discovery = Discovery(git: git, environment: environment)
    let outcome = try discovery.find(from: Argument(folder))
    try requireVersion(&version)
    guard outcome.status.isSuccess else {
      if outcome.isNoRepository { return nil }
      throw .gitFailed("rev-parse", outcome)
    }
    // Only the last answer is a path that may hold a line break; --show-cdup is dots and slashes.
    var answers = outcome.output.split(
      separator: UInt8(ascii: "\n"),
      maxSplits: outcome.output.starts(with: Array("true".utf8)) ? 4 : 3,
      omittingEmptySubsequences: false
    )
    guard answers.count >= 4, let path = answers.popLast()?.dropLast() else {
      throw .unexpectedAnswer("rev-parse")
    }
    return Repository(
      git: git,
      environment: environment,
      folder: Argument(folder),
      upwards: answers.count == 4 ? Argument(bytes: answers[3]) : nil,
      directory: Argument(bytes: path),
      isShallow: answers[1].elementsEqual("true".utf8),
      usesSHA256: answers[2].elementsEqual("sha256".utf8)
    )
  }

  private init(
    git: Executable,
    environment: GitEnvironment,
    folder: Argument,
    upwards: Argument?,
    directory: Argument,
    isShallow: Bool,
    usesSHA256: Bool
  ) {
    let root = upwards.flatMap { realPath(folder + "/" + $0) }
    let place = realPath(folder)?.bytes ?? []
    self.git = git
    self.environment = environment
    self.directory = directory
    self.isShallow = isShallow
    self.usesSHA256 = usesSHA256
    treeRoot = root
    workTree = root?.text
    gitDirectory = directory.text
    if let root, place.starts(with: root.bytes) {
      prefix = GitPath(bytes: place.dropFirst(root.bytes.count).drop { $0 == UInt8(ascii: "/") })
    } else {
      prefix = ""
    }
  }

  static let gitRemedy = "install git \(oldestVersion.major).\(oldestVersion.minor) or newer"

  private static func requireVersion(_ child: inout StreamingChild) throws(Diagnostic) {
    let line = try child.read(to: UInt8(ascii: "\n"), limit: 1 << 10)
    let status = try child.finish()
    guard status.isSuccess else { throw .gitFailed("version", status, child.error) }
    let words = String(decoding: line ?? [], as: UTF8.self).split(separator: " ")
    let version = words.count > 2 ? words[2] : ""
    let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 } + [0, 0]
    guard (numbers[0], numbers[1]) >= oldestVersion else {
      throw .gitTooOld(String(version), remedy: gitRemedy)
    }
  }
}
