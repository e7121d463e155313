internal import Diagnostics

// What there is to say of an approval that does not count.

extension ApprovalJudge.Refusal {
  private typealias Case = ApprovalJudge.Case

  private init(
    _ failure: ApprovalFailure,
    _ one: ApprovalJudge.Case,
    _ message: String,
    hint: String? = nil
  ) {
    self.failure = failure
    diagnostic = .refused(
      failure,
      message,
      at: one.place,
      hint: hint ?? "ask \(one.record.name) to approve: ghost approve \(one.record.draft)"
    )
  }

  static func wrongWorkspace(_ one: ApprovalJudge.Case, _ id: String) -> Self {
    Self(
      .wrongWorkspace,
      one,
      "this approval was given in the workspace '\(one.record.workspace)', not in '\(id)'"
    )
  }

  static func wrongRole(_ one: ApprovalJudge.Case) -> Self {
    Self(.wrongRole, one, "this approval is for the role '\(one.record.role)', not '\(one.role)'")
  }

  static func wrongPrincipal(_ one: ApprovalJudge.Case, _ name: String, _ principal: String) -> Self
  {
    Self(
      .wrongPrincipal,
      one,
      "'\(one.record.signer)' does not hold the role '\(one.role)': \(name) does, '\(principal)'",
      hint: "ask \(name) to approve: ghost approve \(one.record.draft)"
    )
  }

  static func wrongName(_ one: ApprovalJudge.Case, _ name: String) -> Self {
    Self(
      .wrongPrincipal,
      one,
      "the approval prints '\(one.record.name)', but the policy knows "
        + "'\(one.record.signer)' as '\(name)'"
    )
  }

  static func otherPersonsKey(
    _ one: ApprovalJudge.Case,
    _ principal: String,
    _ owner: String
  ) -> Self {
    Self(
      .wrongPrincipal,
      one,
      "this approval of '\(principal)' was signed with the key of '\(owner)'"
    )
  }

  static func formerHolder(
    _ one: ApprovalJudge.Case,
    _ name: String,
    _ until: CalendarDate
  ) -> Self {
    Self(
      .wrongPrincipal,
      one,
      "\(name) held the role '\(one.role)' until \(until); this approval came later",
      hint: "ask who holds the role now"
    )
  }

  static func methodNotAccepted(_ one: ApprovalJudge.Case) -> Self {
    let method = one.record.method.rawValue
    let accepted = one.methods.map(\.rawValue).joined(separator: ", ")
    return Self(
      .methodNotAccepted,
      one,
      one.methods.contains(one.record.method)
        ? "nothing here can verify the method '\(method)' yet"
        : "the method '\(method)' does not count here; the policy accepts \(accepted)"
    )
  }

  static func wrongWitness(_ one: ApprovalJudge.Case, _ why: String) -> Self {
    Self(
      .wrongWitness,
      one,
      "this approval was not witnessed as it must be: \(why)",
      hint: "a colleague who knows of the consent records it: ghost record \(one.record.draft)"
    )
  }

  static func badSignature(_ one: ApprovalJudge.Case, _ why: Diagnostic) -> Self {
    guard why.cause == .content else { return Self(failure: .badSignature, diagnostic: why) }
    let isOtherPurpose = why.code == "sshsig.wrong-namespace"
    return Self(
      isOtherPurpose ? .wrongNamespace : .badSignature,
      one,
      "the signature does not prove this approval: \(why.message)"
    )
  }

  static func unknownKey(_ one: ApprovalJudge.Case, _ principal: String) -> Self {
    Self(
      .unknownKey,
      one,
      "'\(principal)' signed with a key that \(Trust.signersPath) does not know",
      hint: "sign with a key that is known, or have an owner add this one: ghost enrol \(one.role)"
    )
  }

  static func wrongNamespace(_ one: ApprovalJudge.Case, _ principal: String) -> Self {
    Self(
      .wrongNamespace,
      one,
      "the key of '\(principal)' may not sign for '\(one.record.method.namespace)'",
      hint: "namespaces=\"\(one.record.method.namespace)\" in \(Trust.signersPath) would grant it"
    )
  }

  static func keyNotValidThen(
    _ one: ApprovalJudge.Case,
    _ principal: String,
    _ time: Timestamp
  ) -> Self {
    Self(
      .keyNotValidThen,
      one,
      "the key of '\(principal)' did not count on \(time), when this approval came"
    )
  }

  static func dateInFuture(_ one: ApprovalJudge.Case) -> Self {
    Self(
      .dateInFuture,
      one,
      "this approval is dated in the future: \(one.record.signedAt)",
      hint: "set the clock of the machine that signed, and approve again"
    )
  }

  static func revoked(_ one: ApprovalJudge.Case) -> Self {
    let because = one.record.note.map { ": \($0)" } ?? ""
    return Self(.revoked, one, "\(one.record.name) took the approval back\(because)")
  }

  static func expired(
    _ one: ApprovalJudge.Case,
    _ lifetime: Lifetime,
    since start: Timestamp
  ) -> Self {
    Self(
      .expired,
      one,
      "this approval counted for \(lifetime.days) days from \(start.day)"
    )
  }

  static func rewrapped(_ one: ApprovalJudge.Case) -> Self {
    Self(
      .rewrapped,
      one,
      "the lines were broken anew since \(one.record.name) approved them, which the policy forbids",
      hint: "undo it, or ask \(one.record.name) again"
    )
  }

  static func changed(_ one: ApprovalJudge.Case) -> Self {
    Self(
      .changed,
      one,
      "changed since \(one.record.name) approved it",
      hint: "undo the change, or ask \(one.record.name) again"
    )
  }

  static func assetChanged(_ one: ApprovalJudge.Case, _ path: String) -> Self {
    Self(
      .assetChanged,
      one,
      "'\(path)' is not as \(one.record.name) approved it",
      hint: "restore the file, or ask \(one.record.name) again"
    )
  }

  static func assetAdded(_ one: ApprovalJudge.Case, _ path: String) -> Self {
    Self(
      .assetChanged,
      one,
      "\(one.record.name) approved the draft without '\(path)'",
      hint: "take the file out, or ask \(one.record.name) again"
    )
  }
}

extension Diagnostic {
  static func futureCommit(_ path: String) -> Diagnostic {
    .refused(
      .dateInFuture,
      "the commit that brought this approval is dated in the future",
      at: Location(path: path),
      hint: "a commit with a wrong clock cannot say when an approval came; approve again"
    )
  }
}
