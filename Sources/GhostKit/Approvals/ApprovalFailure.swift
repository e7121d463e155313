public import Diagnostics

/// Each way in which what must be approved is not: the codes of the gate's findings.
///
/// How much they matter is not for the policy to say.
public enum ApprovalFailure: String, Sendable, Hashable, CaseIterable {
  case notApproved = "not-approved"
  case changed
  case rewrapped = "re-wrapped"
  case assetChanged = "asset-changed"
  case mediaChanged = "media-changed"
  case revoked
  case expired
  case malformed = "approval-malformed"
  case brokenChain = "broken-chain"
  case wrongNumber = "wrong-number"
  case wrongDraft = "wrong-draft"
  case wrongWorkspace = "wrong-workspace"
  case wrongRole = "wrong-role"
  case wrongPrincipal = "wrong-principal"
  case methodNotAccepted = "method-not-accepted"
  case wrongWitness = "wrong-witness"
  case badSignature = "bad-signature"
  case unknownKey = "unknown-key"
  case wrongNamespace = "wrong-namespace"
  case keyNotValidThen = "key-not-valid-then"
  case dateInFuture = "date-in-future"
  case unmetRule = "unmet-rule"
  case noDraft = "not-approvable"
  case recordTampered = "record-tampered"
  case recordDeleted = "record-deleted"
  case strayApproval = "stray-approval"
  case trustRootChanged = "trust-root-changed"
  case trustRootUnreadable = "trust-root-unreadable"
  case checkoutDiffers = "checkout-differs"
  case nameCollides = "name-collides"
  case noPolicy = "no-policy"
  case mergeConflict = "merge-conflict"
  case protectedBranch = "protected-branch"
  case replacedObjects = "replaced-objects"

  /// The stable name of its findings.
  public var code: Diagnostic.Code { Diagnostic.Code(rawValue: rawValue) }
}

extension Diagnostic {
  /// Makes the finding of a failure.
  static func refused(
    _ failure: ApprovalFailure,
    _ message: String,
    at location: Location? = nil,
    hint: String? = nil,
    notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(.error, failure.code, message, at: location, hint: hint, notes: notes)
  }

  static func trustRootUnreadable(_ path: String) -> Diagnostic {
    .refused(
      .trustRootUnreadable,
      "'\(path)' cannot belong to the trust root: it is no regular file, or one too many",
      at: Location(path: path),
      hint: "the trust root is regular files alone, 500 at most"
    )
  }
}
