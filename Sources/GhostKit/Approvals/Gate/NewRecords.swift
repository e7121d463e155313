internal import Diagnostics
internal import Git
internal import SSHSig

/// What a change adds to the folders of approvals: each file must be a record that follows the last
/// one of its chain and is signed by who holds its role, whether a draft asks for it today or not.
///
/// A record is never deleted, so whatever is let in stays. Junk in a chain would keep its people from
/// approving anything for good, or the owners from taking out a stolen key.
struct NewRecords: Sendable {
  private let refusals: [Diagnostic]

  /// Judges what a change adds, by what the base has and whom it trusts.
  ///
  /// - Throws: what keeps the base from being read, and libcrypto from starting.
  init(of merge: MergeCase, _ trust: Trust, now: Timestamp) throws(Diagnostic) {
    let added = Additions(merge.changes)
    var refusals = added.strays.map(Diagnostic.notAnApproval)
    if !added.chains.isEmpty {
      let chains = try ChainAdditions(to: merge, trust, now: now)
      let grown = Parallel.map(added.chains) { chains.judged($0) }
      refusals += grown.compactMap(\.refusal)
      let evidence = Dictionary(grouping: grown.flatMap(\.evidence)) { GitPath($0.path) }
      let digests = AssetDigests(of: merge.merged, variables: [:], chains.libcrypto)
      for file in added.evidence {
        let digest = try digests.digest(of: file.text)
        let isNamed = evidence[file, default: []].contains { $0.sha256 == digest }
        if !isNamed { refusals.append(.evidenceOfNothing(file)) }
      }
    } else {
      refusals += added.evidence.map(Diagnostic.evidenceOfNothing)
    }
    self.refusals = refusals
  }

  /// Returns what is wrong, but for what was said of a draft already.
  func findings(beside judgements: [DraftJudgement]) -> DiagnosticLog {
    var log = DiagnosticLog()
    let said = judgements.flatMap(\.diagnostics)
    for refusal in refusals {
      let isSaid = said.contains {
        $0.code == refusal.code && $0.location?.path == refusal.location?.path
      }
      if !isSaid { log.add(refusal) }
    }
    return log
  }
}

/// A record that a change adds, by the names alone.
struct AddedRecord: Sendable {
  let path: GitPath
  let name: ApprovalName
  let file: TreeEntry
  let isOfTrustRoot: Bool
}

/// The files that a change adds to the folders of approvals, by what their names say that they are.
private struct Additions {
  private enum Kind {
    case record(ApprovalName)
    case evidence, companion, stray
  }

  /// The records of each chain by number; the trust root's chain is one for all roles.
  private(set) var chains: [[AddedRecord]] = []
  private(set) var evidence: [GitPath] = []
  private(set) var strays: [GitPath] = []

  private static let drafts = GitPath(ApprovalFolder.drafts)
  private static let trustRoot = GitPath(TrustRoot.approvals)

  init(_ changes: [TreeChange]) {
    var records: [AddedRecord] = []
    for change in changes where change.old == nil {
      guard let file = change.new,
        let folder = [Self.drafts, Self.trustRoot].first(where: { change.path.isInside($0) })
      else { continue }
      switch file.kind.isFile ? Self.kind(of: change.path, in: folder) : .stray {
      case .companion: break
      case .evidence: evidence.append(change.path)
      case .stray: strays.append(change.path)
      case .record(let name):
        records.append(
          AddedRecord(
            path: change.path,
            name: name,
            file: file,
            isOfTrustRoot: folder == Self.trustRoot
          )
        )
      }
    }
    chains = Self.chains(of: records)
  }

  private static func kind(of path: GitPath, in folder: GitPath) -> Kind {
    let isOfDrafts = folder == drafts
    let below = path.parts.dropFirst(folder.parts.count)
    guard let first = below.first.map({ String(decoding: $0, as: UTF8.self) }) else {
      return .stray
    }
    guard below.count == 1 else {
      return isOfDrafts && path.isInside(GitPath(Evidence.folder)) ? .evidence : .stray
    }
    if first == ".gitkeep" || isOfDrafts && DraftFolder.isOfGit(first) { return .companion }
    guard let name = ApprovalName(fileName: first),
      isOfDrafts || name.draft.description == TrustRoot.draft
    else { return .stray }
    return .record(name)
  }

  private static func chains(of records: [AddedRecord]) -> [[AddedRecord]] {
    let chains = Dictionary(grouping: records) { record in
      record.isOfTrustRoot ? [] : [record.name.draft, record.name.role]
    }
    return chains.values
      .map { $0.sorted { ($0.name.number, $0.name.role) < ($1.name.number, $1.name.role) } }
      .sorted { $0[0].path < $1[0].path }
  }
}

// What there is to say of files that are no records.
extension Diagnostic {
  fileprivate static func notAnApproval(_ path: GitPath) -> Diagnostic {
    .refused(
      .strayApproval,
      "the change adds what is no approval to where only approvals are",
      at: Location(path: path.text),
      hint: "take it out of the change; an approval is a file SLUG.ROLE.NUMBER.approval"
    )
  }

  fileprivate static func evidenceOfNothing(_ path: GitPath) -> Diagnostic {
    .refused(
      .strayApproval,
      "the change adds evidence for which it adds no approval",
      at: Location(path: path.text),
      hint: "take it out of the change, or add what ghost record wrote with it"
    )
  }
}
