internal import Diagnostics
internal import SSHSig
internal import YAML

/// Says whether one approval counts: everything that design section 7 asks, one after the other.
///
/// Nothing in a record is believed before its signature was proven, and even then it proves only
/// what the holder of a key said: whether that key may say it is for the trust root.
final class ApprovalJudge: Sendable {
  let trust: Trust
  let now: Timestamp
  let libcrypto: Libcrypto
  private let verifier: Verifier

  /// A record under judgement, and what is asked of it.
  struct Case: Sendable {
    let chain: ApprovalChain
    let role: String
    let methods: [ApprovalRecord.Method]
    let expires: Lifetime?
    let rewrap: Policy.Rewrap
    let arrivals: RecordArrivals
    /// Whether another record follows, so that this one counts for nothing itself.
    var isFollowed = false

    var record: ApprovalRecord { chain.last.record }
    var place: Location { Location(path: chain.path) }
  }

  /// Why a record does not count.
  struct Refusal: Error {
    let failure: ApprovalFailure
    let diagnostic: Diagnostic
  }

  init(_ trust: Trust, now: Timestamp, _ libcrypto: Libcrypto) {
    self.trust = trust
    self.now = now
    self.libcrypto = libcrypto
    verifier = Verifier(libcrypto)
  }

  /// Judges the last record of a chain.
  ///
  /// - Parameters:
  ///   - one: The record.
  ///   - compare: Compares what was approved with what is there.
  /// - Returns: the approval.
  /// - Throws: why it does not count, or what is the environment's fault.
  func approval(
    _ one: Case,
    _ compare: (ApprovalRecord) throws(Diagnostic) -> ContentVerdict
  ) throws(Refusal) -> Approval {
    let record = one.record
    let (key, judgedAt) = try proof(of: one)
    guard record.signedAt <= now else { throw .dateInFuture(one) }
    guard record.meaning == .approves else { throw .revoked(one) }
    let isRewrapped = try compareContent(one, compare)
    try checkExpiry(one, judgedAt)
    return Approval(
      record: record,
      path: one.chain.path,
      key: key,
      judgedAt: judgedAt,
      isRewrapped: isRewrapped
    )
  }

  /// Proves that whoever may speak for a role signed a record, whatever it says.
  ///
  /// Of a record that another one follows it is not asked whether they may do so still.
  /// - Returns: the key that signed, and the time as of which this was asked; `nil` if no time makes a
  ///   difference.
  /// - Throws: why it is not proven, or what is the environment's fault.
  func proof(of one: Case) throws(Refusal) -> (key: PublicKey, judgedAt: Timestamp?) {
    let workspace = trust.policy.workspace.description
    guard Self.isSame(one.record.workspace, workspace) else {
      throw .wrongWorkspace(one, workspace)
    }
    let holder = try holder(one)
    guard one.methods.contains(one.record.method), one.record.method.isVerifiable else {
      throw .methodNotAccepted(one)
    }
    let signatory = try signatory(one)
    let key = try provenKey(one)
    return (key, try standing(of: key, as: signatory, holder, one))
  }

  /// Text from files is compared byte by byte: Swift takes some that look alike for the same.
  static func isSame(_ left: String, _ right: String) -> Bool {
    left.isSame(as: right)
  }
}

// Who says so.
extension ApprovalJudge {
  /// Somebody who holds the role, or did until a day.
  private struct Holder {
    let name: String
    let principal: String
    let until: CalendarDate?
  }

  private func holder(_ one: Case) throws(Refusal) -> Holder {
    let record = one.record
    guard Self.isSame(record.role, one.role), let role = trust.policy.roles[exactly: one.role]
    else {
      throw .wrongRole(one)
    }
    let present = Holder(name: role.name, principal: role.principal.description, until: nil)
    let former = role.former.map {
      Holder(name: $0.name, principal: $0.principal.description, until: $0.until)
    }
    let holders = [present] + former
    guard let signer = holders.first(where: { Self.isSame($0.principal, record.signer) }) else {
      throw .wrongPrincipal(one, present.name, present.principal)
    }
    let named = holders.filter {
      Self.isSame($0.principal, record.signer) && Self.isSame($0.name, record.name)
    }
    // Of two times of one person in office the later one says the most.
    guard let holder = named.first(where: { $0.until == nil }) ?? named.max(by: Self.isEarlier)
    else { throw .wrongName(one, signer.name) }
    return holder
  }

  private static func isEarlier(_ left: Holder, _ right: Holder) -> Bool {
    (left.until?.daysSince1970 ?? .max) < (right.until?.daysSince1970 ?? .max)
  }

