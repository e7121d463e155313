internal import Diagnostics
internal import Markdown
internal import SSHSig
internal import YAML

/// Says of one draft after the other whether everybody approved it who must; threads share it.
final class DraftJudge: Sendable {
  let trust: Trust
  let index: ApprovalIndex
  let now: Timestamp
  /// What the base has of a draft, by its name; so no draft sheds a reviewer on its way.
  let old: [Slug: [DraftTerms]]
  /// What approvals are judged with; none is made where there is no approval, since libcrypto costs
  /// more than such a check.
  let tools: Tools?

  /// What approvals are judged with; one of it serves all drafts and threads.
  final class Tools: Sendable {
    let judge: ApprovalJudge
    let files: FileIndex
    let assets: AssetDigests
    let arrivals: RecordArrivals
    /// Finds the text that was approved, to show what differs.
    let versions: ApprovedVersions

    init(
      judge: ApprovalJudge,
      files: FileIndex,
      assets: AssetDigests,
      arrivals: RecordArrivals,
      versions: ApprovedVersions
    ) {
      self.judge = judge
      self.files = files
      self.assets = assets
      self.arrivals = arrivals
      self.versions = versions
    }
  }

  /// Makes a judge of a workspace's drafts.
  ///
  /// - Throws: what keeps the folder of approvals from being listed, and libcrypto from starting.
  init(
    of workspace: Workspace,
    by trust: Trust,
    now: Timestamp,
    variables: [String: String],
    old: [Slug: [DraftTerms]] = [:],
    arrivals: RecordArrivals,
    versions: ApprovedVersions.Place
  ) throws(Diagnostic) {
    self.trust = trust
    self.now = now
    self.old = old
    index = ApprovalIndex(try ApprovalFolder(in: workspace.files))
    guard !index.isEmpty else {
      tools = nil
      return
    }
    let libcrypto = try Libcrypto()
    let id = trust.policy.workspace
    tools = Tools(
      judge: ApprovalJudge(trust, now: now, libcrypto),
      files: FileIndex(workspace.files),
      assets: AssetDigests(of: workspace, variables: variables, libcrypto),
      arrivals: arrivals,
      versions: ApprovedVersions(in: versions, of: id, workspace.files, libcrypto)
    )
  }

  /// Whether there is any approval of a draft, whatever it is worth.
  func hasApproval(of draft: Slug) -> Bool { !index.chains(of: draft).isEmpty }

  /// Judges a draft that was read.
  ///
  /// - Parameters:
  ///   - draft: The draft.
  ///   - terms: What decides who must approve it, if nothing in its front matter is in doubt.
  ///   - frontMatter: Its front matter, if YAML could read it.
  /// - Returns: role by role, what its approvals come to.
  func judgement(
    of draft: Document,
    _ terms: DraftTerms?,
    _ frontMatter: YAMLNode?
  ) -> DraftJudgement {
    guard let slug = Slug(ofDraft: draft.source.path), let terms else {
      return unreadable(draft.source.path, draft)
    }
    let required = Requirements(
      of: trust.policy,
      naming: trust.people,
      old: old[slug] ?? [],
      new: terms
    )
    let outcomes = required.roles.map { role in
      DraftJudgement.Outcome(
        role: role,
        person: trust.policy.roles[exactly: role]?.name ?? role,
        verdict: located(verdict(role, required, slug, draft, frontMatter), draft)
      )
    }
    return DraftJudgement(path: draft.source.path, outcomes: outcomes, isDeclined: terms.isDeclined)
  }

  /// Judges a file that nobody could approve: it has no name, or nobody can say whom it concerns.
  func unreadable(_ path: String, _ document: Document? = nil) -> DraftJudgement {
    let place = document.map { $0.source.location(at: 0) } ?? Location(path: path)
    let finding = Diagnostic.refused(
      .noDraft,
      "nobody can approve this: it does not say without a fault who must",
      at: place,
      hint: "correct what else is found in the file"
    )
    let outcome = DraftJudgement.Outcome(
      role: "",
      person: "",
      verdict: .refused(.noDraft, finding)
    )
    return DraftJudgement(path: path, outcomes: [outcome], isDeclined: false)
  }

  private func verdict(
    _ role: String,
    _ required: Requirements,
    _ slug: Slug,
    _ draft: Document,
    _ frontMatter: YAMLNode?
  ) -> ApprovalVerdict {
    do throws(ApprovalJudge.Refusal) {
      guard let holder = trust.policy.roles[exactly: role] else { throw .unknownRole(role, draft) }
      guard !required.methods.isEmpty else { throw .noMethod(role, draft) }
      let names = index.chain(of: slug, as: role)
      guard !names.isEmpty, let tools else {
        throw trust.canMeet(role, by: required.methods, at: now)
          ? .notApproved(holder.name, draft) : .nobodyCan(role, holder, draft)
      }
      let chain = try ApprovalChain(
        names,
        in: index.folder.path,
        tools.files.files,
        tools.judge.libcrypto
      )
      let one = ApprovalJudge.Case(
        chain: chain,
        role: role,
        methods: required.methods,
        expires: required.expires,
        rewrap: required.rewrap,
        arrivals: tools.arrivals
      )
      let approval = try tools.judge.approval(one) { record throws(Diagnostic) in
        let assets = try DraftAssets(of: draft, frontMatter: frontMatter, in: tools.files)
        return try compare(record, slug, draft, assets, tools)
      }
      try checkWitness(one, draft, tools)
      try checkEvidence(one, tools)
      return .counts(approval)
    } catch {
      return .refused(error.failure, error.diagnostic)
    }
  }

