import Diagnostics
import Foundation
import SSHSig
import TestSupport
import Testing

@testable import GhostKit

/// Approvals and signer files, changed in 6,000 ways: ghost accepts nothing that OpenSSH refuses.
///
/// `GHOST_DIFFERENTIAL=full` tries them all; otherwise a tenth of them is tried.
@Suite(.enabled(if: Program(named: "ssh-keygen") != nil, "ssh-keygen is not installed"))
struct RecordMutationTests {
  private static let principal = "dana@acme.example"

  private struct Original {
    let approval: [UInt8]
    let other: [UInt8]
    let signers: [UInt8]
  }

  private func sign(_ record: ApprovalRecord, with key: String) throws -> [UInt8] {
    let keygen = try #require(Program(named: "ssh-keygen"))
    let message = String(decoding: record.encoded(), as: UTF8.self)
    let outcome = try keygen.run(
      ["-Y", "sign", "-q", "-n", "ghost-approval", "-f", key],
      input: message
    )
    return Array((message + outcome.output).utf8)
  }

  private func original(in folder: TemporaryFolder, kind: String) throws -> Original {
    let keygen = try #require(Program(named: "ssh-keygen"))
    var signers = ""
    for (name, principal) in [("dana", Self.principal), ("sam", "sam@acme.example")] {
      try keygen.run(["-q", "-t", kind, "-N", "", "-C", name, "-f", folder.path + "/" + name])
      let key = try folder.read(name + ".pub")
      signers += "\(principal) namespaces=\"ghost-approval\" \(key)"
    }
    var record = ApprovalRecord.example
    record.assets = [.init(path: "Drafts/media/a b.png", sha256: String(repeating: "a", count: 64))]
    record.note = "Ship it."
    let approval = try sign(record, with: folder.path + "/dana")
    record.signer = "sam@acme.example"
    let other = try sign(record, with: folder.path + "/sam")
    return Original(approval: approval, other: other, signers: Array(signers.utf8))
  }

  /// Judges as the gate does, but for what the policy says.
  private func accepts(_ approval: [UInt8], _ signers: [UInt8], _ verifier: Verifier) -> Bool {
    var log = DiagnosticLog()
    let source = SourceText(path: "allowed_signers", bytes: signers)
    guard let signers = AllowedSigners(parsing: source, log: &log),
      let file = try? ApprovalFile(parsing: SourceText(path: "a", bytes: approval)),
      let signature = try? Signature(armored: file.armor)
    else { return false }
    let namespace = file.record.method.namespace
    do throws(Diagnostic) {
      try verifier.verify(signature, of: file.signed, in: namespace, by: signature.key)
    } catch {
      return false
    }
    let standing = signers.standing(
      of: signature.key,
      as: file.record.signer,
      in: namespace,
      at: 1_795_000_000
    )
    if case .granted = standing { return true }
    return false
  }

  /// Asks OpenSSH about a file in its LF form, cut as the documentation's line cuts it.
  private func opensshAccepts(
    _ approval: [UInt8],
    _ signers: [UInt8],
    in folder: TemporaryFolder
  ) throws -> Bool {
    let file = try ApprovalFile(parsing: SourceText(path: "a", bytes: approval))
    try folder.write(Data(file.signed + file.armor), to: "approval")
    try folder.write(Data(signers), to: "signers")
    let script = """
      sed -n '/^-----BEGIN/,$p' approval > sig
      sed '/^-----BEGIN/,$d' approval | ssh-keygen -Y verify -f signers -I "$1" \
      -n ghost-approval -s sig -O verify-time=20261118110640Z
      """
    return try Program(path: "/bin/sh")
      .run(["-c", script, "sh", file.record.signer], in: folder.path).status == 0
  }

  @Test("ghost accepts no mutated approval that OpenSSH refuses", arguments: ["ed25519", "ecdsa"])
  func mutations(kind: String) throws {
    let folder = try TemporaryFolder()
    let original = try original(in: folder, kind: kind)
    let verifier = Verifier(try Libcrypto())
    try #require(accepts(original.approval, original.signers, verifier))
    try #require(try opensshAccepts(original.approval, original.signers, in: folder))
    var random = SeededRandom(seed: 31)
    var accepted = 0
    let isFull = ProcessInfo.processInfo.environment["GHOST_DIFFERENTIAL"] == "full"
    for round in 0..<(isFull ? 3000 : 300) {
      var (approval, signers) = (original.approval, original.signers)
      if round.isMultiple(of: 3) {
        signers = Self.mutated(signers, beside: original.approval, &random)
      } else {
        approval = Self.mutated(approval, beside: original.other, &random)
      }
      guard accepts(approval, signers, verifier) else { continue }
      accepted += 1
      let isAccepted = try opensshAccepts(approval, signers, in: folder)
      #expect(isAccepted, "\(String(decoding: approval + signers, as: UTF8.self))")
      if approval != original.approval {
        // Line ends are all that may differ from what was signed.
        let lines = approval.filter { $0 != UInt8(ascii: "\r") }
        #expect(lines == original.approval || lines == original.other)
      }
    }
    #expect(accepted > 0, "no mutation at all was harmless, so nothing was compared")
  }

  /// Changes bytes, words, lines, or puts in parts of another file.
  private static func mutated(
    _ bytes: [UInt8],
    beside other: [UInt8],
    _ random: inout SeededRandom
  ) -> [UInt8] {
    var result = bytes
    let place = Int.random(in: 0..<result.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: result[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 1: result.remove(at: place)
    case 2:
      let pieces = [" ", "\n", "\r", "\t", "\0", "#", "\"", ",", "=", "-", "é", "\u{200B}", "0"]
      result.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
    case 3: result = mutatedLines(result, beside: other, &random)
    case 4: result = mutatedLines(result, beside: result, &random)
    case 5:
      result = result.split(separator: 10, omittingEmptySubsequences: false).flatMap {
        $0 + [13, 10]
      }.dropLast(2)
    case 6: result += other
    case 7: result = Array(result[..<place]) + other.suffix(Int.random(in: 0..<300, using: &random))
    default:
      let digits = result.indices.filter { (0x30...0x39).contains(result[$0]) }
      if let digit = digits.randomElement(using: &random) {
        result[digit] = 0x30 + UInt8.random(in: 0...9, using: &random)
      }
    }
    return result
  }

  private static func mutatedLines(
    _ bytes: [UInt8],
    beside other: [UInt8],
    _ random: inout SeededRandom
  ) -> [UInt8] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let others = other.split(separator: 10, omittingEmptySubsequences: false)
    let index = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.remove(at: index)
    case 1: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
    case 2: lines.insert(others.randomElement(using: &random) ?? [], at: index)
    default: lines[index] = others.randomElement(using: &random) ?? []
    }
    return Array(lines.joined(separator: [10]))
  }
}
