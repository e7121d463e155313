public import Diagnostics
public import Git
internal import Subprocess

/// A repository, and where in it the workspace is.
///
/// The disk shows what a change made of the repository, so it says only where to begin; whose
/// workspace it is, a tree that the change has no part in says: see ``settled(in:of:)``.
public struct GatePlace: Sendable {
  /// Where commits are read from.
  public let repository: Repository
  /// The workspace's folder, or where to look for it, seen from the repository's root.
  let prefix: GitPath
  /// Whether the workspace is there or nowhere.
  private let isNamed: Bool
  private let top: String

  /// Finds the repository of a folder.
  ///
  /// - Parameters:
  ///   - folder: The absolute path of a folder in it, which need not be there any more.
  ///   - isWorkspace: Whether that is the workspace itself, rather than a folder in it.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `no-repository` (usage) if there is none, `repository-elsewhere` if a link in a
  ///   repository leads into another one, and what git says.
  public init(
    from folder: String,
    isWorkspace: Bool = false,
    variables: [String: String]
  ) throws(Diagnostic) {
    let environment = ChildEnvironment(variables)
    let start = Self.lastThere(folder)
    guard let repository = try Repository.find(from: start, environment: environment) else {
      throw .noRepository(folder)
    }
    self.repository = repository
    top = repository.workTree ?? repository.gitDirectory
    if let names = Self.names(to: folder, below: top) {
      prefix = names
    } else {
      try Self.requireOneRepository(along: folder, top, environment)
      prefix = repository.prefix
    }
    isNamed = isWorkspace
  }

  private init(_ place: GatePlace, prefix: GitPath) {
    (repository, top) = (place.repository, place.top)
    (self.prefix, isNamed) = (prefix, true)
  }

  /// Where the workspace is on the disk, which names on the command line are relative to.
  var root: String { prefix.bytes.isEmpty ? top : top + "/" + prefix.text }

  /// Returns the place of a workspace that is in a folder of the same repository.
  func at(_ prefix: GitPath) -> GatePlace { GatePlace(self, prefix: prefix) }

  /// Returns where a tree has the workspace: in the nearest folder, at or above the one to begin
  /// with, that is one there; `nil` if none is.
  func settled(in tree: ObjectID, of trees: CommittedFiles.Trees) throws(Diagnostic) -> GatePlace? {
    var parts = prefix.parts
    while true {
      let prefix = GitPath(bytes: parts.joined(separator: [UInt8(ascii: "/")]))
      if try trees.workspace(in: tree, below: prefix) != nil { return at(prefix) }
      guard !isNamed, parts.popLast() != nil else { return nil }
    }
  }

  /// Returns the nearest folder, at or above a path, that the disk has.
  private static func lastThere(_ folder: String) -> String {
    var folder = folder
    while FileStatus(of: folder, followingLink: true)?.kind != .folder {
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    return folder
  }

  /// Returns the names that lead from the repository's root to a folder, `nil` if they do not show
  /// that they do.
  ///
  /// A link is taken for its name: where it leads to, the change that brings it chooses.
  private static func names(to folder: String, below top: String) -> GitPath? {
    let names = folder.split(separator: "/").filter { $0 != "." }
    guard !names.contains("..") else { return nil }
    for count in 0...names.count {
      let path = "/" + names[..<count].joined(separator: "/")
      if (try? FileStore(root: path))?.root == top {
        return GitPath(names[count...].joined(separator: "/"))
      }
    }
    return nil
  }

  /// Refuses a path on which a link in one repository leads into another: a change could bring the
  /// link, and so choose by whose references it is judged.
  private static func requireOneRepository(
    along folder: String,
    _ top: String,
    _ environment: ChildEnvironment
  ) throws(Diagnostic) {
    var path = ""
    for name in folder.split(separator: "/") {
      let parent = path.isEmpty ? "/" : path
      path += "/" + name
      guard let status = FileStatus(of: path, followingLink: false) else { return }
      guard status.kind == .other,
        let repository = try Repository.find(from: parent, environment: environment)
      else { continue }
      guard (repository.workTree ?? repository.gitDirectory).isSame(as: top) else {
        throw .repositoryElsewhere(path)
      }
    }
  }
}

extension Diagnostic {
  static func repositoryElsewhere(_ link: String) -> Diagnostic {
    Diagnostic(
      .error,
      "repository-elsewhere",
      "'\(link)' is a link out of its repository into another one",
      hint: "name the workspace by the path in its own repository",
      cause: .usage
    )
  }

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
