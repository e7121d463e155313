internal import Diagnostics
internal import SSHSig

/// The approval that a change of the trust root needs: by an owner as the base knows them, of exactly
/// this root in the place of exactly that one (design, section 7).
struct TrustRootApproval {
  private let merge: MergeCase
  private let trust: Trust
  private let owners: [String]
  private let now: Timestamp

  /// Asks for the approval of a change, by roles whose holders could give it.
  init(_ merge: MergeCase, _ trust: Trust, owners: [String], now: Timestamp) {
    self.merge = merge
    self.trust = trust
    self.owners = owners
    self.now = now
  }

  /// Returns why the change is not approved, or `nil` if it is.
  ///
  /// - Throws: only what is the environment's fault.
  func refusal(at path: String) throws(Diagnostic) -> Diagnostic? {
    do throws(ApprovalJudge.Refusal) {
      try check()
      return nil
    } catch {
      guard error.diagnostic.cause == .content else { throw error.diagnostic }
      var finding = missing(at: path)
      if error.failure != .notApproved {
        let place = error.diagnostic.location
        finding.notes.append(.init(error.diagnostic.message, at: place))
      }
      return finding
    }
  }

  private func check() throws(ApprovalJudge.Refusal) {
    let (names, new) = try records()
    guard let last = names.last, new.contains(last),
      owners.contains(last.role.description)
    else { throw .init(failure: .notApproved, diagnostic: missing(at: "")) }
    let (libcrypto, old, root) = try roots()
    let chain = try ApprovalChain(names, in: TrustRoot.approvals, merge.merged.files, libcrypto)
    let one = ApprovalJudge.Case(
      chain: chain,
      role: last.role.description,
      methods: [.key],
      expires: nil,
      rewrap: .void,
      arrivals: .none
    )
    _ = try ApprovalJudge(trust, now: now, libcrypto).approval(one) { record throws(Diagnostic) in
      let before = try old.digest(libcrypto)
      let after = try root.digest(libcrypto)
      let isRight =
        record.text == before && record.content == after && record.assets == root.files
      return isRight ? .approved : .changed(.text)
    }
  }

  /// Returns the chain, which is one for all roles, and those of it that the base has not.
  private func records() throws(ApprovalJudge.Refusal) -> ([ApprovalName], Set<ApprovalName>) {
    do throws(Diagnostic) {
      let names = try Self.names(in: merge.merged.files)
      let known = try merge.before.map { before throws(Diagnostic) in
        try Self.names(in: before.files)
      }
      return (names, Set(names).subtracting(known ?? []))
    } catch {
      throw .init(failure: .brokenChain, diagnostic: error)
    }
  }

  /// Returns the approvals of a trust root by their numbers, whichever owner gave them.
  static func names(in files: any WorkspaceFiles) throws(Diagnostic) -> [ApprovalName] {
    try ApprovalFolder(TrustRoot.approvals, in: files).names
      .filter { $0.draft.description == TrustRoot.draft }
      .sorted { ($0.number, $0.role) < ($1.number, $1.role) }
  }

  private func roots() throws(ApprovalJudge.Refusal) -> (Libcrypto, old: TrustRoot, new: TrustRoot)
  {
    do throws(Diagnostic) {
      let libcrypto = try Libcrypto()
      guard let before = merge.before else { throw missing(at: "") }
      return (
        libcrypto, try TrustRoot(of: before, libcrypto), try TrustRoot(of: merge.merged, libcrypto)
      )
    } catch {
      throw .init(failure: .trustRootUnreadable, diagnostic: error)
    }
  }

  private func missing(at path: String) -> Diagnostic {
    let people = owners.compactMap { trust.policy.roles[exactly: $0]?.name }
    return .refused(
      .trustRootChanged,
      "the change touches who is trusted, without the approval of \(people.joined(separator: " or "))",
      at: path.isEmpty ? nil : Location(path: path),
      hint: "ghost approve --trust-root, or take the change of the trust root out of every commit"
    )
  }
}
