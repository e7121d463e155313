internal import Liquid

/// What time it is and which day, handed in so that a test can set both.
public struct Clock: Sendable {
  /// The template engine's view of the same clock.
  let liquid: Liquid.Clock

  /// The machine's clock, in the zone it is set to.
  public static let system = Clock(liquid: .system)

  /// Returns a clock that stands still at so many seconds since 1970, in a zone east of Greenwich.
  public static func fixed(_ seconds: Int, secondsEast: Int = 0) -> Clock {
    Clock(
      liquid: Liquid.Clock(
        now: { Liquid.Clock.Instant(seconds: Int64(seconds)) },
        zone: { _ in Liquid.Clock.Zone(offset: secondsEast, name: "") }
      )
    )
  }

  /// The present, in UTC.
  public var now: Timestamp { Timestamp(seconds: Int(clamping: liquid.now().seconds)) }

  /// The day that the local calendar shows.
  public var today: CalendarDate { day(at: liquid.now().seconds) }

  /// Returns the day that the local calendar showed at a moment, in seconds since 1970.
  func day(at seconds: Int64) -> CalendarDate {
    let offset = Int64(liquid.zone(seconds).offset)
    let (local, _) = seconds.addingReportingOverflow(offset)
    let days = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    return CalendarDate(daysSince1970: Int(clamping: days)) ?? .first
  }
}
