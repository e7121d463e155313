internal import Diagnostics
internal import SSHSig
internal import YAML

/// Who signs, in which role, with which key.
public struct Signatory: Sendable {
  /// The role that is approved for.
  public let role: Slug
  /// The printed name of the person who holds it.
  public let name: String
  /// That person's principal.
  public let principal: String
  /// The principal of the colleague who signs in their place; `nil` if they sign themself.
  public let witness: String?
  /// The key.
  public let key: SigningKey

  /// How the consent is given.
  public var method: ApprovalRecord.Method { witness == nil ? .key : .witness }

  /// Finds out who approves: the holder of a role, with a key of theirs.
  ///
  /// - Parameters:
  ///   - role: The role that was named; without it, the one whose principal a key belongs to, the
  ///     draft's executive before any other.
  ///   - executive: The draft's executive.
  ///   - keys: What can be signed with.
  ///   - desk: Whom the workspace trusts.
  /// - Returns: the person with their key.
  /// - Throws: the reason why nobody can.
  static func holder(
    of role: String?,
    executive: String,
    keys: KeyRing,
    _ desk: SigningDesk
  ) throws(Diagnostic) -> Signatory {
    let namespace = ApprovalRecord.Method.key.namespace
    if let role {
      let (slug, holder) = try desk.role(role)
      let key = try desk.key(in: keys, of: holder, for: namespace)
      return Signatory(slug, holder, key: key)
    }
    let fitting = desk.policy.roles.entries.filter { entry in
      keys.keys.contains { desk.grants($0, to: entry.value, namespace) }
    }
    let names = fitting.map(\.key.value)
    guard let name = names.first(where: { $0 == executive }) ?? names.first else {
      throw desk.noKey(in: keys, executive: executive, namespace)
    }
    guard names.count == 1 || name == executive else { throw .severalRoles(names) }
    let (slug, holder) = try desk.role(name)
    return Signatory(slug, holder, key: try desk.key(in: keys, of: holder, for: namespace))
  }

  /// Finds out who witnesses that the holder of a role said yes: whoever holds a key for that, and is
  /// not that person.
  static func witness(
    for role: String,
    keys: KeyRing,
    _ desk: SigningDesk
  ) throws(Diagnostic) -> Signatory {
    let (slug, holder) = try desk.role(role)
    let namespace = ApprovalRecord.Method.witness.namespace
    var closest: Diagnostic?
    for key in keys.keys {
      for signer in desk.signers.signers where signer.key == key.key {
        guard signer.namespaces != nil, desk.grants(key, to: signer.principal, namespace) else {
          closest = closest ?? .notForWitnesses(signer.principal)
          continue
        }
        guard !desk.isSamePerson(signer.principal, as: holder) else {
          closest = .witnessForOneself(holder.name)
          continue
        }
        return Signatory(slug, holder, witness: signer.principal, key: key)
      }
    }
    throw closest ?? .noWitnessKey
  }

  private init(_ role: Slug, _ holder: Policy.Role, witness: String? = nil, key: SigningKey) {
    self.role = role
    name = holder.name
    principal = holder.principal.description
    self.witness = witness
    self.key = key
  }
}

/// What a workspace says about who may sign, at the present.
struct SigningDesk {
  let policy: Policy
  let signers: AllowedSigners
  let now: Timestamp

  /// Reads policy and keys, or returns `nil` after having said what is wrong with them.
  init?(of workspace: Workspace, at now: Timestamp, log: inout DiagnosticLog) throws(Diagnostic) {
    let policy = workspace.policy(log: &log)
    let source = try workspace.files.read(Enrolment.path)
    let signers = AllowedSigners(
      parsing: source ?? SourceText(path: Enrolment.path, bytes: []),
      log: &log
    )
    guard let policy, let signers else { return nil }
    self.policy = policy
    self.signers = signers
    self.now = now
  }

