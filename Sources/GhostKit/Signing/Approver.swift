public import Diagnostics
internal import Git
internal import SSHSig
internal import Subprocess
internal import YAML

/// Prepares records for those who sign: an approval, its revocation, or a witnessed one.
public struct Approver {
  let workspace: Workspace
  private let folder: String
  let variables: [String: String]
  let now: Timestamp

  /// Makes one for a workspace.
  ///
  /// - Parameters:
  ///   - workspace: Where drafts and approvals are.
  ///   - folder: The folder that relative paths are meant from.
  ///   - variables: The environment in which git and OpenSSH are run.
  ///   - clock: What time it is.
  public init(
    in workspace: Workspace,
    from folder: String,
    variables: [String: String],
    clock: Clock
  ) {
    self.workspace = workspace
    self.folder = folder
    self.variables = variables
    now = clock.now
  }

  /// Prepares an approval of a draft as it is now, or returns `nil` after having said what is in the
  /// way.
  ///
  /// - Parameters:
  ///   - draft: A slug, or a path.
  ///   - role: The role that was named, if one was.
  ///   - key: The file of the key that was named, if one was.
  ///   - log: What is wrong.
  /// - Returns: the approval, which is not signed yet.
  /// - Throws: what is wrong with the command line, with keys, or with the machine.
  public func approval(
    of draft: String,
    as role: String?,
    key: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> NewApproval? {
    guard let approval = try own(draft, as: role, key: key, log: &log) else { return nil }
    for obstacle in try approval.subject.obstacles(in: workspace, variables: variables) {
      log.add(obstacle)
    }
    return log.hasErrors ? nil : approval
  }

  /// Prepares what takes an approval back, or returns `nil` after having said what is in the way.
  public func revocation(
    of draft: String,
    because reason: String,
    as role: String?,
    key: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> NewApproval? {
    var approval = try own(draft, as: role, key: key, log: &log)
    try approval?.revoke(because: reason)
    return approval
  }

  /// Prepares a witnessed approval, or returns `nil` after having said what is in the way.
  ///
  /// - Parameters:
  ///   - draft: A slug, or a path.
  ///   - role: The role whose holder said yes.
  ///   - said: When and where they did.
  ///   - key: The file of the witness's key, if one was named.
  ///   - log: What is wrong.
  /// - Returns: the record, which is not signed yet.
  /// - Throws: what is wrong with the command line, with keys, or with the machine.
  public func witnessed(
    _ draft: String,
    for role: String,
    said: String,
    key: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> NewApproval? {
    guard let (subject, desk) = try prepare(draft, log: &log) else { return nil }
    let keys = try keys(key, desk)
    let signatory = try Signatory.witness(for: role, keys: keys, desk)
    if !desk.policy.allow.contains(.selfWitness), let witness = signatory.witness,
      try isAuthor(witness, of: subject)
    {
      throw .authorAsWitness(witness, subject.path)
    }
    var approval = try NewApproval(
      of: subject,
      by: signatory,
      of: desk,
      in: workspace,
      variables: variables
    )
    try approval.witness(said: said)
    for obstacle in try subject.obstacles(in: workspace, variables: variables) {
      log.add(obstacle)
    }
    return log.hasErrors ? nil : approval
  }

  private func own(
    _ draft: String,
    as role: String?,
    key: String?,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> NewApproval? {
    guard let (subject, desk) = try prepare(draft, log: &log) else { return nil }
    if let role { _ = try desk.role(role) }
    let signatory = try Signatory.holder(
      of: role,
      executive: subject.metadata.exec.value,
      keys: try keys(key, desk),
      desk
    )
    return try NewApproval(
      of: subject,
      by: signatory,
      of: desk,
      in: workspace,
      variables: variables
    )
  }

  private func prepare(
    _ draft: String,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> (ApprovalSubject, SigningDesk)? {
    let subject = try ApprovalSubject(
      draft,
      from: folder,
      in: workspace,
      variables: variables,
      log: &log
    )
    guard let subject, let desk = try SigningDesk(of: workspace, at: now, log: &log),
      !log.hasErrors
    else { return nil }
    return (subject, desk)
  }

  func keys(_ file: String?, _ desk: SigningDesk) throws(Diagnostic) -> KeyRing {
    let libcrypto = try Libcrypto()
    guard let file else {
      return try KeyRing(variables: variables, desk.signers, libcrypto)
    }
    let path = file.hasPrefix("/") ? file : folder + "/" + file
    return try KeyRing(file: path, desk.signers, SSHKeygen(variables: variables), libcrypto)
  }

  /// Whether somebody wrote a version of the draft, by git's word for it, which nobody proves.
  private func isAuthor(
    _ principal: String,
    of subject: ApprovalSubject
  ) throws(Diagnostic) -> Bool {
    let environment = ChildEnvironment(variables)
    guard let repository = try Repository.find(from: workspace.root, environment: environment),
      let head = try? repository.resolve("HEAD")
    else { return false }
    let path = repository.prefix.appending(GitPath(subject.path))
    return try repository.versions(of: path, in: head).contains {
      $0.commit.authorEmail.lowercased() == principal.lowercased()
    }
  }
}
