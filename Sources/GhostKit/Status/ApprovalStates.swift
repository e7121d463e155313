internal import Diagnostics
internal import Git
internal import Markdown
internal import Synchronization

/// What approvals make of finished drafts, on whatever branch they are, by the trust root of the
/// working tree.
///
/// A branch's approvals are listed once, and only if a draft of it is finished.
final class ApprovalStates: Sendable {
  private let workspace: Workspace
  private let survey: DraftSurvey
  private let now: Timestamp
  private let variables: [String: String]
  private let trust: Trust?
  private let judges = Mutex<[String?: DraftJudge]>([:])

  init(
    of workspace: Workspace,
    in survey: DraftSurvey,
    now: Timestamp,
    variables: [String: String]
  ) {
    // What is wrong with the trust root is for 'ghost check' to say.
    var aside = DiagnosticLog()
    trust = Trust(of: workspace, log: &aside)
    self.workspace = workspace
    self.survey = survey
    self.now = now
    self.variables = variables
  }

  /// Returns how far approvals bring a draft in which nothing is left to write.
  func state(of draft: SourceText, on branch: String?) -> DraftState {
    do throws(Diagnostic) {
      guard let trust, let slug = Slug(ofDraft: draft.path),
        let judge = try judge(branch, trust), judge.hasApproval(of: slug)
      else { return .ready }
      let document = try Document(parsing: draft)
      var found = DiagnosticLog()
      let frontMatter = Metadata.tree(of: document, log: &found)
      let metadata = Metadata.read(frontMatter, of: document, log: &found)
      let terms = found.hasErrors ? nil : metadata.map(DraftTerms.init)
      switch judge.judgement(of: document, terms, frontMatter).state {
      case .approved, .rewrapped: return .approved
      case .declined: return .declined
      case .notApproved, .revoked: return .ready
      case .changed, .expired, .invalid: return .changed
      }
    } catch {
      return .ready
    }
  }

  private func judge(_ branch: String?, _ trust: Trust) throws(Diagnostic) -> DraftJudge? {
    try judges.withLock { judges throws(Diagnostic) in
      if let judge = judges[branch] { return judge }
      let judge: DraftJudge?
      if let branch { judge = try make(branch, trust) } else { judge = try make(trust) }
      judges[branch] = judge
      return judge
    }
  }

  private func make(_ trust: Trust) throws(Diagnostic) -> DraftJudge {
    try DraftJudge(
      of: workspace,
      by: trust,
      now: now,
      variables: variables,
      arrivals: RecordArrivals(inWorkingTree: workspace.root, variables: variables),
      versions: .nowhere
    )
  }

  private func make(_ branch: String, _ trust: Trust) throws(Diagnostic) -> DraftJudge? {
    guard let repository = survey.repository, let trees = survey.trees,
      let tip = survey.tips.first(where: { $0.name == branch })
    else { return nil }
    let prefix = repository.prefix
    return try DraftJudge(
      of: Workspace(of: tip.tree, in: trees, below: prefix, root: workspace.root),
      by: trust,
      now: now,
      variables: variables,
      arrivals: RecordArrivals(of: repository, tip: tip.commit, below: prefix, new: []),
      versions: .nowhere
    )
  }
}
