public import Diagnostics
internal import Git
internal import Synchronization

/// What a check of drafts has to know of their approvals: whose judgement counts, which drafts it
/// concerns, and what was found before the first draft was looked at.
public struct Gate: Sendable {
  /// By what a run judges.
  public enum Basis: Sendable, Hashable {
    /// The working tree, by its own trust root.
    case workingTree
    /// A commit, by its own trust root.
    case commit(String)
    /// What a merge would result in, by the trust root of this base.
    case merge(into: String)
  }

  /// By what it judges.
  public let basis: Basis
  /// Where the workspace is, seen from the root of its repository, unless the working tree tells.
  var folder: String?
  /// The drafts; `nil` if what was found forbids to look at any.
  public let workspace: Workspace?
  /// Whose rules count; `nil` if they cannot be read.
  let trust: Trust?
  /// What was found already.
  let findings: [Diagnostic]
  let judge: DraftJudge?
  let scope: GateScope
  /// What a merge makes of files that pages may show.
  var media: MediaChanges?
  /// What a merge adds to the approvals.
  var records: NewRecords?

  /// Lets nothing through, for these reasons.
  static func shut(_ basis: Basis, _ findings: [Diagnostic], below folder: String = "") -> Gate {
    Gate(
      basis: basis,
      folder: folder,
      workspace: nil,
      trust: nil,
      findings: findings,
      judge: nil,
      scope: .everything
    )
  }

  /// Judges the working tree by its own trust root.
  ///
  /// - Parameters:
  ///   - workspace: The drafts, on the disk.
  ///   - variables: The environment in which git is asked.
  ///   - now: The present.
  /// - Returns: what a check needs.
  /// - Throws: what keeps the folder of approvals from being listed.
  public static func workingTree(
    _ workspace: Workspace,
    variables: [String: String],
    now: Timestamp
  ) throws(Diagnostic) -> Gate {
    try byItself(
      .workingTree,
      workspace,
      variables: variables,
      now: now,
      arrivals: RecordArrivals(inWorkingTree: workspace.root, variables: variables),
      versions: .workingTree(root: workspace.root, variables: variables)
    )
  }

  /// Judges a commit by its own trust root.
  ///
  /// - Parameters:
  ///   - name: The commit, as a user names it.
  ///   - place: Where to look for its workspace.
  ///   - now: The present.
  /// - Returns: what a check needs.
  /// - Throws: `git.unknown-revision` (usage), and what keeps the commit from being read.
  public static func commit(
    _ name: String,
    in place: GatePlace,
    now: Timestamp
  ) throws(Diagnostic) -> Gate {
    let repository = place.repository
    let commit = try repository.resolve(name)
    let trees = try CommittedFiles.Trees(repository)
    let tree = try trees.root(of: commit)
    let place = try place.settled(in: tree, of: trees) ?? place
    var gate = try byItself(
      .commit(name),
      Workspace(of: tree, in: trees, below: place.prefix, root: place.root),
      variables: [:],
      now: now,
      arrivals: RecordArrivals(of: repository, tip: commit, below: place.prefix, new: []),
      versions: .history(repository, tips: [commit], prefix: place.prefix)
    )
    gate.folder = place.prefix.text
    return gate
  }

  static func byItself(
    _ basis: Basis,
    _ workspace: Workspace,
    variables: [String: String],
    now: Timestamp,
    arrivals: RecordArrivals,
    versions: ApprovedVersions.Place,
    _ found: DiagnosticLog = DiagnosticLog()
  ) throws(Diagnostic) -> Gate {
    var log = found
    let trust = Trust(of: workspace, log: &log)
    let judge = try trust.map { trust throws(Diagnostic) in
      try DraftJudge(
        of: workspace,
        by: trust,
        now: now,
        variables: variables,
        arrivals: arrivals,
        versions: versions
      )
    }
    return Gate(
      basis: basis,
      workspace: workspace,
      trust: trust,
      findings: log.diagnostics,
      judge: judge,
      scope: .everything
    )
  }
}

extension CommittedFiles.Trees {
  /// Returns the root folder of a commit.
  func root(of commit: ObjectID) throws(Diagnostic) -> ObjectID {
    try store.withLock { store throws(Diagnostic) in try store.reader.tree(of: commit) }
  }
}
