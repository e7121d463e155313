import Foundation
import TestSupport
import Testing

@testable import SSHSig

/// The Python library `sshsig` (PyPI), which knows Ed25519 and RSA: a reader of the same
/// specification that shares no code with OpenSSH or ghost.
@Suite struct ThirdOpinionTests {
  private static let python = Program(named: "python3")
  private static let isInstalled =
    (try? python?.run(["-c", "import sshsig"]).status) == 0

  /// Reads lines of message, purpose and signature in base64; prints a verdict on each.
  private static let judge = """
    import base64, sys
    from sshsig import InvalidSignature, check_signature
    for line in sys.stdin:
        message, namespace, signature = (base64.b64decode(word + "==") for word in line.split(" "))
        try:
            check_signature(message, signature, namespace.decode())
            print("accepts")
        except NotImplementedError:
            print("unknown")
        except Exception:
            print("refuses")
    """

  @Test(
    "ghost accepts nothing that the library refuses, and all that is valid",
    .enabled(if: isInstalled, "python3 with sshsig is not installed")
  )
  func sample() throws {
    var random = SeededRandom(seed: 5)
    var cases: [(vector: SignatureVector, signature: [UInt8], message: [UInt8])] = []
    for vector in SignatureVector.all where vector["expect"] == "valid" {
      cases.append((vector, vector.signature, vector.message))
      for _ in 0..<10 {
        cases.append((vector, Mutation.random(of: vector.signature, &random), vector.message))
        cases.append((vector, vector.signature, Mutation.random(of: vector.message, &random)))
      }
    }
    let input = cases.map { one in
      let words = [one.message, Array(one.vector["namespace"].utf8), one.signature].map(base64)
      return words.joined(separator: " ") + "\n"
    }
    let python = try #require(Self.python)
    let outcome = try python.run(["-c", Self.judge], input: input.joined())
    let verdicts = outcome.output.split(separator: "\n")
    try #require(verdicts.count == cases.count, "\(outcome.error)")
    let verifier = Verifier(try Libcrypto())
    var agreed = 0
    for (one, verdict) in zip(cases, verdicts) where verdict != "unknown" {
      let found = diagnostic {
        let signature = try Signature(armored: one.signature)
        let namespace = one.vector["namespace"]
        try verifier.verify(signature, of: one.message, in: namespace, by: signature.key)
      }
      if found == nil {
        agreed += 1
        #expect(verdict == "accepts", "\(one.vector.name)")
      }
    }
    #expect(agreed > 10)
  }
}