  /// Returns the principal whose key must have signed: the person, or who signs in their place.
  private func signatory(_ one: Case) throws(Refusal) -> String {
    let record = one.record
    guard record.method != .key else {
      guard record.witness == nil else { throw .wrongWitness(one, "nobody signs in their place") }
      return record.signer
    }
    guard let witness = record.witness else { throw .wrongWitness(one, "it names no witness") }
    guard witness.lowercased() != record.signer.lowercased(), !isSamePerson(witness, one) else {
      throw .wrongWitness(one, "nobody is a witness for themself")
    }
    return witness
  }

  /// Whether the policy knows a principal as another address of the person, under any role.
  private func isSamePerson(_ principal: String, _ one: Case) -> Bool {
    let people = trust.policy.roles.entries.map(\.value).flatMap { role in
      [(role.name, role.principal)] + role.former.map { ($0.name, $0.principal) }
    }
    return people.contains { name, address in
      Self.isSame(address.description, principal) && Self.isSame(name, one.record.name)
    }
  }

  /// Returns the key that provably signed exactly these bytes for this purpose.
  private func provenKey(_ one: Case) throws(Refusal) -> PublicKey {
    do throws(Diagnostic) {
      let signature = try Signature(armored: one.chain.last.armor)
      try verifier.verify(
        signature,
        of: one.chain.last.signed,
        in: one.record.method.namespace,
        by: signature.key
      )
      return signature.key
    } catch {
      throw .badSignature(one, error)
    }
  }
}

// When they said so.
extension ApprovalJudge {
  /// Demands that the trust root grants the key, and returns the time that this was asked for; `nil`
  /// if no time makes a difference.
  private func standing(
    of key: PublicKey,
    as principal: String,
    _ holder: Holder,
    _ one: Case
  ) throws(Refusal) -> Timestamp? {
    guard let signers = trust.signers else { throw .unknownKey(one, principal) }
    let namespace = one.record.method.namespace
    let ask = { (time: Timestamp) in
      signers.standing(of: key, as: principal, in: namespace, at: time.seconds)
    }
    var standing = ask(now)
    var time: Timestamp?
    let isTimeless = Self.isTimeless(standing) && holder.until == nil && one.expires == nil
    if !isTimeless, !one.isFollowed {
      let arrival = try arrival(one)
      if let until = holder.until, arrival.map({ $0.day > until }) ?? true {
        throw .formerHolder(one, holder.name, until)
      }
      standing = ask(arrival ?? now)
      time = arrival ?? now
    }
    switch standing {
    case .notYetValid where !one.isFollowed, .expired where !one.isFollowed:
      throw .keyNotValidThen(one, principal, time ?? now)
    case .granted(let signer), .notYetValid(let signer), .expired(let signer):
      guard signer.names(namespace: namespace) else { throw .wrongNamespace(one, principal) }
    case .unknownKey: throw .unknownKey(one, principal)
    case .wrongPrincipal(let signer): throw .otherPersonsKey(one, principal, signer.principal)
    case .namespaceNotGranted: throw .wrongNamespace(one, principal)
    }
    return time
  }

  private static func isTimeless(_ standing: SignerStanding) -> Bool {
    switch standing {
    case .granted(let signer): signer.isTimeless
    case .unknownKey, .wrongPrincipal, .namespaceNotGranted: true
    case .notYetValid, .expired: false
    }
  }

  /// Returns when the base got the record, which cannot be in the future; `nil` if it has not yet.
  private func arrival(_ one: Case) throws(Refusal) -> Timestamp? {
    do throws(Diagnostic) {
      let time = try one.arrivals.arrival(of: one.chain.path)
      if let time, time > now { throw .futureCommit(one.chain.path) }
      return time
    } catch {
      throw Refusal(failure: .dateInFuture, diagnostic: error)
    }
  }

  private func checkExpiry(_ one: Case, _ judgedAt: Timestamp?) throws(Refusal) {
    guard let expires = one.expires else { return }
    let start = min(one.record.signedAt, judgedAt ?? now)
    guard now.seconds <= start.seconds + expires.days * 86_400 else {
      throw .expired(one, expires, since: start)
    }
  }
}

// What they said it of.
extension ApprovalJudge {
  private func compareContent(
    _ one: Case,
    _ compare: (ApprovalRecord) throws(Diagnostic) -> ContentVerdict
  ) throws(Refusal) -> Bool {
    let verdict: ContentVerdict
    do throws(Diagnostic) {
      verdict = try compare(one.record)
    } catch {
      // A file that cannot be read is not the one that was approved.
      var finding = error
      if finding.cause == .content { finding.code = ApprovalFailure.assetChanged.code }
      throw Refusal(failure: .assetChanged, diagnostic: finding)
    }
    switch verdict {
    case .approved: return false
    case .rewrapped:
      guard one.rewrap == .keep else { throw .rewrapped(one) }
      return true
    case .changed(.text): throw .changed(one)
    case .changed(.asset(let path)): throw .assetChanged(one, path)
    case .changed(.unrecordedAsset(let path)): throw .assetAdded(one, path)
    }
  }
}
