import Foundation
import GhostKit
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "days that the calendar has",
    arguments: ["2026-12-04", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01"]
  )
  func days(text: String) throws {
    #expect(try #require(CalendarDate(text)).description == text)
  }

  @Test(
    "days that it has not",
    arguments: [
      "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-01", "2026-13-01",
      "2026-01-00", "2026-01-32", "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "",
      "2026-01-01 ", " 2026-01-1", "-026-01-01", "２０２６-01-01", "2026-01-011",
    ]
  )
  func noDays(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("numbers and weekdays are Foundation's, over ten thousand years")
  func foundation() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var random = SeededRandom(seed: 4)
    // Before 1582 Foundation's calendar is Julian.
    for _ in 0..<3000 {
      let days = Int.random(in: -140_000...2_932_896, using: &random)
      let date = try #require(CalendarDate(daysSince1970: days))
      let foundation = Date(timeIntervalSince1970: Double(days) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: foundation)
      #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
      #expect(date.daysSince1970 == days)
      let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
      #expect(date.spoken.hasPrefix(weekdays[try #require(parts.weekday) - 1] + " "))
    }
  }

  @Test("the first and the last day, and none beyond")
  func bounds() {
    #expect(CalendarDate(daysSince1970: -719_162)?.description == "0001-01-01")
    #expect(CalendarDate(daysSince1970: 2_932_896)?.description == "9999-12-31")
    for days in [-719_163, 2_932_897, Int.min, Int.max] {
      #expect(CalendarDate(daysSince1970: days) == nil)
    }
  }

  @Test("a due date as a person says it")
  func spoken() {
    #expect(CalendarDate("2026-12-04")?.spoken == "Friday 4 December")
    #expect(CalendarDate("2024-02-29")?.spoken == "Thursday 29 February")
  }

  @Test("differences and order")
  func difference() throws {
    let first = try #require(CalendarDate("2026-02-27"))
    let second = try #require(CalendarDate("2026-03-02"))
    #expect(first.days(until: second) == 3)
    #expect(second.days(until: first) == -3)
    #expect(first < second)
  }

  @Test(
    "today is the local calendar's day",
    arguments: [
      (0, 0, "1970-01-01"), (-1, 0, "1969-12-31"), (86_399, 1, "1970-01-02"),
      (1_796_400_000, -12 * 3600, "2026-12-04"), (1_796_400_000, 14 * 3600, "2026-12-05"),
      (Int.max, 3600, "1970-01-01"),
    ]
  )
  func today(seconds: Int, east: Int, day: String) {
    #expect(Clock.fixed(seconds, secondsEast: east).today.description == day)
  }

  @Test("the machine's clock agrees with Foundation's")
  func system() {
    // Unless midnight passes between the two.
    let before = Date.now
    let today = Clock.system.today.description
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    #expect([before, Date.now].map(formatter.string).contains(today))
  }
}
