public import Diagnostics
public import Markdown
internal import SSHSig
internal import YAML

/// A draft exactly as somebody approves it: its text, its front matter and every file it names.
public struct ApprovalSubject: Sendable {
  /// The draft's name.
  public let slug: Slug
  /// The draft.
  public let document: Document
  /// What its front matter says.
  public let metadata: Metadata
  /// The digests by which a record knows it.
  public let digest: ContentDigest
  /// Every file that it names, with its digest.
  public let assets: [ApprovalRecord.FileDigest]
  /// The workspace's id.
  let workspace: Slug

  /// The path from the workspace's root.
  public var path: String { document.source.path }

  /// Reads the draft that a user names; `nil` after having said what is wrong with it.
  ///
  /// - Parameters:
  ///   - name: A slug, or a path.
  ///   - folder: The folder that a relative path is meant from.
  ///   - workspace: Where it is.
  ///   - variables: The environment in which git is asked.
  ///   - log: What is wrong.
  /// - Throws: `unknown-draft` (usage) for a name that nothing has, and what keeps files from being
  ///   read.
  public init?(
    _ name: String,
    from folder: String,
    in workspace: Workspace,
    variables: [String: String],
    log: inout DiagnosticLog
  ) throws(Diagnostic) {
    let path = try DraftSelection(name, from: folder, in: workspace)
      .onlyDraft(of: workspace, variables: variables)
    try self.init(at: path, in: workspace, variables: variables, log: &log)
  }

  private init?(
    at path: String,
    in workspace: Workspace,
    variables: [String: String],
    log: inout DiagnosticLog
  ) throws(Diagnostic) {
    guard let slug = Slug(path.split(separator: "/").last?.dropLast(".md".count) ?? "") else {
      throw .slugless(path)
    }
    guard let source = try workspace.files.read(path) else { throw .draftVanished(path) }
    let document = try Document(parsing: source)
    guard let policy = workspace.policy(log: &log),
      let metadata = Metadata.read(of: document, log: &log)
    else { return nil }
    let named = try DraftAssets(of: document, in: FileIndex(workspace.files))
    for fault in named.faults { log.add(fault.diagnostic(in: source)) }
    guard named.faults.isEmpty else { return nil }
    let libcrypto = try Libcrypto()
    let digests = AssetDigests(of: workspace, variables: variables, libcrypto)
    assets = try named.digested(by: digests)
    digest = try ContentDigest(
      of: source.bytes,
      workspace: policy.workspace,
      slug: slug,
      libcrypto
    )
    self.slug = slug
    self.document = document
    self.metadata = metadata
    self.workspace = policy.workspace
  }

  /// Reads everything anew and demands that it is still the same.
  ///
  /// - Throws: `draft-changed` if anything differs.
  func demandUnchanged(
    in workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) {
    var log = DiagnosticLog()
    let now = try ApprovalSubject(at: path, in: workspace, variables: variables, log: &log)
    guard let now, now.digest == digest, now.assets == assets, now.workspace == self.workspace
    else {
      throw .draftChangedMeanwhile(path)
    }
  }

  /// Returns what keeps the draft from being approved, whoever asks: questions that are left, and
  /// every error that `ghost check` finds in it but that it is not approved.
  public func obstacles(
    in workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) -> [Diagnostic] {
    let run = try CheckRun(
      of: workspace,
      selection: [],
      input: document.source,
      variables: variables
    )
    let failures = Set(ApprovalFailure.allCases.map(\.code))
    return run.diagnostics.filter { diagnostic in
      let isLeft =
        diagnostic.code == Check.unansweredTK.code || diagnostic.code == Check.bareTK.code
      return isLeft || diagnostic.severity == .error && !failures.contains(diagnostic.code)
    }
  }
}

extension DraftSelection {
  /// Returns the path of the one draft that is meant.
  ///
  /// - Throws: `unknown-draft` or `several-drafts` (usage) if it is not one.
  func onlyDraft(
    of workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) -> String {
    let folder = try DraftFolder(of: workspace, variables: variables)
    let isSelected = try Self.filter([self], only: nil, folder)
    let drafts = folder.entries.filter { $0.isFile && $0.isMarkdown && isSelected($0.path) }
    guard let draft = drafts.first else {
      throw .unknownDraft(name, among: folder.entries.compactMap { $0.slug?.description })
    }
    guard drafts.count == 1 else { throw .severalDrafts(name) }
    guard draft.slug != nil else { throw .slugless(draft.path) }
    return draft.path
  }
}
