import Foundation
import SSHSig
import TestSupport
import Testing

@testable import GhostKit

/// The vectors were computed by `Peers/content_digest.py`, which was written from the specification.
@Suite struct ContentVectorTests {
  private struct Vectors: Decodable {
    struct Draft: Decodable {
      let name: String
      let workspace: String
      let slug: String
      let draft: Data
      let text: String
      let content: String
    }
    struct Pair: Decodable {
      let name: String
      let old: String
      let new: String
      let verdict: String
    }
    let drafts: [Draft]
    let pairs: [Pair]
  }

  private func vectors() throws -> Vectors {
    let file = ProjectFolder.tests.appending(path: "GhostKitTests/Vectors/content-v1.json")
    return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
  }

  private func digest(
    _ draft: [UInt8],
    _ workspace: String,
    _ slug: String,
    _ libcrypto: Libcrypto
  ) throws -> ContentDigest {
    try ContentDigest(
      of: draft,
      workspace: try #require(Slug(workspace)),
      slug: try #require(Slug(slug)),
      libcrypto
    )
  }

  @Test("every vector has its digests")
  func digests() throws {
    let libcrypto = try Libcrypto()
    let drafts = try vectors().drafts
    #expect(drafts.count >= 40)
    for vector in drafts {
      let digest = try digest(Array(vector.draft), vector.workspace, vector.slug, libcrypto)
      #expect(digest.text == vector.text, "\(vector.name)")
      #expect(digest.content == vector.content, "\(vector.name)")
    }
  }

  @Test("every pair of vectors has its verdict, both ways")
  func verdicts() throws {
    let libcrypto = try Libcrypto()
    let vectors = try vectors()
    let byName = Dictionary(uniqueKeysWithValues: vectors.drafts.map { ($0.name, $0) })
    for pair in vectors.pairs {
      let (old, new) = (try #require(byName[pair.old]), try #require(byName[pair.new]))
      for (one, other) in [(old, new), (new, old)] {
        var record = ApprovalRecord.example
        (record.text, record.content) = (one.text, one.content)
        let verdict = try ContentVerdict(
          of: record,
          draft: Array(other.draft),
          workspace: try #require(Slug(other.workspace)),
          slug: try #require(Slug(other.slug)),
          assets: [],
          libcrypto
        )
        let expected: ContentVerdict =
          switch pair.verdict {
          case "approved": .approved
          case "rewrapped": .rewrapped
          default: .changed(.text)
          }
        #expect(verdict == expected, "\(pair.name)")
      }
    }
  }

  @Test(
    "another implementation agrees on 2,000 drafts",
    .enabled(if: Program(named: "python3") != nil, "python3 is not installed")
  )
  func peer() throws {
    var random = SeededRandom(seed: 11)
    let libcrypto = try Libcrypto()
    let drafts = (0..<2000).map { index in
      index.isMultiple(of: 2)
        ? Array(RandomDraft(&random).text.utf8) : Self.spoiled(&random)
    }
    let lines = drafts.map { draft in
      let base64 = Data(draft).base64EncodedString()
      return "{\"draft\":\"\(base64)\",\"workspace\":\"acme-blog\",\"slug\":\"cfo-pricing\"}\n"
    }
    let script = ProjectFolder.tests.appending(path: "GhostKitTests/Peers/content_digest.py").path
    let outcome = try #require(Program(named: "python3")).run([script], input: lines.joined())
    let answers = outcome.output.split(separator: "\n")
    try #require(answers.count == drafts.count, "\(outcome.error)")
    for (draft, answer) in zip(drafts, answers) {
      let mine = try digest(draft, "acme-blog", "cfo-pricing", libcrypto)
      let expected = "{\"text\": \"\(mine.text)\", \"content\": \"\(mine.content)\"}"
      #expect(answer == expected, "\(String(decoding: draft, as: UTF8.self).debugDescription)")
    }
  }

  /// A draft with bytes in it that the specification speaks of, in random places.
  private static func spoiled(_ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array(RandomDraft(&random, kinds: RandomDraft.beside).text.utf8)
    let pieces = [
      "\r", "\r\n", "\r\r\n", "\n", "\n\n", " ", "  ", "\t", "---", "\n---\n", "{{", "{%", "{", "`",
      "~",
      "<", ":", "\\", "|", "[^", "]:", "$$", "$", ":::", "~~~", "12.", "1) ", "9.\n",
      "due: 2026-01-01\n",
      "asked: 2026-01-01\n", "\u{FEFF}", "*", "_", "\"", "'", "(", "[", "\0",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let piece = pieces.randomElement(using: &random) ?? ""
      bytes.insert(contentsOf: piece.utf8, at: Int.random(in: 0...bytes.count, using: &random))
    }
    if Int.random(in: 0..<9, using: &random) == 0 {
      bytes.insert(0xFF, at: Int.random(in: 0...bytes.count, using: &random))
    }
    return bytes
  }
}

extension ApprovalRecord {
  /// A record of which a test replaces what matters to it.
  static let example = ApprovalRecord(
    workspace: "acme-blog",
    draft: "cfo-pricing",
    role: "cfo",
    number: 1,
    previous: nil,
    signer: "dana@acme.example",
    name: "Dana Reyes",
    meaning: .approves,
    method: .key,
    witness: nil,
    said: nil,
    evidence: nil,
    text: String(repeating: "0", count: 64),
    content: String(repeating: "0", count: 64),
    assets: [],
    signedAt: Timestamp(seconds: 1_795_000_000),
    note: nil
  )
}
