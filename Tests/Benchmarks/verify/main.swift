import Diagnostics
import Foundation
import SSHSig

/// 10,000 approvals by one person: read the armor, ask the signers, verify.
@main struct Benchmark {
  static func main() throws {
    let words = CommandLine.arguments
    func load(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: words[1]).appending(path: name)))
    }
    let armor = try load("signature")
    let message = try load("message")
    let threads = Int(words[2]) ?? 1
    let line = try Signature(armored: armor).key.text
    let source = SourceText(path: "", text: "dana namespaces=\"ghost-approval\" \(line)\n")
    var log = DiagnosticLog()
    guard let signers = AllowedSigners(parsing: source, log: &log) else { exit(1) }
    let verifier = Verifier(try Libcrypto())
    let start = clock()
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      for _ in 0..<10_000 / threads {
        guard let signature = try? Signature(armored: armor),
          case .granted(let signer) = signers.standing(
            of: signature.key,
            as: "dana",
            in: "ghost-approval",
            at: 1_800_000_000
          ),
          (try? verifier.verify(signature, of: message, in: "ghost-approval", by: signer.key))
            != nil
        else { exit(1) }
      }
    }
    print(Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
}
