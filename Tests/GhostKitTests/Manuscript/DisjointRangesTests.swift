import TestSupport
import Testing

@testable import GhostKit

@Suite struct DisjointRangesTests {
  @Test("a part touches what one of the parts touches", arguments: 0..<50)
  func overlaps(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let parts = (0..<8).map { _ in
      let start = Int.random(in: 0..<40, using: &random)
      return start..<start + Int.random(in: 0..<6, using: &random)
    }
    let ranges = DisjointRanges(parts)
    for start in 0..<46 {
      for end in start..<46 {
        #expect(ranges.overlaps(start..<end) == parts.contains { $0.overlaps(start..<end) })
      }
      #expect(ranges.contains(start) == parts.contains { $0.contains(start) })
    }
  }

  @Test("none touch nothing")
  func none() {
    #expect(DisjointRanges([]).isEmpty)
    #expect(DisjointRanges([3..<3]).isEmpty)
    #expect(!DisjointRanges([]).contains(0))
  }
}
