import Foundation
import TestSupport
import Testing

@testable import GhostKit

@Suite struct TimestampTests {
  @Test("Foundation writes and reads the same moments")
  func foundation() throws {
    var random = SeededRandom(seed: 7)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2000 {
      let seconds = Int.random(in: 0...253_402_300_799, using: &random)
      let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(Timestamp(seconds: seconds).description == text)
      #expect(Timestamp(text)?.seconds == seconds)
    }
  }

  @Test(
    "there is one spelling",
    arguments: [
      "2026-02-30T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T17:60:00Z",
      "2026-11-23T17:40:60Z",
      "2026-11-23 17:40:00Z", "2026-11-23T17:40:00z", "2026-11-23T17:40:00+00:00",
      "2026-11-23T17:40Z",
      "2026-00-10T00:00:00Z", "2026-13-10T00:00:00Z", "2026-01-00T00:00:00Z",
      "1969-12-31T23:59:59Z",
      "+026-11-23T17:40:00Z", "2026-11-23T17:40:00.0Z", "",
    ]
  )
  func refused(text: String) {
    #expect(Timestamp(text) == nil)
  }
}
