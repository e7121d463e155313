internal import Diagnostics
internal import Git
internal import Markdown
internal import SSHSig
internal import Subprocess
internal import Synchronization

/// Finds in git the text that somebody approved, to name the first sentence that differs.
///
/// It is a service to the reader and no part of the judgement: whatever goes wrong here, the finding
/// stands without it.
final class ApprovedVersions: Sendable {
  private let place: Place
  private let workspace: Slug
  private let libcrypto: Libcrypto
  private let files: any WorkspaceFiles
  private let left = Mutex(ApprovedVersions.mostDrafts)

  /// Where versions are looked for.
  enum Place: Sendable {
    case workingTree(root: String, variables: [String: String])
    case history(Repository, tips: [ObjectID], prefix: GitPath)
    /// What differs is of no interest.
    case nowhere
  }

  /// Each costs a walk through history; whoever has more to read will not miss it.
  private static let mostDrafts = 20
  private static let mostVersions = 200

  init(
    in place: Place,
    of workspace: Slug,
    _ files: any WorkspaceFiles,
    _ libcrypto: Libcrypto
  ) {
    self.place = place
    self.workspace = workspace
    self.files = files
    self.libcrypto = libcrypto
  }

  /// Gives a finding its place in the draft, and shows what stood there when it was approved.
  func explain(_ finding: inout Diagnostic, _ approval: String, _ draft: Document) {
    guard let difference = difference(approval, draft) else { return }
    finding.location = draft.source.location(of: difference.range)
    var notes: [Diagnostic.Note] = []
    if let before = difference.before { notes.append(.init("- " + before)) }
    if let after = difference.after { notes.append(.init("+ " + after)) }
    finding.notes = notes + finding.notes
  }

  private func difference(_ approval: String, _ draft: Document) -> FirstDifference? {
    let isAllowed = left.withLock { left in
      left -= 1
      return left >= 0
    }
    guard isAllowed, let slug = Slug(ofDraft: draft.source.path) else { return nil }
    do throws(Diagnostic) {
      guard let source = try files.read(approval, limit: ApprovalFile.longest) else { return nil }
      let record = try ApprovalFile(parsing: source).record
      guard let old = try approvedText(record, slug, draft.source.path) else { return nil }
      return FirstDifference(from: try Document(parsing: old), to: draft)
    } catch {
      return nil
    }
  }

  /// Whether a commit of a draft's says that it is by somebody, as git has it, which proves nothing.
  func hasAuthor(_ principal: String, _ path: String) throws(Diagnostic) -> Bool {
    guard let (repository, tips, prefix) = try history() else { return false }
    for tip in tips {
      let versions = try repository.versions(of: prefix.appending(GitPath(path)), in: tip)
      let isBy = versions.contains {
        $0.commit.authorEmail.lowercased() == principal.lowercased()
      }
      if isBy { return true }
    }
    return false
  }

  private func history() throws(Diagnostic) -> (Repository, [ObjectID], GitPath)? {
    switch place {
    case .nowhere: return nil
    case .history(let repository, let tips, let prefix): return (repository, tips, prefix)
    case .workingTree(let root, let variables):
      let environment = ChildEnvironment(variables)
      guard let found = try Repository.find(from: root, environment: environment),
        let head = try found.headCommit()
      else { return nil }
      return (found, [head], found.prefix)
    }
  }

  private func approvedText(
    _ record: ApprovalRecord,
    _ slug: Slug,
    _ path: String
  ) throws(Diagnostic) -> SourceText? {
    guard let (repository, tips, prefix) = try history() else { return nil }
    var reader = try ObjectReader(repository)
    for tip in tips {
      let versions = try repository.versions(of: prefix.appending(GitPath(path)), in: tip)
      for version in versions.prefix(Self.mostVersions) {
        guard
          case .object(.blob, let bytes) = try reader.read(
            version.content,
            limit: FileStore.usualLimit
          )
        else { continue }
        let digest = try ContentDigest(of: bytes, workspace: workspace, slug: slug, libcrypto)
        if digest.text == record.text { return SourceText(path: path, bytes: bytes) }
      }
    }
    return nil
  }
}
