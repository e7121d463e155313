public import Diagnostics
internal import SSHSig

/// One run of all rules over the drafts of a workspace.
public struct CheckRun: Sendable {
  /// The drafts that were looked at.
  public let drafts: [String]
  /// Everything found, by place.
  public private(set) var diagnostics: [Diagnostic] = []
  /// What the approvals of each draft come to, where that was asked.
  public private(set) var judgements: [DraftJudgement] = []
  /// What waits for whom.
  public private(set) var tasks: [Report.Task] = []
  /// Where the workspace is, seen from the root of its repository; empty if it is that.
  public let folder: String
  /// What could be put right, draft by draft.
  public private(set) var fixes: [DraftFix] = []
  /// The drafts that could not be held to every rule, since they cannot be read.
  private var unread: Set<String> = []

  /// Holds drafts to the rules.
  ///
  /// - Parameters:
  ///   - workspace: Where they are.
  ///   - selection: The drafts and folders that are asked for, all if there are none.
  ///   - input: The only draft that is asked for, with the text that it is to have; its file may
  ///     have another, or not be there yet.
  ///   - gate: Whose judgement of the drafts' approvals is asked, if any.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `unknown-draft` (usage) for a selection that names nothing, and what keeps the folder
  ///   from being listed.
  public init(
    of workspace: Workspace,
    selection: [DraftSelection],
    input: SourceText? = nil,
    gate: Gate? = nil,
    variables: [String: String]
  ) throws(Diagnostic) {
    // What drafts can name is read while git is asked which files are drafts.
    let (around, listed) = Parallel.both {
      var log = DiagnosticLog()
      let policy = gate == nil ? workspace.policy(log: &log) : gate?.trust?.policy
      return (policy, DraftSurroundings(of: workspace, policy: policy, log: &log), log)
    } _: {
      Result { () throws(Diagnostic) in try DraftFolder(of: workspace, variables: variables) }
    }
    var folder = try listed.get()
    if let input { folder.add(input.path) }
    self.folder = gate?.folder ?? folder.prefix
    let isAskedFor = try DraftSelection.filter(selection, only: input?.path, folder)
    let scope = gate?.scope ?? .everything
    let isSelected = { @Sendable path in isAskedFor(path) && scope.takes(path) }
    let (policy, surroundings) = (around.0, around.1)
    var found = around.2
    if let policy { CheckTable.checkNames(in: policy, log: &found) }
    let severities = CheckTable.severities(policy, isGate: gate?.isMerge ?? false)
    drafts = folder.entries.lazy.filter { $0.isFile && $0.isMarkdown }.map(\.path)
      .filter(isSelected)
    let check = DraftCheck(surroundings, input: input, judge: input == nil ? gate?.judge : nil)
    var log = DiagnosticLog()
    for diagnostic in found.diagnostics + Self.misfits(of: folder, where: isSelected) {
      log.add(Self.weighed(diagnostic, severities))
    }
    let findings = gate?.draftFindings
    Parallel.each(of: drafts) { path in
      var result = check.result(of: path)
      guard !result.isBlank else { return DraftCheck.Result?.none }
      result.diagnostics = result.diagnostics.map { Self.weighed($0, severities) }
      if let findings { result.diagnostics += Self.said(by: findings, of: result, severities) }
      return result
    } _: { result in
      add(result, to: &log)
    }
    if let gate { log.add(gate.findings(beside: folder, isWhole: selection.isEmpty)) }
    if let records = gate?.records { log.add(records.findings(beside: judgements)) }
    if let media = gate?.media { log.add(media.findings(beside: judgements, of: isAskedFor)) }
    diagnostics = log.sorted()
  }

  /// Takes in what was found in one draft.
  private mutating func add(_ result: DraftCheck.Result, to log: inout DiagnosticLog) {
    for diagnostic in result.diagnostics { log.add(diagnostic) }
    tasks += result.tasks
    if let judgement = result.judgement { judgements.append(judgement) }
    if let fix = result.fix { fixes.append(fix) }
    if !result.isWhole { unread.insert(result.path) }
  }

  /// Says why no draft was looked at.
  public init(shut gate: Gate) {
    drafts = []
    folder = gate.folder ?? ""
    diagnostics = gate.findings
  }

  /// The rules that found nothing, draft by draft; none for a draft that cannot be read.
  public var passed: [Report.Pass] {
    var found: [String: Set<Diagnostic.Code>] = [:]
    for diagnostic in diagnostics {
      if let path = diagnostic.location?.path { found[path, default: []].insert(diagnostic.code) }
    }
    let rules = drafts.filter { !unread.contains($0) }.flatMap { path in
      CheckTable.all.filter { found[path]?.contains($0.code) != true }.map {
        Report.Pass(path: path, $0.code, $0.summary)
      }
    }
    return rules + approved
  }

  /// The approvals that count, each with what was asked of it.
  private var approved: [Report.Pass] {
    guard judgements.contains(where: { !$0.approvals.isEmpty }), let libcrypto = try? Libcrypto()
    else { return [] }
    return judgements.flatMap { judgement in
      judgement.explanations(libcrypto).map {
        Report.Pass(path: judgement.path, ApprovalFailure.notApproved.code, $0)
      }
    }
  }

  private static func misfits(
    of folder: DraftFolder,
    where isSelected: (String) -> Bool
  ) -> [Diagnostic] {
    CheckTable.all.flatMap { check -> [Diagnostic] in
      guard case .folder(let find) = check.subject else { return [] }
      return find(folder).filter { isSelected($0.path) }.map { misfit in
        let location = Location(path: misfit.path)
        return Diagnostic(.error, check.code, misfit.message, at: location, hint: misfit.hint)
      }
    }
  }

  private static func weighed(
    _ diagnostic: Diagnostic,
    _ severities: [Diagnostic.Code: Diagnostic.Severity]
  ) -> Diagnostic {
    guard let severity = severities[diagnostic.code], severity != diagnostic.severity else {
      return diagnostic
    }
    var result = diagnostic
    result.severity = severity
    return result
  }

  /// What there is to say of a draft's approvals, beside what was found in it.
  private static func said(
    by findings: DraftFindings,
    of result: DraftCheck.Result,
    _ severities: [Diagnostic.Code: Diagnostic.Severity]
  ) -> [Diagnostic] {
    guard let judgement = result.judgement else { return [] }
    return findings.findings(
      of: judgement,
      isUnfinished: !result.tasks.isEmpty && severities[Check.unansweredTK.code] == .error,
      isUnread: !result.isWhole && result.diagnostics.contains { $0.severity == .error },
      isMisnamed: severities[Check.draftName.code] == .error && Slug(ofDraft: result.path) == nil
    )
  }
}
