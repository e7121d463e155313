internal import Diagnostics
internal import SSHSig
internal import YAML

// Whether those who must approve can.

extension DoctorCheck {
  static let execWithoutRole = DoctorCheck(
    "exec-without-role",
    .error,
    "every executive holds the role of their own name",
    help: """
      A draft is always approved by the executive whose byline it carries, in the role that is called \
      as their profile is. Without it in .ghost/policy.yml, no draft of theirs can ever be approved:

          roles:
            cfo: { name: Dana Reyes, principal: dana.reyes@meridian.example }
      """
  ) { subject in
    subject.executives.filter { subject.role($0.slug.description) == nil }.map { executive in
      let role = "\(executive.slug): { name: \(ScalarWriter.write(executive.name)), "
      return Finding(
        message: "no draft of \(executive.name) can be approved: there is no role"
          + " '\(executive.slug)'",
        location: Location(path: Shelf.executives.path(executive.slug.description)),
        hint: "add to the roles in \(Policy.path): \(role)principal: \(executive.email) }"
      )
    }
  }

  static let roleWithoutKey = DoctorCheck(
    "role-without-key",
    .error,
    "whoever must approve has a key that counts today",
    help: """
      A rule that cannot be met is never optional: drafts that need this role wait for ever. Have the \
      person send the public half of their SSH key, and enrol it:

          ghost enrol cfo --key dana.pub

      Principals match exactly, capitals included. Where the policy accepts the method 'witness', a \
      colleague's key does: ghost enrol ROLE --key FILE.pub --witness
      """
  ) { subject in
    guard subject.signers != nil else { return [] }
    return subject.requiredRoles.filter { entry in
      !subject.canMeet(entry, by: subject.policy.acceptedMethods)
    }
    .map { entry in
      Finding(
        message: "\(entry.value.name) cannot approve anything: \(subject.lack(of: entry.value))",
        location: entry.key.location,
        hint: "ghost enrol \(entry.key.value) --key FILE.pub"
      )
    }
  }

  static let keyExpiresSoon = DoctorCheck(
    "key-expires-soon",
    .warning,
    "somebody's only keys count for thirty days more at least",
    help: """
      On that day the person can no longer approve. Enrol another key beside the old one in time; what \
      was approved before stays approved:

          ghost enrol cfo --key new.pub
      """
  ) { subject in
    (subject.requiredRoles + subject.otherOwners).compactMap { entry in
      let keys = subject.keys(of: entry.value)
      guard let last = keys.max(by: { ($0.validBefore ?? .max) < ($1.validBefore ?? .max) }),
        let end = last.validBefore, end - subject.now.seconds < Self.thirtyDays
      else { return nil }
      return Finding(
        message: "the last key of \(entry.value.name) counts until \(Timestamp(seconds: end).day)",
        location: subject.signers?.location(of: last),
        hint: "ghost enrol \(entry.key.value) --key FILE.pub"
      )
    }
  }

  private static let thirtyDays = 30 * 86_400

  static let methodWithoutKey = DoctorCheck(
    "method-without-key",
    .warning,
    "every method that the policy accepts can be used",
    help: """
      The policy accepts a method that nobody could use today. 'witness' needs a colleague's key for \
      the namespace ghost-witness, 'review' one of CI for ghost-review:

          ghost enrol legal --key sam.pub --witness

      'email' cannot be verified yet. Enrol a key, or take the method from the list.
      """
  ) { subject in
    guard let methods = subject.policy.methods, subject.signers != nil else { return [] }
    return methods.value.filter { method in
      method != .key && (!method.isVerifiable || subject.liveKeys(by: method).isEmpty)
    }
    .map { method in
      Finding(
        message: !method.isVerifiable
          ? "the method '\(method.rawValue)' is accepted, and nothing here can verify it"
          : "the method '\(method.rawValue)' is accepted, and no key is enrolled for it",
        location: methods.location,
        hint: method == .witness ? "ghost enrol ROLE --key FILE.pub --witness" : nil
      )
    }
  }
}

extension DoctorSubject {
  /// Says what keeps the holder of a role from signing.
  fileprivate func lack(of role: Policy.Role) -> String {
    let principal = role.principal.description
    guard policy.acceptedMethods.contains(.key) else {
      let methods = policy.acceptedMethods.map(\.rawValue).joined(separator: ", ")
      return "no key is enrolled for \(methods)"
    }
    let all = signers?.signers ?? []
    let own = all.filter { $0.principal == principal }
    if let other = all.first(where: { $0.principal.lowercased() == principal.lowercased() }),
      own.isEmpty
    {
      return "\(Enrolment.path) has '\(other.principal)', the policy '\(principal)'"
    }
    let named = own.filter { $0.grants(namespace: ApprovalRecord.Method.key.namespace) }
    if let end = named.compactMap(\.validBefore).max(), end < now.seconds {
      return "their last key counted until \(Timestamp(seconds: end).day)"
    }
    if let start = named.compactMap(\.validAfter).min(), start > now.seconds {
      return "their key counts from \(Timestamp(seconds: start).day)"
    }
    return own.isEmpty ? "no key of '\(principal)' is enrolled" : "their keys may sign nothing here"
  }
}
