import Diagnostics

@testable import SSHSig

/// One question that is put to ghost and to its peers: whether this proves that a person signed.
struct VerificationCase: Sendable {
  var label: String
  var principal: String
  var namespace: String
  var time: Int
  var signers: [UInt8]
  var signature: [UInt8]
  var message: [UInt8]

  /// Where ghost stopped, and at what; `nil` if it accepts.
  func refusal() throws -> Refusal? {
    var log = DiagnosticLog()
    let source = SourceText(path: "allowed_signers", bytes: signers)
    guard let allowed = AllowedSigners(parsing: source, log: &log) else {
      let error = log.diagnostics.first { $0.severity == .error }
      return Refusal(stage: .signers, code: error?.code.rawValue ?? "none")
    }
    let signature: Signature
    do {
      signature = try Signature(armored: self.signature)
    } catch {
      return Refusal(stage: .signature, code: error.code.rawValue)
    }
    let standing = allowed.standing(
      of: signature.key,
      as: principal,
      in: namespace,
      at: time
    )
    guard case .granted(let signer) = standing else {
      return Refusal(stage: .standing, code: standing.name)
    }
    let verifier = Verifier(try Libcrypto())
    let found = diagnostic {
      try verifier.verify(signature, of: message, in: namespace, by: signer.key)
    }
    return found.map { Refusal(stage: .proof, code: $0.code.rawValue) }
  }
}

/// Where ghost refused, and with which code.
struct Refusal: Hashable, Comparable, CustomStringConvertible {
  enum Stage: String { case signers, signature, standing, proof }

  let stage: Stage
  let code: String

  var description: String { "\(stage.rawValue) \(code)" }

  static func < (left: Refusal, right: Refusal) -> Bool { left.description < right.description }
}

extension SignerStanding {
  fileprivate var name: String {
    switch self {
    case .granted: "granted"
    case .unknownKey: "unknown-key"
    case .wrongPrincipal: "wrong-principal"
    case .namespaceNotGranted: "namespace-not-granted"
    case .notYetValid: "not-yet-valid"
    case .expired: "expired"
    }
  }
}
