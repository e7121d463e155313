import Diagnostics
import TestSupport
import Testing

@testable import SSHSig

@Suite struct AllowedSignersTests {
  static let keys = ((try? PublicKeyTests.vectors()) ?? []).compactMap {
    try? KeyLine(parsing: $0.line).key
  }
  static var key: String { keys[0].text }
  static var otherKey: String { keys[1].text }

  static func read(_ text: String) -> (signers: AllowedSigners?, found: [Diagnostic]) {
    var log = DiagnosticLog()
    let source = SourceText(path: "allowed_signers", text: text)
    let signers = AllowedSigners(parsing: source, log: &log)
    return (signers, log.diagnostics)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let code: Diagnostic.Code
    let column: Int
    let line: String
    var testDescription: String { "\(code.rawValue): \(line.prefix(60))" }

    init(_ code: Diagnostic.Code, _ column: Int, _ line: String) {
      self.code = code
      self.column = column
      self.line = line.replacing("KEY", with: AllowedSignersTests.key)
    }
  }

  static let faults = [
    Fault("signers.pattern", 1, #"* namespaces="x" KEY"#),
    Fault("signers.pattern", 1, #"*@meridian.example namespaces="x" KEY"#),
    Fault("signers.pattern", 1, #"dan?@meridian.example namespaces="x" KEY"#),
    Fault("signers.pattern", 1, #"!dana@meridian.example namespaces="x" KEY"#),
    Fault("signers.pattern", 8, #"dana@m,!sam@m namespaces="x" KEY"#),
    Fault("signers.shared-key", 1, #"dana@m,sam@m namespaces="x" KEY"#),
    Fault("signers.shared-key", 2, #""dana@m,sam@m" namespaces="x" KEY"#),
    Fault("signers.shared-key", 1, #"dana@m, namespaces="x" KEY"#),
    Fault("signers.bad-principal", 2, #""" namespaces="x" KEY"#),
    Fault("signers.bad-principal", 2, #"" dana@m" namespaces="x" KEY"#),
    Fault("signers.bad-principal", 1, #"dаna@m namespaces="x" KEY"#),
    Fault("signers.bad-principal", 1, String(repeating: "d", count: 257) + " KEY"),
    Fault("signers.bad-quotes", 1, #"da"na"@m namespaces="x" KEY"#),
    Fault("signers.bad-quotes", 1, #""dana@m namespaces=x KEY"#),
    Fault("signers.bad-quotes", 1, #""dana@m"namespaces="x" KEY"#),
    Fault("signers.missing-key", 1, "dana@m"),
    Fault("signers.missing-key", 1, #"dana@m namespaces="x""#),
    Fault("signers.cert-authority", 8, "dana@m cert-authority KEY"),
    Fault("signers.cert-authority", 8, #"dana@m Cert-Authority,namespaces="x" KEY"#),
    Fault("signers.cert-authority", 23, #"dana@m namespaces="x",cert-authority KEY"#),
    Fault("signers.unknown-option", 8, #"dana@m namespace="x" KEY"#),
    Fault("signers.unknown-option", 8, #"dana@m namespaces ="x" KEY"#.replacing(" =", with: ".=")),
    Fault("signers.unknown-option", 8, #"dana@m "x" KEY"#),
    Fault("signers.bad-option", 8, "dana@m namespaces=x KEY"),
    Fault("signers.bad-option", 8, #"dana@m namespaces="x KEY"#),
    Fault("signers.bad-option", 8, #"dana@m namespaces="x", KEY"#),
    Fault("signers.bad-option", 22, #"dana@m namespaces="x"y KEY"#),
    Fault("signers.bad-option", 22, #"dana@m namespaces="x"valid-before="20260101Z" KEY"#),
    Fault("signers.repeated-option", 23, #"dana@m namespaces="x",namespaces="y" KEY"#),
    Fault("signers.repeated-option", 23, #"dana@m namespaces="x",NameSpaces="y" KEY"#),
    Fault("signers.pattern", 20, #"dana@m namespaces="*" KEY"#),
    Fault("signers.pattern", 22, #"dana@m namespaces="x,gh*" KEY"#),
    Fault("signers.pattern", 22, #"dana@m namespaces="x,!y" KEY"#),
    Fault("signers.bad-namespace", 20, #"dana@m namespaces="" KEY"#),
    Fault("signers.bad-namespace", 22, #"dana@m namespaces="x, y" KEY"#),
    Fault("signers.bad-namespace", 22, #"dana@m namespaces="x," KEY"#),
    Fault("signers.bad-namespace", 20, #"dana@m namespaces="x\"y" KEY"#),
    Fault("signers.local-time", 21, #"dana@m valid-after="20260101" KEY"#),
    Fault("signers.local-time", 22, #"dana@m valid-before="202601011200" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="20260101z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="20260101UTC" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="20260230Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="20250229Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="2026010Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="2026010112Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="202601012400Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="20260101235960Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="19700101Z" KEY"#),
    Fault("signers.bad-time", 21, #"dana@m valid-after="2026-01-01Z" KEY"#),
    Fault(
      "signers.empty-window",
      8,
      #"dana@m valid-after="20260102Z",valid-before="20260102Z" KEY"#
    ),
    Fault("sshsig.unsupported-key", 8, "dana@m ssh-dss AAAAB3NzaC1kc3M="),
    Fault("sshsig.bad-base64", 8, "dana@m ssh-ed25519 not-base64"),
    Fault("sshsig.not-a-key", 23, #"dana@m namespaces="x" ssh-ed25519"#),
    Fault("signers.control-character", 3, "da\u{0}na@m KEY"),
    Fault("signers.control-character", 8, "# dana@\r dana@m KEY"),
    Fault("signers.control-character", 7, "dana@m\u{C} KEY"),
    Fault("signers.control-character", 3, "# \u{1B}[8m"),
  ]

  @Test("finds every fault with its place, and then grants nothing", arguments: faults)
  func fault(fault: Fault) throws {
    let good = "sam@m namespaces=\"x\" \(Self.otherKey)\n"
    let (signers, found) = Self.read(good + fault.line + "\n" + good)
    #expect(signers == nil)
    let first = try #require(found.first)
    #expect(first.code == fault.code)
    #expect(first.location?.line == 2)
    #expect(first.location?.column == fault.column)
    #expect(found.count == 1)
  }

  @Test("reads quotes, blanks, comments, CR LF and options in any case")
  func shapes() throws {
    let (signers, found) = Self.read(
      "# our people\r\n\r\n"
        + "dana@m namespaces=\"x,y\" \(Self.key) her laptop\r\n"
        + "  \"Sam Okafor\"\t NameSpaces=\"x\",VALID-AFTER=\"20260101Z\",valid-before=\"20261231235959Z\""
        + " \(Self.otherKey)"
    )
    #expect(found.isEmpty)
    let lines = try #require(signers?.signers)
    #expect(lines.map(\.principal) == ["dana@m", "Sam Okafor"])
    #expect(lines.map(\.namespaces) == [["x", "y"], ["x"]])
    #expect(lines.map(\.comment) == ["her laptop", ""])
    // date -u -d 2026-01-01 +%s, date -u -d '2026-12-31 23:59:59' +%s
    #expect(lines[1].validAfter == 1_767_225_600)
    #expect(lines[1].validBefore == 1_798_761_599)
    #expect(signers?.location(of: lines[1]).line == 4)
  }

  @Test("an empty file knows nobody, and that is no fault")
  func empty() throws {
    let (signers, found) = Self.read("")
    #expect(found.isEmpty)
    #expect(signers?.standing(of: Self.keys[0], as: "dana@m", in: "x", at: 1) == .unknownKey)
  }

  @Test("a key without purposes counts for all of them, with a warning")
  func anyNamespace() throws {
    let (signers, found) = Self.read("dana@m \(Self.key)\n")
    #expect(found.map(\.code) == ["signers.any-namespace"])
    #expect(found.map(\.severity) == [.warning])
    #expect(signers?.signers(for: "dana@m", in: "whatever", at: 1).count == 1)
  }

  @Test("one key for two people is a fault wherever the lines stand")
  func sharedKey() throws {
    let (signers, found) = Self.read(
      "dana@m namespaces=\"x\" \(Self.key)\nsam@m namespaces=\"x\" \(Self.otherKey)\n"
        + "Dana@m namespaces=\"y\",valid-before=\"20200101Z\" \(Self.key)\n"
    )
    #expect(signers == nil)
    #expect(found.map(\.code) == ["signers.shared-key"])
    #expect(found.first?.location?.line == 3)
    #expect(found.first?.notes.first?.location?.line == 1)
  }

  @Test("says why a key does not count")
  func standings() throws {
    let (signers, _) = Self.read(
      """
      dana@m namespaces="x",valid-after="20260101Z",valid-before="20261231Z" \(Self.key)
      dana@m namespaces="y" \(Self.key)
      sam@m namespaces="x" \(Self.otherKey)
      """
    )
    let all = try #require(signers)
    let line = all.signers
    let start: Int = 1_767_225_600
    let end: Int = 1_798_675_200
    func standing(
      _ key: PublicKey,
      _ principal: String,
      _ namespace: String,
      _ time: Int
    ) -> SignerStanding { all.standing(of: key, as: principal, in: namespace, at: time) }
    let key = Self.keys[0]
    #expect(standing(key, "dana@m", "x", start) == .granted(line[0]))
    #expect(standing(key, "dana@m", "x", end) == .granted(line[0]))
    #expect(standing(key, "dana@m", "x", start - 1) == .notYetValid(line[0]))
    #expect(standing(key, "dana@m", "x", end + 1) == .expired(line[0]))
    #expect(standing(key, "dana@m", "y", 0) == .granted(line[1]))
    #expect(standing(key, "dana@m", "z", start) == .namespaceNotGranted(line[0]))
    #expect(standing(key, "dana@m", "X", start) == .namespaceNotGranted(line[0]))
    #expect(standing(key, "Dana@m", "x", start) == .wrongPrincipal(line[0]))
    #expect(standing(key, "sam@m", "x", start) == .wrongPrincipal(line[0]))
    #expect(standing(Self.keys[2], "dana@m", "x", start) == .unknownKey)
    #expect(all.signers(for: "dana@m", in: "x", at: start) == [line[0]])
    #expect(all.signers(for: "dana@m", in: "x", at: end + 1).isEmpty)
    #expect(all.signers(for: "nobody", in: "x", at: start).isEmpty)
  }

  @Test("a principal that only looks the same to Unicode is another one")
  func canonicalEquivalence() throws {
    let (signers, _) = Self.read("K@m namespaces=\"K\" \(Self.key)\n")
    let all = try #require(signers)
    #expect(all.standing(of: Self.keys[0], as: "K@m", in: "K", at: 1) == .granted(all.signers[0]))
    #expect(
      all.standing(of: Self.keys[0], as: "\u{212A}@m", in: "K", at: 1)
        == .wrongPrincipal(all.signers[0])
    )
    #expect(
      all.standing(of: Self.keys[0], as: "K@m", in: "\u{212A}", at: 1)
        == .namespaceNotGranted(all.signers[0])
    )
  }

  @Test("a hostile file ends soon: too large, or nothing but faults")
  func limits() {
    let (_, large) = Self.read(String(repeating: "#", count: (1 << 20) + 1))
    #expect(large.map(\.code) == ["signers.too-large"])
    let (signers, many) = Self.read(String(repeating: "x\n", count: 1 << 16))
    #expect(signers == nil)
    #expect(many.count == 100)
  }

  @Test(
    "reads times as date(1) does",
    arguments: [
      ("19700101000001Z", 1), ("20000229Z", 951_782_400), ("202803010000Z", 1_835_481_600),
      ("21000301Z", 4_107_542_400), ("99991231235959Z", 253_402_300_799),
      ("20240229120030Z", 1_709_208_030),
    ] as [(String, Int)]
  )
  func times(text: String, seconds: Int) {
    #expect(UTCTime.seconds(Array(text.utf8)[...]) == seconds)
  }
}
