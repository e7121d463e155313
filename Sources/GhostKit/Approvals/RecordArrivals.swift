internal import Diagnostics
internal import Git
internal import Subprocess
internal import Synchronization

/// When records entered a history: the running maximum of first-parent committer times.
///
/// A date in a record proves nothing, and a commit's own date little more: it can be set back, but
/// not before that of the commits that the base had already. History is read once, and only if a
/// time can make a difference.
final class RecordArrivals: Sendable {
  private let source: Source
  private let known = Mutex<Known?>(nil)

  private enum Source {
    case workingTree(root: String, ChildEnvironment)
    case history(Repository, tip: ObjectID, prefix: GitPath, new: Set<GitPath>)
    case nothing
  }

  /// No history: whatever there is comes only now.
  static let none = RecordArrivals(.nothing)

  private init(_ source: Source) { self.source = source }

  private struct Known {
    var prefix: GitPath = ""
    /// What came, and when, by the path from the repository's root.
    var times: [GitPath: Timestamp] = [:]
    /// What is not yet in the history as it is now.
    var new: Set<GitPath> = []
    /// Whether there is a history at all.
    var hasHistory = true
  }

  /// Takes the history of a base.
  ///
  /// - Parameters:
  ///   - repository: Where it is.
  ///   - tip: Its newest commit.
  ///   - prefix: The workspace's folder, seen from the repository's root.
  ///   - new: What a change brings, by the path from the repository's root.
  init(of repository: Repository, tip: ObjectID, below prefix: GitPath, new: Set<GitPath>) {
    source = .history(repository, tip: tip, prefix: prefix, new: new)
  }

  /// Takes what was committed in a working tree, if git has one there.
  init(inWorkingTree root: String, variables: [String: String]) {
    source = .workingTree(root: root, ChildEnvironment(variables))
  }

  /// Returns when a file of the workspace came to be as it is; `nil` if it comes only now.
  ///
  /// - Throws: `history-too-shallow` (environment) where history is cut off.
  func arrival(of path: String) throws(Diagnostic) -> Timestamp? {
    let known = try known.withLock { known throws(Diagnostic) in
      if let known { return known }
      let read = try read()
      known = read
      return read
    }
    let place = known.prefix.appending(GitPath(path))
    guard known.hasHistory, !known.new.contains(place) else { return nil }
    guard let time = known.times[place] else { throw .noArrival(path) }
    return time
  }

  private func read() throws(Diagnostic) -> Known {
    switch source {
    case .nothing: return Known(hasHistory: false)
    case .history(let repository, let tip, let prefix, let new):
      let times = try Self.times(in: repository, tip, prefix)
      return Known(prefix: prefix, times: times, new: new)
    case .workingTree(let root, let environment):
      guard let repository = try Repository.find(from: root, environment: environment),
        repository.workTree != nil, let tip = try repository.headCommit()
      else { return Known(hasHistory: false) }
      let prefix = repository.prefix
      let changed = try repository.workingStates(below: prefix).keys
      return Known(
        prefix: prefix,
        times: try Self.times(in: repository, tip, prefix),
        new: Set(changed)
      )
    }
  }

  private static func times(
    in repository: Repository,
    _ tip: ObjectID,
    _ prefix: GitPath
  ) throws(Diagnostic) -> [GitPath: Timestamp] {
    guard !repository.isShallow else { throw .shallowRecords() }
    var steps: [(time: Int64, paths: [GitPath])] = []
    try repository.history(
      CommitRange([tip], firstParentOnly: true),
      touching: [ApprovalFolder.drafts, TrustRoot.approvals].map { prefix.appending(GitPath($0)) },
      includingUntouched: true
    ) { commit in
      steps.append((commit.committed, commit.changes.map(\.path)))
      return true
    }
    var times: [GitPath: Timestamp] = [:]
    var latest: Int64 = 0
    // The newest commits come first; a file came with the last one that touched it.
    for step in steps.reversed() {
      latest = max(latest, step.time)
      for path in step.paths { times[path] = Timestamp(seconds: Int(clamping: latest)) }
    }
    return times
  }
}

extension Diagnostic {
  static func shallowRecords() -> Diagnostic {
    Diagnostic(
      .error,
      "history-too-shallow",
      "the history of this clone is cut off, so it does not say when an approval came",
      hint: "git fetch --unshallow (in CI: fetch-depth: 0)",
      cause: .environment
    )
  }

  static func noArrival(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-arrival",
      "the history does not say when '\(path)' came",
      at: Location(path: path),
      hint: "is the clone whole? git fetch --unshallow, or git fsck",
      cause: .environment
    )
  }
}
