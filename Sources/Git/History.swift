public import Diagnostics
import Subprocess

/// A commit and what it did to the paths that were asked about.
public struct Commit: Sendable, Hashable {
  /// The commit.
  public let id: ObjectID
  /// When it was made part of a history, in seconds since 1970: what a clock said to git.
  public let committed: Int64
  /// When its content was written, in seconds since 1970.
  public let authored: Int64
  /// Who wrote the content, as the commit has it; no mailmap has a say.
  public let authorName: String
  /// The author's address, which nobody has verified.
  public let authorEmail: String
  /// The files that it changed, in git's order.
  public internal(set) var changes: [Change]
  /// Whether it was compared with more than one parent.
  public internal(set) var isMerge = false

  /// What a commit did to one file.
  public struct Change: Sendable, Hashable {
    /// The file, seen from the repository's root.
    public let path: GitPath
    /// Its content before, in the first parent; `nil` if there was none.
    public let old: ObjectID?
    /// In a merge, its content in the further parents that have it.
    public let merged: [ObjectID]
    /// Its content after; `nil` if it was deleted.
    public let new: ObjectID?

    init(path: GitPath, old: ObjectID?, merged: [ObjectID] = [], new: ObjectID?) {
      self.path = path
      self.old = old
      self.merged = merged
      self.new = new
    }
  }
}

/// Which commits of a repository are meant.
public struct CommitRange: Sendable, Hashable {
  /// All that can be reached from these.
  public var tips: [ObjectID]
  /// But not what can be reached from these.
  public var excluded: [ObjectID]
  /// Only the line of first parents, in which each merge counts as one step.
  public var isFirstParentOnly: Bool

  /// Makes a range.
  public init(
    _ tips: [ObjectID],
    excluding excluded: [ObjectID] = [],
    firstParentOnly: Bool = false
  ) {
    self.tips = tips
    self.excluded = excluded
    isFirstParentOnly = firstParentOnly
  }
}

extension Repository {
  /// What of a merge counts as its own doing.
  public enum MergeView: Sendable {
    /// What is in none of its parents.
    case own
    /// Whatever differs from one of its parents.
    case everyParent
  }

  /// Hands on the commits of a range, a child always before its parents.
  ///
  /// Few processes answer for any number of commits and files. A merge is said to have changed a
  /// file only if its result is that of none of its parents; along first parents alone, it is
  /// compared with the first.
  ///
  /// - Parameters:
  ///   - range: Which commits.
  ///   - paths: The files and folders that matter, none being everything.
  ///   - includesUntouched: Whether commits count too that changed none of them.
  ///   - view: What of a merge counts.
  ///   - body: Takes a commit and returns whether to go on.
  /// - Throws: a diagnostic about the environment if git fails; `git.too-many-files` and
  ///   `git.tree-too-deep` (content) if a commit changes more than anybody can look at.
  public func history(
    _ range: CommitRange,
    touching paths: [GitPath] = [],
    includingUntouched includesUntouched: Bool = false,
    merges view: MergeView = .own,
    _ body: (Commit) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) {
    var listing: [Argument] = ["rev-list", "--topo-order", "--parents", "--stdin"]
    if range.isFirstParentOnly { listing.insert("--first-parent", at: 1) }
    let tips = range.tips.map(\.hex) + range.excluded.map { "^" + $0.hex }
    // A list of nothing would mean HEAD to git.
    guard !range.tips.isEmpty else { return }
    let commits = try ask(listing, input: Array((tips.joined(separator: "\n") + "\n").utf8))
    let pairs = CommitPairs(parsing: commits, isFirstParentOnly: range.isFirstParentOnly)

    var roots = try comparing(pairs.lines, touching: paths, includesUntouched: includesUntouched)
    var waiting = try roots.next()
    guard waiting != nil else { return }
    var folders = try ObjectReader(self)
    while waiting != nil {
      var differences = FolderDifferences(below: paths)
      var block: [(commit: Commit, parents: [[EntryDifference]])] = []
      while let comparison = waiting {
        if block.last?.commit.id == comparison.commit.id {
          block[block.count - 1].parents.append(comparison.differences)
        } else if block.count < Self.commitsTogether {
          block.append((comparison.commit, [comparison.differences]))
        } else {
          break
        }
        waiting = try roots.next()
      }
      try differences.compare(below: block.flatMap(\.parents), reading: &folders)
      for (commit, parents) in block {
        var commit = commit
        commit.isMerge = pairs.parentCount(of: commit.id) > 1
        commit.changes = Commit.Change.merging(
          try parents.map { root throws(Diagnostic) in try differences.files(below: root) },
          of: pairs.parentCount(of: commit.id),
          view
        )
        if commit.changes.isEmpty, !includesUntouched { continue }
        guard try body(commit) else { return }
      }
    }
  }

  /// Returns the files in which a commit differs from another, which need not be its parent.
  ///
  /// - Throws: as ``history(_:touching:includingUntouched:merges:_:)`` does.
  public func changes(
    from old: ObjectID,
    to new: ObjectID,
    touching paths: [GitPath]
  ) throws(Diagnostic) -> [GitPath] {
    let line = Array("\(new.hex) \(old.hex)\n".utf8)
    var roots = try comparing(line, touching: paths, includesUntouched: true)
    guard let comparison = try roots.next() else { return [] }
    var folders = try ObjectReader(self)
    var differences = FolderDifferences(below: paths)
    try differences.compare(below: [comparison.differences], reading: &folders)
    return try differences.files(below: comparison.differences).map(\.path)
  }

  /// So many commits are compared with few processes, and held in memory.
  private static let commitsTogether = 512

  /// Lets git compare commits with parents, no deeper than the names in their root folders.
  private func comparing(
    _ lines: [UInt8],
    touching paths: [GitPath],
    includesUntouched: Bool
  ) throws(Diagnostic) -> DiffTreeReader {
    var arguments: [Argument] = [
      "diff-tree", "--stdin", "-z", "--root", "--raw", "--no-abbrev", "--no-renames",
      "--encoding=UTF-8", "--format=%H%n%ct%n%at%n%an%n%ae",
    ]
    if includesUntouched { arguments.append("--always") }
    return try DiffTreeReader(command(arguments + ["--"] + Self.pathspecs(paths), input: lines))
  }

  /// The root is everything, which git says by naming nothing.
  private static func pathspecs(_ paths: [GitPath]) -> [Argument] {
    paths.contains("") ? [] : paths.map { Argument(bytes: $0.bytes) }
  }

  /// Returns every version of a file in a history, the newest first.
  ///
  /// A version is left out if the file was deleted in it.
  ///
  /// - Throws: a diagnostic about the environment if git fails.
  public func versions(of path: GitPath, in tip: ObjectID) throws(Diagnostic) -> [FileVersion] {
    var versions: [FileVersion] = []
    try history(CommitRange([tip]), touching: [path]) { commit in
      for change in commit.changes where change.path == path {
        if let content = change.new {
          versions.append(FileVersion(commit: commit, content: content))
        }
      }
      return true
    }
    return versions
  }
}

/// A file as one commit left it.
public struct FileVersion: Sendable, Hashable {
  /// The commit, with its author.
  public let commit: Commit
  /// What the file then held.
  public let content: ObjectID
}
