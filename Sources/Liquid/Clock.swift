#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What time it is and which zone times are written in: handed in, so that tests can set both.
public struct Clock: Sendable {
  /// A point of time: seconds since 1970 in UTC, and nanoseconds after them.
  public struct Instant: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int64
    /// Nanoseconds after the second, 0 to 999,999,999.
    public var nanoseconds: Int32

    /// Makes a point of time.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }
  }

  /// A zone as it is at some point of time.
  public struct Zone: Sendable, Hashable {
    /// Seconds east of Greenwich.
    public var offset: Int
    /// The abbreviation, such as `UTC`.
    public var name: String

    /// Makes a zone.
    public init(offset: Int, name: String) {
      self.offset = offset
      self.name = name
    }

    /// Coordinated universal time.
    public static let utc = Zone(offset: 0, name: "UTC")
  }

  /// Returns the present.
  public let now: @Sendable () -> Instant
  /// Returns the local zone at a point of time, in seconds since 1970.
  public let zone: @Sendable (Int64) -> Zone
  /// Returns nanoseconds that only ever grow, by which a rendering's time is limited.
  public let ticks: @Sendable () -> Int64

  /// Takes the questions' answers; without zones it is UTC, without ticks time stands still.
  public init(
    now: @escaping @Sendable () -> Instant,
    zone: @escaping @Sendable (Int64) -> Zone = { _ in .utc },
    ticks: @escaping @Sendable () -> Int64 = { 0 }
  ) {
    self.now = now
    self.zone = zone
    self.ticks = ticks
  }

  /// Returns a clock that stands still, in UTC.
  public static func fixed(_ seconds: Int64) -> Clock {
    Clock(now: { Instant(seconds: seconds) })
  }

  /// The machine's clock and the zone it is set to.
  public static let system = Clock(
    now: {
      var time = timespec()
      unsafe clock_gettime(CLOCK_REALTIME, &time)
      return Instant(
        seconds: Int64(time.tv_sec),
        nanoseconds: Int32(truncatingIfNeeded: time.tv_nsec)
      )
    },
    zone: { seconds in
      var time = time_t(seconds)
      var parts = unsafe tm()
      guard unsafe localtime_r(&time, &parts) != nil else { return .utc }
      let name = unsafe parts.tm_zone.map { unsafe String(cString: $0) }
      return unsafe Zone(offset: Int(parts.tm_gmtoff), name: name ?? "")
    },
    ticks: {
      var time = timespec()
      unsafe clock_gettime(CLOCK_MONOTONIC, &time)
      return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
  )
}
