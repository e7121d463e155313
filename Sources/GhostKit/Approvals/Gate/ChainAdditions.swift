internal import Diagnostics
internal import Git
internal import SSHSig
internal import YAML

/// Holds the records that a change adds to a chain to those that the base has and to whom it trusts.
///
/// What they say is not looked at: a record that was honestly given may be stale by the time that it
/// comes, since the text went on, and a draft that asks for it says so.
struct ChainAdditions: Sendable {
  let libcrypto: Libcrypto
  private let merge: MergeCase
  private let judge: ApprovalJudge
  /// The records of the trust root that the base has.
  private let ofTrustRoot: [ApprovalName]

  /// What a chain's new records come to.
  struct Judged: Sendable {
    /// What is wrong with the first one that is no good.
    var refusal: Diagnostic?
    /// What they name as evidence.
    var evidence: [ApprovalRecord.FileDigest] = []
  }

  /// Takes a change.
  ///
  /// - Throws: what keeps the base's records from being listed, and libcrypto from starting.
  init(to merge: MergeCase, _ trust: Trust, now: Timestamp) throws(Diagnostic) {
    self.merge = merge
    libcrypto = try Libcrypto()
    judge = ApprovalJudge(trust, now: now, libcrypto)
    ofTrustRoot =
      try merge.before.map { before throws(Diagnostic) in
        try TrustRootApproval.names(in: before.files)
      } ?? []
  }

  /// Judges the new records of one chain, by number.
  func judged(_ chain: [AddedRecord]) -> Judged {
    var judged = Judged()
    do throws(ApprovalJudge.Refusal) {
      guard let first = chain.first else { return judged }
      var (number, previous) = try end(before: first)
      for record in chain {
        let file = try read(record, after: number)
        if let evidence = file.record.evidence { judged.evidence.append(evidence) }
        let path = record.path.text
        guard file.record.previous == previous else { throw ApprovalChain.unlinked(path) }
        try prove(file, record, isFollowed: record.path != chain.last?.path)
        number = record.name.number
        previous = try ApprovalChain.digest(file, libcrypto, path)
      }
    } catch {
      judged.refusal = error.diagnostic
      judged.refusal?.notes.append(
        .init("no record is ever deleted: put it right, or take it out, before it is merged")
      )
    }
    return judged
  }

  /// Returns the number and the digest of the record that the base's chain ends in.
  ///
  /// A draft's chain is looked up by the number before, so that the folder need not be listed.
  private func end(
    before first: AddedRecord
  ) throws(ApprovalJudge.Refusal) -> (number: Int, digest: String?) {
    let name = first.name
    let folder = first.isOfTrustRoot ? TrustRoot.approvals : ApprovalFolder.drafts
    let last =
      first.isOfTrustRoot
      ? ofTrustRoot.last
      : ApprovalName(draft: name.draft, role: name.role, number: name.number - 1)
    guard let last, last.number > 0, let before = merge.before else { return (0, nil) }
    let path = folder + "/" + last.fileName
    guard (try? before.files.kind(of: path)) == .file else {
      throw ApprovalChain.missing(last.number, at: first.path.text)
    }
    let file = try ApprovalChain.file(path, before.files)
    try ApprovalChain.check(file.record, last, path)
    return (last.number, try ApprovalChain.digest(file, libcrypto, path))
  }

  private func read(
    _ record: AddedRecord,
    after number: Int
  ) throws(ApprovalJudge.Refusal) -> ApprovalFile {
    let path = record.path.text
    if record.name.number <= number { throw ApprovalChain.twice(record.name.number, at: path) }
    if record.name.number > number + 1 { throw ApprovalChain.missing(number + 1, at: path) }
    let file: ApprovalFile
    do throws(Diagnostic) {
      guard let source = try merge.text(of: record.file, at: record.path) else {
        throw .malformedApproval("it cannot be read", at: Location(path: path))
      }
      file = try ApprovalFile(parsing: source)
    } catch {
      throw .init(failure: .malformed, diagnostic: error)
    }
    try ApprovalChain.check(file.record, record.name, path)
    return file
  }

  private func prove(
    _ file: ApprovalFile,
    _ record: AddedRecord,
    isFollowed: Bool
  ) throws(ApprovalJudge.Refusal) {
    let policy = judge.trust.policy
    let role = record.name.role.description
    if record.isOfTrustRoot, !policy.owners.contains(where: { $0.value.description == role }) {
      throw .notOfOwner(role, at: record.path.text)
    }
    let one = ApprovalJudge.Case(
      chain: ApprovalChain(endingIn: file, at: record.path.text, named: record.name),
      role: role,
      methods: record.isOfTrustRoot ? [.key] : policy.acceptedMethods,
      expires: nil,
      rewrap: .void,
      arrivals: .none,
      isFollowed: isFollowed
    )
    _ = try judge.proof(of: one)
  }
}

extension ApprovalJudge.Refusal {
  fileprivate static func notOfOwner(_ role: String, at path: String) -> Self {
    Self(
      failure: .wrongRole,
      diagnostic: .refused(
        .wrongRole,
        "'\(role)' is no owner, so nobody approves the trust root in that role",
        at: Location(path: path),
        hint: "'owners' in \(Policy.path) says who does"
      )
    )
  }
}
