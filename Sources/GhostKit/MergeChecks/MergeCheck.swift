/// A place where `ghost check` can stand between a change and a protected branch.
///
/// Who adds a place adds its files and a line in ``all``.
public struct MergeCheck: Sendable {
  /// The word after `--ci`.
  public let name: String
  /// What is left to do once its files are there: what no file can say.
  public let nextSteps: [String]
  /// The file that says where ghost itself comes from.
  public let sourceFile: String?
  let files: @Sendable (MergeCheckSite) -> [File]

  /// Every place there is.
  public static let all = [github, gitlab, preReceive, preCommit]

  /// A file that the check consists of.
  struct File: Sendable {
    let path: String
    let text: String
    var isExecutable = false
    /// Files that do the same: where one of them is, ours would put it out of force or do nothing.
    var rivals: [String] = []
    /// What a file that is there already needs so that the check runs.
    var addition: String?
  }
}

/// What the files of a merge check must know of the place that they are written to.
struct MergeCheckSite: Sendable {
  /// The workspace's folder, seen from the repository's root; empty for the root itself.
  let prefix: String
  let policy: Policy
  /// The names of those who have a profile.
  let executives: Set<String>
  let source: GhostSource

  /// The branches that the policy protects; those whose names need no quotes anywhere.
  var branches: [String] {
    let names = policy.protected.filter(Self.isPlain)
    return names.isEmpty ? ["main"] : names
  }

  /// A folder or file of the workspace, below whatever the repository's root is there.
  func path(_ path: String = "", below root: String) -> String {
    ([root] + [prefix, path].filter { !$0.isEmpty }).joined(separator: "/")
  }

  /// Whether a name means itself in YAML, in a shell and in CODEOWNERS alike.
  static func isPlain(_ name: String) -> Bool {
    let marks = "._/-".utf8
    return name.utf8.first != Byte.hyphen
      && name.utf8.allSatisfy { Byte.isLetter($0) || Byte.isDigit($0) || marks.contains($0) }
  }
}