  /// Who wrote a draft is no witness that somebody else approved it, unless the policy says so.
  private func checkWitness(
    _ one: ApprovalJudge.Case,
    _ draft: Document,
    _ tools: Tools
  ) throws(ApprovalJudge.Refusal) {
    guard let witness = one.record.witness, !trust.policy.allow.contains(.selfWitness) else {
      return
    }
    let isAuthor: Bool
    do throws(Diagnostic) {
      isAuthor = try tools.versions.hasAuthor(witness, draft.source.path)
    } catch {
      throw .init(failure: .wrongWitness, diagnostic: error)
    }
    if isAuthor { throw .wrongWitness(one, "'\(witness)' wrote the draft") }
  }

  /// What proves a consent has to be there as it was when the witness signed.
  private func checkEvidence(_ one: ApprovalJudge.Case, _ tools: Tools) throws(ApprovalJudge
    .Refusal)
  {
    guard let evidence = one.record.evidence else { return }
    var digest: String?
    do throws(Diagnostic) {
      let kind = try tools.files.kind(of: evidence.path)
      if kind == .file { digest = try tools.assets.digest(of: evidence.path) }
    } catch {
      throw .init(failure: .wrongWitness, diagnostic: error)
    }
    guard evidence.path.hasPrefix(Evidence.folder + "/"), digest == evidence.sha256 else {
      throw .wrongWitness(one, "'\(evidence.path)' is gone or another file")
    }
  }

  private func compare(
    _ record: ApprovalRecord,
    _ slug: Slug,
    _ draft: Document,
    _ assets: DraftAssets,
    _ tools: Tools
  ) throws(Diagnostic) -> ContentVerdict {
    // A name that leads nowhere today may lead somewhere tomorrow.
    if let fault = assets.faults.first { throw fault.diagnostic(in: draft.source) }
    return try ContentVerdict(
      of: record,
      draft: draft.source.bytes,
      workspace: trust.policy.workspace,
      slug: slug,
      assets: try assets.digested(by: tools.assets),
      tools.judge.libcrypto
    )
  }

  /// What is wrong with the draft stands in the draft, with what differs from what was approved.
  private func located(_ verdict: ApprovalVerdict, _ draft: Document) -> ApprovalVerdict {
    guard case .refused(let failure, var finding) = verdict, finding.cause == .content,
      [.changed, .assetChanged, .rewrapped, .revoked, .expired].contains(failure)
    else { return verdict }
    if let place = finding.location, place.path != draft.source.path {
      finding.notes.append(.init("the approval", at: place))
      finding.location = Location(path: draft.source.path)
      if failure == .changed { tools?.versions.explain(&finding, place.path, draft) }
    }
    return .refused(failure, finding)
  }
}

extension Slug {
  /// Takes the name of a draft from its path.
  init?(ofDraft path: String) {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = bytes[start...]
    guard name.suffix(3).elementsEqual(".md".utf8) else { return nil }
    self.init(String(decoding: name.dropLast(3), as: UTF8.self))
  }
}

// What there is to say where no approval could be looked at.
extension ApprovalJudge.Refusal {
  fileprivate static func notApproved(_ name: String, _ draft: Document) -> Self {
    Self(
      failure: .notApproved,
      diagnostic: .refused(
        .notApproved,
        "waiting for \(name) to approve",
        at: Location(path: draft.source.path),
        hint: "ghost approve \(Slug(ofDraft: draft.source.path)?.description ?? draft.source.path)"
      )
    )
  }

  fileprivate static func unknownRole(_ role: String, _ draft: Document) -> Self {
    unmet(
      "'\(role)' must approve, and \(Policy.path) names nobody in that role",
      "name its holder under 'roles'",
      draft
    )
  }

  fileprivate static func noMethod(_ role: String, _ draft: Document) -> Self {
    unmet(
      "'\(role)' must approve, and the rules of \(Policy.path) leave no method to do it by",
      "of the entries of 'require' that match, all must accept one method",
      draft
    )
  }

  fileprivate static func nobodyCan(
    _ role: String,
    _ holder: Policy.Role,
    _ draft: Document
  ) -> Self {
    unmet(
      "\(holder.name) must approve, and \(Trust.signersPath) knows no key that could",
      "ghost enrol \(role) --key FILE.pub",
      draft
    )
  }

  private static func unmet(_ message: String, _ hint: String, _ draft: Document) -> Self {
    Self(
      failure: .unmetRule,
      diagnostic: .refused(.unmetRule, message, at: Location(path: draft.source.path), hint: hint)
    )
  }
}
