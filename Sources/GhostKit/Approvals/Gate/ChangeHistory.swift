internal import Diagnostics
internal import Git
internal import SSHSig
internal import YAML

/// What the commits of a change did on their way: whether one touched the trust root, if only for a
/// while, and whether one is dated in the future.
struct ChangeHistory {
  private let merge: MergeCase
  private let now: Timestamp
  /// Files of the trust root that a commit touched, or in which the merge differs from its base.
  private let touched: [String]
  private let futureCommits: [Commit]

  /// Reads the commits that the base has not.
  init(of merge: MergeCase, now: Timestamp) throws(Diagnostic) {
    let prefix = merge.prefix.bytes.isEmpty ? 0 : merge.prefix.bytes.count + 1
    var touched = Set(merge.changes.map(\.path)).filter { TrustRoot.contains($0.text) }
    var future: [Commit] = []
    var merges: [(commit: ObjectID, paths: Set<GitPath>)] = []
    try merge.repository.history(
      CommitRange([merge.change], excluding: [merge.base]),
      touching: TrustRoot.folders.map { merge.inRepository(GitPath($0)) },
      includingUntouched: true,
      merges: .everyParent
    ) { commit in
      if commit.committed > Int64(now.seconds) { future.append(commit) }
      let paths = commit.changes.map { GitPath(bytes: $0.path.bytes.dropFirst(prefix)) }
        .filter { TrustRoot.contains($0.text) }
      if commit.isMerge { merges.append((commit.id, Set(paths))) } else { touched.formUnion(paths) }
      return true
    }
    let left = merges.lazy.filter { !$0.paths.isSubset(of: touched) }
    for (index, one) in left.enumerated() {
      let paths = index < Self.mostMerges ? try Self.ownDoing(of: one.commit, merge) : nil
      touched.formUnion(paths.map { one.paths.intersection($0) } ?? one.paths)
    }
    self.merge = merge
    self.now = now
    self.touched = touched.sorted().map(\.text)
    futureCommits = future
  }

  /// Returns where a merge's trust root is not that of the newest commit of the base that is in it.
  ///
  /// To merge the base means to have what it has. `nil` if they have no commit in common.
  private static func ownDoing(
    of commit: ObjectID,
    _ merge: MergeCase
  ) throws(Diagnostic) -> Set<GitPath>? {
    let prefix = merge.prefix.bytes.isEmpty ? 0 : merge.prefix.bytes.count + 1
    let folders = TrustRoot.folders.map { merge.inRepository(GitPath($0)) }
    var common: Set<GitPath>?
    for base in try merge.repository.mergeBases(of: commit, merge.base).prefix(mostBases) {
      let paths = Set(
        try merge.repository.changes(from: base, to: commit, touching: folders)
          .map { GitPath(bytes: $0.bytes.dropFirst(prefix)) }
      )
      common = common?.intersection(paths) ?? paths
    }
    return common
  }

  /// Each costs a question; whoever needs more has them counted as changes.
  private static let mostMerges = 100
  private static let mostBases = 4

  /// Reports what is wrong with the way of the change.
  func check(_ trust: Trust, _ log: inout DiagnosticLog) throws(Diagnostic) {
    for commit in futureCommits.prefix(Self.mostCommits) { log.add(.datedInFuture(commit)) }
    guard let first = touched.first else { return }
    checkNewTrust(&log)
    let roles = trust.policy.roles
    let owners = trust.policy.owners.map(\.value.description)
      .filter { roles[exactly: $0].map(trust.listsKey) ?? false }
    guard !owners.isEmpty else {
      log.add(.unguardedTrustRoot(touched))
      return
    }
    // That keys run out opens nothing.
    let able = owners.filter { roles[exactly: $0].map { trust.knowsKey(of: $0, at: now) } ?? false }
    guard !able.isEmpty else {
      log.add(.lockedTrustRoot(touched, owners[0]))
      return
    }
    let approval = TrustRootApproval(merge, trust, owners: able, now: now)
    if let refusal = try approval.refusal(at: first) { log.add(refusal) }
  }

  private static let mostCommits = 10

  /// What nobody could be judged by tomorrow is wrong today.
  private func checkNewTrust(_ log: inout DiagnosticLog) {
    var found = DiagnosticLog()
    _ = Trust(of: merge.merged, log: &found)
    log.add(found)
  }
}

extension Diagnostic {
  fileprivate static func datedInFuture(_ commit: Commit) -> Diagnostic {
    let name = String(commit.id.hex.prefix(12))
    return .refused(
      .dateInFuture,
      "the commit \(name) is dated in the future",
      hint: "set the clock and make it anew: git commit --amend --reset-author --no-edit"
    )
  }

  fileprivate static func unguardedTrustRoot(_ files: [String]) -> Diagnostic {
    Diagnostic(
      .warning,
      ApprovalFailure.trustRootChanged.code,
      "the change touches who is trusted, and nobody guards that: \(named(files))",
      at: files.first.map { Location(path: $0) },
      hint: "name 'owners' in \(Policy.path) and enrol their keys; until then read it with care"
    )
  }

  fileprivate static func lockedTrustRoot(_ files: [String], _ owner: String) -> Diagnostic {
    .refused(
      .trustRootChanged,
      "the change touches who is trusted, and no owner has a key that counts today: \(named(files))",
      at: files.first.map { Location(path: $0) },
      hint: "ghost enrol \(owner) --key FILE.pub, merged alone by who may pass over this check"
    )
  }

  static func named(_ files: [String]) -> String {
    let names = files.prefix(3).joined(separator: ", ")
    return files.count > 3 ? names + " and \(files.count - 3) more" : names
  }
}
