import Foundation
import TestSupport
import Testing

@testable import SSHSig

/// ghost and `ssh-keygen -Y verify` side by side: ghost never accepts what OpenSSH refuses.
///
/// `GHOST_DIFFERENTIAL=full` asks every question; otherwise every hundredth is asked.
@Suite(.serialized, .enabled(if: OpenSSHPeer.isInstalled, "ssh-keygen is not installed"))
struct DifferentialTests {
  private static let isFull =
    ProcessInfo.processInfo.environment["GHOST_DIFFERENTIAL"] == "full"
  private static let dana = "dana.reyes@meridian.example"
  /// 2026-01-01 and 2026-12-31, 00:00 UTC.
  private static let start: Int = 1_767_225_600
  private static let end: Int = 1_798_675_200

  private static let vectors = SignatureVector.all.filter {
    $0["expect"] == "valid" || $0["expect"] == "sshsig.wrong-namespace"
  }

  @Test("every kind of key × hash × purpose × option × time × principal")
  func grid() throws {
    let options = [
      "", #"namespaces="ghost-approval" "#, #"namespaces="git,ghost-approval" "#,
      #"namespaces="ghost-witness" "#, #"NAMESPACES="ghost-approval" "#,
      #"valid-after="20260101Z" "#, #"valid-before="20261231000000Z" "#,
      #"Valid-After="202601010000Z",valid-before="20261231Z" "#,
      #"namespaces="ghost-approval",valid-before="20261231Z" "#,
      "cert-authority ", #"namespaces="ghost-*" "#, #"namespaces="*,!git" "#,
      #"valid-after="20260101" "#, #"valid-after="20261231Z",valid-before="20260101Z" "#,
      #"witness="yes" "#, #"namespaces="git",namespaces="ghost-approval" "#,
      "namespaces=ghost-approval ",
    ]
    let principals = [
      Self.dana, "\"\(Self.dana)\"", "sam@meridian.example", Self.dana.uppercased(), "*",
      "*@meridian.example", "!sam@meridian.example,\(Self.dana)", "sam@m,\(Self.dana)",
    ]
    let times = [Self.start - 1, Self.start, (Self.start + Self.end) / 2, Self.end, Self.end + 1]
    var cases: [VerificationCase] = []
    for vector in Self.vectors
    where vector.name.contains(".sha") || vector.name.contains(".other-n") {
      for option in options {
        for principal in principals {
          for time in times {
            for namespace in ["ghost-approval", "git"] {
              cases.append(
                VerificationCase(
                  label: "\(vector.name) \(option)\(principal) \(time) \(namespace)",
                  principal: Self.dana,
                  namespace: namespace,
                  time: time,
                  signers: Array("\(principal) \(option)\(vector["signer"])\n".utf8),
                  signature: vector.signature,
                  message: vector.message
                )
              )
            }
          }
        }
      }
    }
    #expect(cases.count == 27 * 17 * 8 * 5 * 2)
    try compare(Self.isFull ? cases : Self.sample(of: cases, seed: 1))
  }

  @Test("mutated signatures")
  func signatures() throws {
    try compare(
      mutants(count: 4_000, seed: 2) { one, random in
        if Bool.random(using: &random) {
          one.signature = Mutation.random(of: one.signature, &random)
        } else if let armor = try? Armor(parsing: one.signature) {
          one.signature = Self.armored(Mutation.random(of: armor.blob, &random))
        }
      }
    )
  }

  @Test("signatures with exchanged, padded and overwritten fields")
  func fields() throws {
    let blobs = Self.vectors.compactMap { try? Armor(parsing: $0.signature).blob }
    try compare(
      mutants(count: 4_000, seed: 6) { one, random in
        guard let blob = try? Armor(parsing: one.signature).blob,
          let other = blobs.randomElement(using: &random)
        else { return }
        one.signature = Self.armored(SignatureMutation.random(of: blob, beside: other, &random))
      }
    )
  }

  @Test("mutated messages")
  func messages() throws {
    try compare(
      mutants(count: 1_000, seed: 3) { one, random in
        one.message = Mutation.random(of: one.message, &random)
      }
    )
  }

  @Test("mutated files of signers")
  func signers() throws {
    try compare(
      mutants(count: 5_000, seed: 4) { one, random in
        one.signers = SignersMutation.random(of: one.signers, &random)
      }
    )
  }

  /// Questions that both would answer with yes, each changed a little.
  private func mutants(
    count: Int,
    seed: UInt64,
    _ change: (inout VerificationCase, inout SeededRandom) -> Void
  ) -> [VerificationCase] {
    var random = SeededRandom(seed: seed)
    let valid = Self.vectors.filter { $0["expect"] == "valid" }
    return (0..<(Self.isFull ? count : count / 100)).compactMap { number in
      guard let vector = valid.randomElement(using: &random),
        let other = Self.vectors.filter({ $0["signer"] != vector["signer"] })
          .randomElement(using: &random)
      else { return nil }
      let window = #"valid-after="20260101Z",valid-before="202612310000Z""#
      let signers = """
        # people
        sam@meridian.example namespaces="git" \(other["signer"]) Sam
        \(Self.dana) namespaces="git,\(vector["namespace"])",\(window) \(vector["signer"]) Dana

        """
      var one = VerificationCase(
        label: "mutant \(number) of \(vector.name), seed \(seed)",
        principal: Self.dana,
        namespace: vector["namespace"],
        time: Self.start + Int.random(in: 0...3, using: &random) * 86_400,
        signers: Array(signers.utf8),
        signature: vector.signature,
        message: vector.message
      )
      change(&one, &random)
      return one
    }
  }

  private func compare(_ cases: [VerificationCase]) throws {
    var stricter: [String: Int] = [:]
    var accepted = 0
    for start in stride(from: 0, to: cases.count, by: 2_000) {
      let batch = Array(cases[start..<min(start + 2_000, cases.count)])
      for (one, isAccepted) in zip(batch, try OpenSSHPeer.verdicts(on: batch)) {
        let refusal = try one.refusal()
        if refusal == nil {
          accepted += 1
          #expect(isAccepted, "ghost accepts what OpenSSH refuses: \(one)")
        } else if let refusal, isAccepted {
          stricter["\(refusal)", default: 0] += 1
          #expect(Strictness.reasons["\(refusal)"] != nil, "\(refusal) has no reason: \(one)")
        }
      }
    }
    guard Self.isFull else { return }
    print("\(cases.count) questions, both accept \(accepted); ghost alone refuses:")
    for (refusal, count) in stricter.sorted(by: { $0.key < $1.key }) {
      print("  \(count) × \(refusal): \(Strictness.reasons[refusal] ?? "?")")
    }
  }

  private static func sample(of cases: [VerificationCase], seed: UInt64) -> [VerificationCase] {
    var random = SeededRandom(seed: seed)
    return Array(cases.shuffled(using: &random).prefix(cases.count / 100))
  }

  private static func armored(_ blob: [UInt8]) -> [UInt8] {
    let text = base64(blob)
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(70))
      rest = rest.dropFirst(70)
    }
    let body = lines.joined(separator: "\n")
    return Array("\(Armor.firstLine)\n\(body)\n-----END SSH SIGNATURE-----\n".utf8)
  }
}
