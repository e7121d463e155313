internal import Diagnostics
internal import SSHSig
internal import YAML

/// Who approved a draft of the base and has not taken that back.
///
/// Only a revocation that its role's holder provably gave takes an approval back: who could write one
/// in another's name would shed a reviewer.
struct StandingApprovals {
  private let before: Workspace
  private let merge: MergeCase
  private let trust: Trust
  private let now: Timestamp
  private let index: ApprovalIndex

  /// Lists the approvals of a base.
  ///
  /// - Throws: what keeps the folder of approvals from being listed.
  init(in before: Workspace, of merge: MergeCase, _ trust: Trust, now: Timestamp)
    throws(Diagnostic)
  {
    (self.before, self.merge, self.trust, self.now) = (before, merge, trust, now)
    index = ApprovalIndex(try ApprovalFolder(in: before.files))
  }

  /// Returns the roles in which a draft was approved, whatever the approvals are worth.
  ///
  /// - Throws: only what is the environment's fault.
  func roles(of slug: Slug) throws(Diagnostic) -> [String] {
    let chains = Dictionary(grouping: index.chains(of: slug)) { $0.role.description }
    var roles: [String] = []
    for (role, names) in chains.sorted(by: { $0.key.precedesByBytes($1.key) })
    where trust.policy.roles[exactly: role] != nil {
      if try !isTakenBack(names, by: role) { roles.append(role) }
    }
    return roles
  }

  private func isTakenBack(_ names: [ApprovalName], by role: String) throws(Diagnostic) -> Bool {
    do throws(ApprovalJudge.Refusal) {
      let libcrypto = try Self.libcrypto()
      let chain = try ApprovalChain(names, in: index.folder.path, before.files, libcrypto)
      guard chain.last.record.meaning == .revokes else { return false }
      let one = ApprovalJudge.Case(
        chain: chain,
        role: role,
        methods: methods,
        expires: nil,
        rewrap: .void,
        arrivals: RecordArrivals(
          of: merge.repository,
          tip: merge.base,
          below: merge.prefix,
          new: []
        )
      )
      _ = try ApprovalJudge(trust, now: now, libcrypto).proof(of: one)
      return chain.last.record.signedAt <= now
    } catch {
      guard error.diagnostic.cause == .content else { throw error.diagnostic }
      return false
    }
  }

  /// The methods that count under each rule: nobody can tell any more which ones the draft was under.
  private var methods: [ApprovalRecord.Method] {
    trust.policy.acceptedMethods.filter { method in
      trust.policy.require.allSatisfy { $0.value.methods?.value.contains(method) ?? true }
    }
  }

  private static func libcrypto() throws(ApprovalJudge.Refusal) -> Libcrypto {
    do throws(Diagnostic) {
      return try Libcrypto()
    } catch {
      throw .init(failure: .badSignature, diagnostic: error)
    }
  }
}
