public import Diagnostics
internal import Git
internal import SSHSig
internal import Subprocess
internal import YAML

/// A change of the trust root that an owner is about to approve.
public struct NewTrustRoot: Sendable {
  /// Who signs.
  public let signatory: Signatory
  private let record: ApprovalRecord
  private let root: TrustRoot
  private let changes: [(path: String, lines: [String])]
  private let workspace: Workspace
  private let variables: [String: String]

  /// Where the record will be.
  public var path: String {
    "\(TrustRoot.approvals)/\(TrustRoot.draft).\(signatory.role).\(record.number).approval"
  }

  init(
    from base: Workspace,
    to workspace: Workspace,
    by signatory: Signatory,
    of desk: SigningDesk,
    variables: [String: String]
  ) throws(Diagnostic) {
    let libcrypto = try Libcrypto()
    let before = try TrustRoot(of: base, libcrypto)
    root = try TrustRoot(of: workspace, libcrypto)
    guard before != root else { throw .trustRootUnchanged }
    let end = try ChainEnd(ofTrustRootIn: workspace.files)
    changes = try Self.changes(from: before, to: root, base.files, workspace.files)
    self.signatory = signatory
    self.workspace = workspace
    self.variables = variables
    record = ApprovalRecord(
      workspace: desk.policy.workspace.description,
      draft: TrustRoot.draft,
      role: signatory.role.description,
      number: end.number + 1,
      previous: end.digest,
      signer: signatory.principal,
      name: signatory.name,
      meaning: .approves,
      method: .key,
      witness: nil,
      said: nil,
      evidence: nil,
      text: try before.digest(libcrypto),
      content: try root.digest(libcrypto),
      assets: root.files,
      signedAt: desk.now,
      note: nil
    )
  }

  /// What changes, line by line; whatever cannot be seen is spelled out.
  public var text: String {
    let head =
      "Who is trusted, and how pages are laid out · as \(signatory.name), \(signatory.role)"
    let lines = [head] + changes.flatMap { [$0.path] + $0.lines.map { "  " + $0 } }
    return lines.map { TerminalText.spelledOut($0) }.joined(separator: "\n")
  }

  /// Has the record signed, proves the signature and writes the file whole.
  ///
  /// - Throws: `draft-changed` if the trust root is no longer what was shown, `signing-failed` if
  ///   there is no signature, `approval-exists` if the number was taken meanwhile; nothing is written
  ///   then.
  public func sign() throws(Diagnostic) {
    let signer = RecordSigner(workspace: workspace, variables: variables)
    try signer.write(record, by: signatory.key, to: path) { () throws(Diagnostic) in
      guard try TrustRoot(of: workspace, Libcrypto()) == root else {
        throw .draftChangedMeanwhile(Workspace.mark)
      }
    }
  }

  private static func changes(
    from old: TrustRoot,
    to new: TrustRoot,
    _ before: any WorkspaceFiles,
    _ after: any WorkspaceFiles
  ) throws(Diagnostic) -> [(path: String, lines: [String])] {
    let paths = Set((old.files + new.files).map(\.path)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var changes: [(path: String, lines: [String])] = []
    for path in paths {
      let isSame =
        old.files.first { $0.path == path }?.sha256 == new.files.first { $0.path == path }?.sha256
      if isSame { continue }
      let difference = LineDifference(
        from: try before.read(path, limit: TrustRoot.largestFile)?.bytes,
        to: try after.read(path, limit: TrustRoot.largestFile)?.bytes
      )
      changes.append((path, difference.lines))
    }
    return changes
  }
}

extension Approver {
  /// Prepares the approval of what changes in the trust root, by an owner as the base knows them.
  ///
  /// - Parameters:
  ///   - base: The commit that the change is to be merged into; without it, the first protected
  ///     branch as the remote has it, or as it is here.
  ///   - role: The role that was named, if one was.
  ///   - key: The file of the key that was named, if one was.
  ///   - log: What is wrong.
  /// - Returns: the approval, which is not signed yet.
  /// - Throws: what is wrong with the command line, with keys, or with the machine.
  public func trustRoot(
    since base: String?,
    as role: String?,
    key: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> NewTrustRoot? {
    let environment = ChildEnvironment(variables)
    guard let repository = try Repository.find(from: workspace.root, environment: environment)
    else { throw .noBase }
    let commit = try Self.base(base, workspace, repository)
    var reader = try ObjectReader(repository)
    let old = try Workspace(
      of: try reader.tree(of: commit),
      in: repository,
      below: repository.prefix,
      root: workspace.root
    )
    guard let desk = try SigningDesk(of: old, at: now, log: &log) else { return nil }
    let owners = desk.policy.owners.map(\.value.description)
    guard !owners.isEmpty else { throw .noOwners }
    if let role {
      _ = try desk.role(role)
      guard owners.contains(role) else { throw .noOwner(role, owners) }
    }
    let keys = try keys(key, desk)
    let namespace = ApprovalRecord.Method.key.namespace
    let fitting = owners.filter { owner in
      desk.policy.roles.entries.contains { entry in
        entry.key.value == owner
          && keys.keys.contains { desk.grants($0, to: entry.value, namespace) }
      }
    }
    guard let owner = role ?? fitting.first ?? owners.first else { throw .noOwners }
    let signatory = try Signatory.holder(of: owner, executive: owner, keys: keys, desk)
    return try NewTrustRoot(
      from: old,
      to: workspace,
      by: signatory,
      of: desk,
      variables: variables
    )
  }

  private static func base(
    _ name: String?,
    _ workspace: Workspace,
    _ repository: Repository
  ) throws(Diagnostic) -> ObjectID {
    if let name { return try repository.resolve(name) }
    var aside = DiagnosticLog()
    let branches = workspace.policy(log: &aside)?.protected ?? []
    for branch in branches {
      for name in ["refs/remotes/origin/\(branch)", "refs/heads/\(branch)"] {
        if let commit = try? repository.resolve(name) { return commit }
      }
    }
    throw .noBase
  }
}
