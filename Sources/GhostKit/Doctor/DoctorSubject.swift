internal import Diagnostics
internal import Git
internal import SSHSig
internal import Subprocess
internal import YAML

/// A workspace as `ghost doctor` looks at it: whom it trusts, whom it drafts for, where it lies.
struct DoctorSubject: Sendable {
  let policy: Policy
  /// Whose keys count; `nil` if the file has a fault, of which enough is said elsewhere.
  let signers: AllowedSigners?
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
    signers = Self.signers(of: workspace, log: &log)
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
    guard let policy = workspace.policy(log: &log) else { return nil }
    CheckTable.checkNames(in: policy, log: &log)
    self.policy = policy
  }

  private static func signers(
    of workspace: Workspace,
    log: inout DiagnosticLog
  ) -> AllowedSigners? {
    do throws(Diagnostic) {
      // Without the file nobody has a key, which is no fault of the file's.
      let source = try workspace.files.read(Enrolment.path)
      return AllowedSigners(
        parsing: source ?? SourceText(path: Enrolment.path, bytes: []),
        log: &log
      )
    } catch {
      log.add(error)
      return nil
    }
  }
}

extension DoctorSubject {
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

  /// Returns a role by its name.
  func role(_ name: String) -> Entry? { policy.roles.entries.first { $0.key.value == name } }

  /// Whether somebody could sign for a role today, by one of some methods.
  func canMeet(_ role: Policy.Role, by methods: [ApprovalRecord.Method]) -> Bool {
    methods.contains { !keys(for: role, by: $0).isEmpty }
  }

  /// Returns the keys that can sign for a role today, by a method.
  func keys(for role: Policy.Role, by method: ApprovalRecord.Method) -> [AllowedSigner] {
    let principal = role.principal.description
    return liveKeys(by: method).filter { signer in
      switch method {
      case .key: signer.principal == principal
      case .witness, .email, .review:
        signer.principal != principal || policy.allow.contains(.selfWitness)
      }
    }
  }

  /// Returns the keys that can sign today, by a method.
  func liveKeys(by method: ApprovalRecord.Method) -> [AllowedSigner] {
    (signers?.signers ?? []).filter { signer in
      let isNamed = signer.namespaces != nil || method == .key
      return isNamed && signer.grants(namespace: method.namespace)
        && (signer.validAfter ?? .min) <= now.seconds
        && now.seconds <= (signer.validBefore ?? .max)
    }
  }
}
