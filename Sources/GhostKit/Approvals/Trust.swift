public import Diagnostics
public import SSHSig
internal import YAML

/// Whom a workspace trusts: its policy, and the keys that its `allowed_signers` knows.
///
/// It is read from the base of a change wherever there is one, so that no change chooses its judge.
public struct Trust: Sendable {
  /// Who must approve what.
  public let policy: Policy
  /// Whose keys count; with a single fault in the file, nobody's do.
  public let signers: AllowedSigners?
  /// Whom a byline can name.
  let people: [Byline.Person]

  /// Where the keys are.
  public static let signersPath = ".ghost/allowed_signers"

  /// Reads the trust of a workspace, or returns `nil` after having said why there is none.
  public init?(of workspace: Workspace, log: inout DiagnosticLog) {
    guard let policy = workspace.policy(log: &log) else { return nil }
    self.policy = policy
    // What is wrong with a profile, the check of drafts says.
    var aside = DiagnosticLog()
    let profiles = workspace.executives(log: &aside).compactMap {
      workspace.executive($0.description, log: &aside)
    }
    people = policy.people(profiles: profiles)
    do throws(Diagnostic) {
      // Without the file nobody has a key, which is no fault of the file's.
      let source =
        try workspace.files.read(Self.signersPath)
        ?? SourceText(path: Self.signersPath, bytes: [])
      signers = AllowedSigners(parsing: source, log: &log)
    } catch {
      log.add(error)
      signers = nil
    }
  }

  /// Whether anybody could sign for a role today, in one of some methods.
  func canMeet(_ role: String, by methods: [ApprovalRecord.Method], at now: Timestamp) -> Bool {
    guard let holder = policy.roles[exactly: role], let signers else { return false }
    return methods.contains { method in
      guard method != .key else { return self.knowsKey(of: holder, at: now) }
      return method.isVerifiable
        && signers.signers.contains { signer in
          signer.principal != holder.principal.description
            && signer.names(namespace: method.namespace) && signer.isValid(at: now)
        }
    }
  }

  /// Whether a role's holder was ever given a key to sign with, be it one that no longer counts.
  func listsKey(of holder: Policy.Role) -> Bool {
    let namespace = ApprovalRecord.Method.key.namespace
    let principal = holder.principal.description
    return signers?.signers.contains {
      $0.principal.isSame(as: principal) && $0.grants(namespace: namespace)
    } ?? false
  }

  /// Whether a role's holder could sign themself.
  func knowsKey(of holder: Policy.Role, at now: Timestamp) -> Bool {
    let namespace = ApprovalRecord.Method.key.namespace
    let signers = signers?.signers(
      for: holder.principal.description,
      in: namespace,
      at: now.seconds
    )
    return signers.map { !$0.isEmpty } ?? false
  }
}

extension AllowedSigner {
  /// Whether the line grants a purpose by its name; a line without purposes grants only what a
  /// person signs for themself.
  func names(namespace: String) -> Bool {
    grants(namespace: namespace)
      && (namespaces != nil || namespace == ApprovalRecord.Method.key.namespace)
  }

  /// Whether the line counts for ever.
  var isTimeless: Bool { validAfter == nil && validBefore == nil }

  fileprivate func isValid(at time: Timestamp) -> Bool {
    validAfter.map { $0 <= time.seconds } ?? true && validBefore.map { time.seconds <= $0 } ?? true
  }
}

extension ApprovalRecord.Method {
  /// Whether a signature alone proves it; a reply by e-mail is proven by its DKIM signature, which
  /// nothing here verifies yet.
  var isVerifiable: Bool { self != .email }

  /// How a person says it: `own key`.
  public var spoken: String {
    switch self {
    case .key: "own key"
    case .email: "by e-mail"
    case .review: "by a review"
    case .witness: "witnessed"
    }
  }
}

extension OrderedMap {
  /// The value under a name, compared byte by byte.
  subscript(exactly key: String) -> Value? {
    entries.first { $0.key.value.isSame(as: key) }?.value
  }
}