  /// Returns a role of the policy by the name on the command line.
  ///
  /// - Throws: `no-role` (usage) if there is none.
  func role(_ name: String) throws(Diagnostic) -> (Slug, Policy.Role) {
    guard
      let entry = policy.roles.entries.first(where: { $0.key.value.utf8.elementsEqual(name.utf8) }),
      let slug = Slug(entry.key.value)
    else { throw .noRole(name, among: policy.roles.keys) }
    return (slug, entry.value)
  }

  func grants(_ key: SigningKey, to holder: Policy.Role, _ namespace: String) -> Bool {
    grants(key, to: holder.principal.description, namespace)
  }

  func grants(_ key: SigningKey, to principal: String, _ namespace: String) -> Bool {
    if case .granted = standing(of: key, as: principal, namespace) { return true }
    return false
  }

  /// Returns the first key that counts for a role's holder.
  ///
  /// - Throws: why none does.
  func key(
    in keys: KeyRing,
    of holder: Policy.Role,
    for namespace: String
  ) throws(Diagnostic) -> SigningKey {
    if let key = keys.keys.first(where: { grants($0, to: holder, namespace) }) { return key }
    guard let key = keys.keys.first else { throw .noKey(holder.principal.description) }
    throw refusal(of: key, as: holder, namespace)
  }

  /// Whether a principal is a role's holder, or another address of the same person.
  func isSamePerson(_ principal: String, as holder: Policy.Role) -> Bool {
    if principal.lowercased() == holder.principal.description.lowercased() { return true }
    let people = policy.roles.entries.map(\.value).flatMap { role in
      [(role.name, role.principal)] + role.former.map { ($0.name, $0.principal) }
    }
    return people.contains { name, address in
      address.description.lowercased() == principal.lowercased() && name == holder.name
    }
  }

  /// Whether a record's signature is that of a key which may sign for whom the record names, at any
  /// time, and that person holds or held the role.
  func isProven(_ file: ApprovalFile) throws(Diagnostic) -> Bool {
    let record = file.record
    let holder = policy.roles.entries.first { $0.key.value.utf8.elementsEqual(record.role.utf8) }
    guard let holder = holder?.value else { return false }
    let holders = [holder.principal] + holder.former.map(\.principal)
    guard holders.contains(where: { $0.description.utf8.elementsEqual(record.signer.utf8) }),
      let signature = try? Signature(armored: file.armor)
    else { return false }
    let namespace = record.method.namespace
    let principal = record.witness ?? record.signer
    let isKnown = signers.signers.contains { signer in
      signer.key == signature.key && signer.grants(namespace: namespace)
        && signer.principal.utf8.elementsEqual(principal.utf8)
    }
    guard isKnown else { return false }
    let verifier = Verifier(try Libcrypto())
    do throws(Diagnostic) {
      try verifier.verify(signature, of: file.signed, in: namespace, by: signature.key)
      return true
    } catch {
      return false
    }
  }

  func noKey(in keys: KeyRing, executive: String, _ namespace: String) -> Diagnostic {
    let holder = policy.roles.entries.first { $0.key.value == executive }?.value
    guard let holder else {
      return .noKey(keys.keys.isEmpty ? "anybody here" : "a role of the policy")
    }
    guard let key = keys.keys.first else { return .noKey(holder.principal.description) }
    return refusal(of: key, as: holder, namespace)
  }

  private func refusal(
    of key: SigningKey,
    as holder: Policy.Role,
    _ namespace: String
  ) -> Diagnostic {
    let principal = holder.principal.description
    switch standing(of: key, as: principal, namespace) {
    case .granted, .unknownKey: return .noKey(principal)
    case .wrongPrincipal(let signer):
      return .wrongPrincipal(
        signer.principal,
        holder.name,
        principal,
        at: signers.location(of: signer)
      )
    case .namespaceNotGranted(let signer):
      return .notForApprovals(principal, at: signers.location(of: signer))
    case .notYetValid(let signer), .expired(let signer):
      return .keyNotValidNow(principal, at: signers.location(of: signer))
    }
  }

  private func standing(
    of key: SigningKey,
    as principal: String,
    _ namespace: String
  ) -> SignerStanding {
    signers.standing(of: key.key, as: principal, in: namespace, at: now.seconds)
  }
}
