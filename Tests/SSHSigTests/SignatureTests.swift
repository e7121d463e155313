import Diagnostics
import TestSupport
import Testing

@testable import SSHSig

@Suite struct SignatureTests {
  @Test("says of every vector what its header says", arguments: SignatureVector.all)
  func vector(vector: SignatureVector) throws {
    let libcrypto = try Libcrypto()
    let verifier = Verifier(libcrypto)
    let found = diagnostic {
      let signature = try Signature(armored: vector.signature)
      let key = try KeyLine(parsing: vector["signer"]).key
      try verifier.verify(signature, of: vector.message, in: vector["namespace"], by: key)
    }
    #expect(found?.code.rawValue ?? "valid" == vector["expect"])
    // ssh-keygen's own word, written down when the vector was made.
    #expect(["accepts", "refuses"].contains(vector["openssh"]))
    #expect(found != nil || vector["openssh"] == "accepts", "accepts what OpenSSH refuses")
    let digest = try libcrypto.digest(.sha256, of: vector.message)
    #expect("sha256:\(digest.hex)" == vector["digest"])
  }

  @Test("there is a valid vector for every kind of key and both hashes")
  func coverage() throws {
    let valid = SignatureVector.all.filter { $0["expect"] == "valid" }
    let signatures = try valid.map { try Signature(armored: $0.signature) }
    #expect(Set(signatures.map(\.key.kind)) == Set(KeyKind.allCases))
    for kind in KeyKind.allCases {
      let hashes = signatures.filter { $0.key.kind == kind }.map(\.hash)
      #expect(Set(hashes) == [.sha256, .sha512], "\(kind)")
    }
    #expect(SignatureVector.all.count > 120)
  }

  @Test("a signature does not fit another message, key or purpose")
  func distinctions() throws {
    let verifier = Verifier(try Libcrypto())
    let vector = try SignatureVector(name: "ed25519.sha512.txt")
    let other = try SignatureVector(name: "rsa.rsa-sha2-256.txt")
    let signature = try Signature(armored: vector.signature)
    let otherKey = try Signature(armored: other.signature).key
    func code(_ message: [UInt8], _ namespace: String, _ key: PublicKey) -> Diagnostic.Code? {
      diagnostic { try verifier.verify(signature, of: message, in: namespace, by: key) }?.code
    }
    let namespace = vector["namespace"]
    #expect(code(vector.message, namespace, signature.key) == nil)
    #expect(code(vector.message + [10], namespace, signature.key) == "sshsig.bad-signature")
    #expect(code([], namespace, signature.key) == "sshsig.bad-signature")
    #expect(code(vector.message, "ghost-witness", signature.key) == "sshsig.wrong-namespace")
    #expect(code(vector.message, namespace, otherKey) == "sshsig.wrong-key")
  }

  @Test("names are compared byte by byte: a Kelvin sign is no K")
  func canonicalEquivalence() throws {
    let verifier = Verifier(try Libcrypto())
    let vector = try SignatureVector(name: "ed25519.sha512.txt")
    var writer = WireWriter()
    let original = try Signature(armored: vector.signature)
    writer.raw("SSHSIG".utf8)
    writer.uint32(1)
    writer.string(original.key.blob)
    writer.string("K".utf8)
    writer.string([])
    writer.string("sha512".utf8)
    writer.string(original.value.encode(of: original.key))
    let signature = try Signature(blob: writer.bytes)
    #expect("K" == "\u{212A}")
    let found = diagnostic {
      try verifier.verify(signature, of: vector.message, in: "\u{212A}", by: original.key)
    }
    #expect(found?.code == "sshsig.wrong-namespace")
  }

  @Test("whatever is read re-encodes to the very same bytes", arguments: SignatureVector.all)
  func malleability(vector: SignatureVector) throws {
    var random = SeededRandom(seed: UInt64(vector.signature.count))
    let blob = (try? Armor(parsing: vector.signature).blob) ?? [UInt8]("SSHSIG".utf8)
    for _ in 0..<300 {
      let text = Mutation.random(of: vector.signature, &random)
      if let armor = try? Armor(parsing: text) { #expect(armor.encode() == text) }
      let mutant = Mutation.random(of: blob, &random)
      if let signature = try? Signature(blob: mutant) { #expect(signature.encode() == mutant) }
    }
    if let signature = try? Signature(blob: blob) { #expect(signature.encode() == blob) }
  }

  @Test("an oversized text is refused before it is read")
  func size() {
    let text = Armor.firstLine + "\n" + String(repeating: "A", count: 1 << 20)
    #expect(diagnostic { try Armor(parsing: Array(text.utf8)) }?.code == "sshsig.too-large")
  }

  @Test("one verifier serves many threads")
  func threads() async throws {
    let verifier = Verifier(try Libcrypto())
    let vectors = SignatureVector.all.filter { $0["expect"] == "valid" }
    await withTaskGroup(of: Bool.self) { group in
      for vector in vectors + vectors + vectors {
        group.addTask {
          diagnostic {
            let signature = try Signature(armored: vector.signature)
            let namespace = vector["namespace"]
            try verifier.verify(signature, of: vector.message, in: namespace, by: signature.key)
          } == nil
        }
      }
      for await isValid in group { #expect(isValid) }
    }
  }
}
