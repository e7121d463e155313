internal import Diagnostics
internal import Git
internal import SSHSig
internal import Subprocess
internal import YAML

/// A workspace as `ghost doctor` looks at it: whom it trusts, whom it drafts for, where it lies.
struct DoctorSubject: Sendable {
  let trust: Trust
  /// The profiles that can be read.
  let executives: [Executive]
  /// The names of all profiles.
  let executiveNames: [String]
  let topics: [String]
  let formats: [String]
  let now: Timestamp
  let repository: Repository?
  /// Whether git could be asked for the repository at all.
  let isGitThere: Bool

  /// Reads a workspace, or returns `nil` after having said why there is nothing to ask.
  init?(
    of workspace: Workspace,
    now: Timestamp,
    variables: [String: String],
    log: inout DiagnosticLog
  ) {
    executiveNames = workspace.executives(log: &log).map(\.description)
    executives = executiveNames.compactMap { workspace.executive($0, log: &log) }
    topics = workspace.topics(log: &log).map(\.description)
    formats = workspace.formats(log: &log).map(\.description)
    self.now = now
    let environment = ChildEnvironment(variables)
    do throws(Diagnostic) {
      repository = try Repository.find(from: workspace.root, environment: environment)
      isGitThere = true
    } catch {
      log.add(error)
      (repository, isGitThere) = (nil, false)
    }
    do throws(Diagnostic) {
      _ = try SSHKeygen(variables: variables)
    } catch {
      log.add(error)
    }
    guard let trust = Trust(of: workspace, log: &log) else { return nil }
    CheckTable.checkNames(in: trust.policy, log: &log)
    self.trust = trust
  }
}

extension DoctorSubject {
  /// Who must approve what.
  var policy: Policy { trust.policy }

  /// Whose keys count; `nil` if the file has a fault, of which enough is said elsewhere.
  var signers: AllowedSigners? { trust.signers }

  /// A role with its holder, at its place in the policy.
  typealias Entry = OrderedMap<Policy.Role>.Entry

  /// The roles that some draft asks for: every executive's, and those that the rules name.
  var requiredRoles: [Entry] {
    let names = Set(
      executives.map(\.slug.description)
        + policy.require.flatMap { $0.value.approvals.map(\.value.description) }
    )
    return policy.roles.entries.filter { names.contains($0.key.value) }
  }

  /// The roles that only guard the trust root.
  var otherOwners: [Entry] {
    let required = Set(requiredRoles.map(\.key.value))
    return policy.owners.compactMap { role($0.value.description) }
      .filter { !required.contains($0.key.value) }
  }

  /// Returns a role by its name.
  func role(_ name: String) -> Entry? { policy.roles.entries.first { $0.key.value == name } }

  /// Whether somebody could sign for a role today, by one of some methods.
  func canMeet(_ role: Entry, by methods: [ApprovalRecord.Method]) -> Bool {
    trust.canMeet(role.key.value, by: methods, at: now)
  }

  /// Returns the keys with which the holder of a role can sign today.
  func keys(of role: Policy.Role) -> [AllowedSigner] {
    liveKeys(by: .key).filter { $0.principal == role.principal.description }
  }

  /// Returns the keys that can sign today, by a method.
  func liveKeys(by method: ApprovalRecord.Method) -> [AllowedSigner] {
    (signers?.signers ?? []).filter { signer in
      signer.names(namespace: method.namespace)
        && (signer.validAfter ?? .min) <= now.seconds
        && now.seconds <= (signer.validBefore ?? .max)
    }
  }
}
