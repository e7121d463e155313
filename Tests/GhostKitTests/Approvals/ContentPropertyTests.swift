import Foundation
import SSHSig
import TestSupport
import Testing

@testable import GhostKit

/// `GHOST_DIFFERENTIAL=full` tries the numbers in the names; otherwise a tenth of them is tried.
@Suite struct ContentPropertyTests {
  private static let isFull =
    ProcessInfo.processInfo.environment["GHOST_DIFFERENTIAL"] == "full"

  private static func share(of count: Int) -> Int { isFull ? count : count / 10 }

  private static let workspace = Slug("acme-blog")
  private static let slug = Slug("cfo-pricing")

  /// Judges a new text by a record of the old one.
  private func verdict(
    _ old: [UInt8],
    _ new: [UInt8],
    assets: (old: [ApprovalRecord.FileDigest], new: [ApprovalRecord.FileDigest]) = ([], []),
    _ libcrypto: Libcrypto
  ) throws -> ContentVerdict {
    let (workspace, slug) = (try #require(Self.workspace), try #require(Self.slug))
    let digest = try ContentDigest(of: old, workspace: workspace, slug: slug, libcrypto)
    var record = ApprovalRecord.example
    (record.text, record.content, record.assets) = (digest.text, digest.content, assets.old)
    return try ContentVerdict(
      of: record,
      draft: new,
      workspace: workspace,
      slug: slug,
      assets: assets.new,
      libcrypto
    )
  }

  @Test("20,000 changes of what a reader sees or could see are all changes")
  func mutations() throws {
    var random = SeededRandom(seed: 12)
    let libcrypto = try Libcrypto()
    var applied: [String: Int] = [:]
    var count = 0
    while count < Self.share(of: 20_000) {
      let kinds = Bool.random(using: &random) ? RandomDraft.beside : RandomDraft.Part.Kind.allCases
      let draft = RandomDraft(&random, kinds: kinds)
      for _ in 0..<8 {
        var changed = draft
        let mutation = try #require(DraftMutation.all.randomElement(using: &random))
        guard mutation.apply(&changed, &random) else { continue }
        let found = try verdict(Array(draft.text.utf8), Array(changed.text.utf8), libcrypto)
        #expect(found == .changed(.text), "\(mutation.name):\n\(draft.text)\n====\n\(changed.text)")
        applied[mutation.name, default: 0] += 1
        count += 1
      }
    }
    for mutation in DraftMutation.all {
      #expect(
        applied[mutation.name, default: 0] >= Self.share(of: 50),
        "\(mutation.name) was hardly tried"
      )
    }
  }

  @Test("another file under the same name is a change, and so is a file more or less")
  func assets() throws {
    let libcrypto = try Libcrypto()
    let text = Array("![a](media/a.png) and words".utf8)
    let one = ApprovalRecord.FileDigest(path: "a", sha256: String(repeating: "1", count: 64))
    let other = ApprovalRecord.FileDigest(path: "a", sha256: String(repeating: "2", count: 64))
    let more = ApprovalRecord.FileDigest(path: "b", sha256: String(repeating: "1", count: 64))
    let asked: [([ApprovalRecord.FileDigest], ContentVerdict)] = [
      ([other], .changed(.asset("a"))), ([], .changed(.asset("a"))),
      ([one, more], .changed(.unrecordedAsset("b"))),
      ([one, other], .changed(.unrecordedAsset("a"))),
    ]
    let prose = Array("words and words".utf8)
    let loose = Array("words\nand words".utf8)
    for (assets, expected) in asked {
      #expect(try verdict(text, text, assets: ([one], assets), libcrypto) == expected)
      #expect(try verdict(prose, loose, assets: ([one], assets), libcrypto) == expected)
    }
    #expect(try verdict(text, text, assets: ([one], [one]), libcrypto) == .approved)
    #expect(try verdict(prose, loose, assets: ([one], [one]), libcrypto) == .rewrapped)
  }

  @Test("5,000 re-wraps, other line ends and dates are no change, and every page stays the same")
  func rewraps() throws {
    var random = SeededRandom(seed: 13)
    let libcrypto = try Libcrypto()
    var pairs: [RenderingPeer.Pair] = []
    for _ in 0..<Self.share(of: 5000) {
      let draft = RandomDraft(&random, kinds: RandomDraft.beside)
      let changed = Self.rewrapped(draft, &random)
      let (old, new) = (Array(draft.text.utf8), Array(changed.utf8))
      let found = try verdict(old, new, libcrypto)
      #expect(found == .approved || found == .rewrapped, "\(draft.text)\n====\n\(changed)")
      if found == .rewrapped { pairs.append(.init(old: old, new: new)) }
    }
    #expect(pairs.count > Self.share(of: 2500))
    try expectAlike(pairs)
  }

  @Test("whatever comes out as re-wrapped, of random pairs too, renders alike everywhere")
  func hostilePairs() throws {
    var random = SeededRandom(seed: 14)
    let libcrypto = try Libcrypto()
    var pairs: [RenderingPeer.Pair] = []
    for _ in 0..<Self.share(of: 30_000) {
      let (old, new) = HostilePair.random(&random)
      if try verdict(old, new, libcrypto) == .rewrapped { pairs.append(.init(old: old, new: new)) }
    }
    #expect(pairs.count > Self.share(of: 1000), "only \(pairs.count) pairs are re-wraps")
    try expectAlike(pairs)
  }

  private func expectAlike(_ pairs: [RenderingPeer.Pair]) throws {
    guard RenderingPeer.isInstalled else { return }
    for (pair, answer) in zip(pairs, try RenderingPeer.answers(to: pairs)) where answer != "alike" {
      Issue.record("\(answer) tells them apart:\n\(pair)")
    }
  }

  /// Wraps every paragraph of prose anew, and changes line ends, mark and dates at random.
  private static func rewrapped(_ draft: RandomDraft, _ random: inout SeededRandom) -> String {
    var changed = draft
    for index in changed.parts.indices where changed.parts[index].kind == .prose {
      let words = changed.parts[index].text.split { $0 == " " || $0 == "\n" }.map(String.init)
      changed.parts[index].text = RandomDraft.wrapped(words, &random)
    }
    if Bool.random(using: &random) {
      changed.workflow = ["asked: 2026-11-1\(Int.random(in: 0...9, using: &random))"]
    }
    var text = changed.text
    if Bool.random(using: &random) { text = text.replacing("\n", with: "\r\n") }
    return (Bool.random(using: &random) ? "\u{FEFF}" : "") + text
  }
}
