import Diagnostics
import TestSupport
import Testing

@testable import SSHSig

@Suite struct PublicKeyTests {
  /// Pairs of what `ssh-keygen -l` printed and the line it printed it for.
  static func vectors() throws -> [(printed: String, line: String)] {
    try VectorFolder.text("keys.txt").split(separator: "\n\n").map { pair in
      let lines = pair.split(separator: "\n").map(String.init)
      return (lines[0], lines[1])
    }
  }

  @Test("reads every kind of key, prints ssh-keygen's line and writes the key back")
  func vectors() throws {
    let libcrypto = try Libcrypto()
    var kinds: Set<KeyKind> = []
    for (printed, text) in try Self.vectors() {
      let line = try KeyLine(parsing: text)
      let fingerprint = try Fingerprint(of: line.key, libcrypto)
      #expect(fingerprint.line(of: line.key, comment: line.comment) == printed)
      #expect(line.key.encode() == line.key.blob)
      #expect(text.hasPrefix(line.key.text))
      kinds.insert(line.key.kind)
    }
    #expect(kinds == Set(KeyKind.allCases))
  }

  @Test("whatever it takes re-encodes to the very same bytes")
  func malleability() throws {
    var random = SeededRandom(seed: 12)
    var accepted = 0
    for (_, text) in try Self.vectors() {
      let blob = try KeyLine(parsing: text).key.blob
      for _ in 0..<2_000 {
        let mutant = Mutation.random(of: blob, &random)
        guard let key = try? PublicKey(blob: mutant) else { continue }
        accepted += 1
        #expect(key.encode() == mutant)
        #expect(key.bits > 0)
      }
    }
    #expect(accepted > 1_000)
  }

