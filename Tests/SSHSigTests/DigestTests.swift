import Testing

@testable import SSHSig

/// Expected values: FIPS 180-4's examples (NIST, "Examples with intermediate values").
@Suite struct DigestTests {
  static let examples: [(HashAlgorithm, String, String)] = [
    (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      .sha384, "abc",
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512, "abc",
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
    (
      .sha512, "",
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
    ),
  ]

  @Test("gives NIST's values at once and in pieces", arguments: examples)
  func example(algorithm: HashAlgorithm, text: String, hex: String) throws {
    let libcrypto = try Libcrypto()
    #expect(try libcrypto.digest(algorithm, of: Array(text.utf8)).hex == hex)
    #expect(try libcrypto.digest(algorithm, of: text.utf8.lazy.map { $0 }).hex == hex)
    var running = try RunningDigest(algorithm, libcrypto)
    for byte in text.utf8 { try running.update([byte]) }
    #expect(try running.finish().hex == hex)
  }

  @Test("one object serves many threads")
  func threads() async throws {
    let libcrypto = try Libcrypto()
    let expected = try libcrypto.digest(.sha256, of: [UInt8](repeating: 97, count: 1000))
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 {
        group.addTask {
          (try? libcrypto.digest(.sha256, of: [UInt8](repeating: 97, count: 1000))) == expected
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
