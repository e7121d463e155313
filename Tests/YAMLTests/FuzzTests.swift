import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

/// Spoils real documents at random: whatever comes of it is a tree or a finding, never a crash.
@Suite struct FuzzTests {
  private static let marks: [[UInt8]] =
    [
      "\t", ": ", "- ", "&a ", "*a", "{", "}", "[", "]", "\"", "'", "|\n", "\n", "\r", "#", "<<: ",
      "é", "\u{FEFF}", "!!x ", "---\n",
    ]
    .map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xF0, 0x9F]]

  private static func spoiled(_ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array((YAMLCorpus.documents.randomElement(using: &random) ?? "").utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: 0)
      case 2:
        if place < bytes.count { bytes[place] = UInt8.random(in: .min ... .max, using: &random) }
      default: bytes.insert(contentsOf: marks.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  /// Checks what must hold of every tree: places lie in the text and inside their parents.
  private static func check(_ node: YAMLNode, within range: Range<Int>, depth: Int = 1) {
    #expect(range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound)
    #expect(depth <= 100)
    for item in node.items ?? [] { check(item, within: range, depth: depth + 1) }
    for entry in node.entries ?? [] { check(entry.value, within: range, depth: depth + 1) }
    let keys = (node.entries ?? []).map(\.key)
    #expect(Set(keys).count == keys.count)
  }

  @Test("spoiled documents; GHOST_FUZZ_SECONDS makes it longer")
  func spoil() {
    let seconds = ProcessInfo.processInfo.environment["GHOST_FUZZ_SECONDS"].flatMap(Double.init)
    let end = ContinuousClock.now + .seconds(seconds ?? 0)
    var random = SeededRandom(seed: seconds == nil ? 7 : UInt64.random(in: .min ... .max))
    var rounds = 0
    while rounds < 3000 || ContinuousClock.now < end {
      rounds += 1
      let bytes = Self.spoiled(&random)
      let source = SourceText(path: "t.yml", bytes: bytes)
      let start = Int.random(in: 0...3, using: &random)
      let range = min(start, bytes.count)..<bytes.count
      var log = DiagnosticLog()
      let node = YAMLParser.parse(source, range: range, log: &log)
      if let node {
        Self.check(node, within: range)
      } else {
        #expect(log.hasErrors)
      }
      #expect(log.diagnostics.allSatisfy { $0.location != nil })
    }
  }
}