  static let refusals: [(code: Diagnostic.Code, blob: [UInt8])] = [
    ("sshsig.truncated", []),
    ("sshsig.truncated", [0, 0, 0, 11]),
    ("sshsig.truncated", [0xFF, 0xFF, 0xFF, 0xFF] + Array("ssh-ed25519".utf8)),
    ("sshsig.bad-name", wire("")),
    ("sshsig.bad-name", wire("ssh-ed25519\0")),
    ("sshsig.unsupported-key", wire("ssh-dss")),
    ("sshsig.unsupported-key", wire("SSH-ED25519")),
    ("sshsig.unsupported-key", wire("rsa-sha2-512")),
    ("sshsig.unsupported-key", wire("webauthn-sk-ecdsa-sha2-nistp256@openssh.com")),
    ("sshsig.certificate", wire("ssh-ed25519-cert-v01@openssh.com")),
    ("sshsig.certificate", wire("sk-ssh-ed25519-cert-v01@openssh.com")),
    ("sshsig.trailing-bytes", wire("ssh-ed25519") + wire(edwards()) + [0]),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire(Array(edwards().dropLast()))),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire(edwards() + [0])),
    // The identity, in both spellings of its sign, and two second spellings: p and p + 3.
    ("sshsig.bad-key", wire("ssh-ed25519") + wire([1] + zeros(31))),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire([1] + zeros(30) + [0x80])),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire(zeros(32))),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire([0xED] + ones(30) + [0x7F])),
    ("sshsig.bad-key", wire("ssh-ed25519") + wire([0xF0] + ones(30) + [0xFF])),
    ("sshsig.bad-key", wire("ecdsa-sha2-nistp256") + wire("nistp384") + wire(point(4, 32))),
    ("sshsig.bad-key", wire("ecdsa-sha2-nistp256") + wire("nistp256") + wire(point(2, 16))),
    ("sshsig.bad-key", wire("ecdsa-sha2-nistp256") + wire("nistp256") + wire([0])),
    ("sshsig.bad-key", wire("ecdsa-sha2-nistp256") + wire("nistp256") + wire([4] + ones(64))),
    ("sshsig.bad-key", wire("ecdsa-sha2-nistp256") + wire("nistp256") + wire([4] + zeros(64))),
    ("sshsig.truncated", wire("sk-ssh-ed25519@openssh.com") + wire(edwards())),
    ("sshsig.bad-name", wire("sk-ssh-ed25519@openssh.com") + wire(edwards()) + wire("ssh:\0")),
    ("sshsig.weak-key", rsa([1, 0, 1], ones(255))),
    ("sshsig.weak-key", wire("ssh-rsa") + wire([3]) + wire([0x7F] + ones(255))),
    ("sshsig.weak-key", rsa([1, 0, 1], ones(2049))),
    ("sshsig.weak-key", rsa([1], ones(256))),
    ("sshsig.weak-key", rsa([2], ones(256))),
    ("sshsig.weak-key", rsa([1] + zeros(7) + [1], ones(256))),
    ("sshsig.weak-key", rsa([3], ones(255) + [0xFE])),
    ("sshsig.bad-integer", wire("ssh-rsa") + wire([3]) + wire(ones(256))),
    ("sshsig.bad-integer", wire("ssh-rsa") + wire([3]) + wire([0, 0] + ones(256))),
    ("sshsig.bad-integer", wire("ssh-rsa") + wire([0, 3]) + wire([0] + ones(256))),
    ("sshsig.bad-integer", wire("ssh-rsa") + wire([0]) + wire([0] + ones(256))),
    ("sshsig.bad-integer", wire("ssh-rsa") + wire("") + wire([0] + ones(256))),
  ]

  @Test("refuses what is no key or too weak a key", arguments: refusals.indices)
  func refusal(index: Int) {
    let (code, blob) = Self.refusals[index]
    #expect(diagnostic { try PublicKey(blob: blob) }?.code == code)
  }

  static let lines: [(code: Diagnostic.Code, line: String)] = [
    ("sshsig.not-a-key", "ssh-ed25519"),
    ("sshsig.not-a-key", ""),
    ("sshsig.bad-name", "ssh-ed25519 \(base64Ed25519) her\u{1B}[2K laptop"),
    ("sshsig.bad-name", "ssh-ed25519 \(base64Ed25519) x\r"),
    ("sshsig.bad-base64", "ssh-ed25519 AAAA==== x"),
    ("sshsig.bad-base64", "ssh-ed25519 AAA"),
    ("sshsig.bad-base64", "ssh-ed25519 A==="),
    ("sshsig.bad-base64", "ssh-ed25519 AB=="),
    ("sshsig.bad-base64", "ssh-ed25519 AA-_"),
    ("sshsig.truncated", "ssh-ed25519 AAAA"),
    ("sshsig.key-type-mismatch", "ssh-rsa \(base64Ed25519) x"),
    ("sshsig.key-type-mismatch", "ED25519 \(base64Ed25519) x"),
    ("sshsig.bad-base64", "no-pty ssh-ed25519 \(base64Ed25519) x"),
    // 'x' and 'y' are sound numbers, but no point of P-256.
    (
      "sshsig.bad-key",
      "ecdsa-sha2-nistp256 "
        + base64(wire("ecdsa-sha2-nistp256") + wire("nistp256") + wire(point(4, 32)))
    ),
  ]

  @Test("refuses lines that are no key, with their place", arguments: lines.indices)
  func line(index: Int) {
    let (code, line) = Self.lines[index]
    let found = diagnostic { try KeyLine(parsing: line) }
    #expect(found?.code == code)
    #expect(found?.location?.line == 1)
    #expect(found?.location?.column == 1)
  }

  @Test("reads what a forge serves: several lines without comments, CR LF, a file's own comments")
  func file() {
    let text =
      "# keys\r\n\n  ssh-ed25519 \(Self.base64Ed25519)\r\n"
      + "ssh-ed25519 \(Self.base64Ed25519)\ta  b \nnonsense\n"
    var log = DiagnosticLog()
    let keys = KeyLine.all(in: SourceText(path: "keys", text: text), log: &log)
    #expect(keys.map(\.comment) == ["", "a  b "])
    #expect(keys.first?.key == keys.last?.key)
    #expect(log.diagnostics.map(\.code) == ["sshsig.not-a-key"])
    #expect(log.diagnostics.first?.location?.line == 5)
  }

  static let base64Ed25519 = base64(wire("ssh-ed25519") + wire(edwards()))
  /// The base point of Ed25519 (RFC 8032, section 5.1): 0x58, then thirty-one times 0x66.
  static func edwards() -> [UInt8] { [0x58] + [UInt8](repeating: 0x66, count: 31) }
  static func point(_ form: UInt8, _ bytes: Int) -> [UInt8] {
    [form] + [UInt8](repeating: 0x55, count: bytes * 2)
  }
  static func rsa(_ exponent: [UInt8], _ modulus: [UInt8]) -> [UInt8] {
    wire("ssh-rsa") + wire(exponent) + wire([0] + modulus)
  }
}
