/// A moment in whole seconds since 1970, written as `2026-11-23T17:40:00Z`.
///
/// Source: RFC 3339, restricted to UTC, whole seconds and the years 1970 to 9999.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let seconds: Int

  /// Takes seconds since 1970.
  public init(seconds: Int) { self.seconds = min(max(seconds, 0), Self.last) }

  /// Reads the one spelling; anything else is `nil`.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == pattern.count else { return nil }
    for (byte, form) in zip(bytes, pattern) {
      guard form == UInt8(ascii: "0") ? Byte.isDigit(byte) : byte == form else { return nil }
    }
    let number = { (range: Range<Int>) in
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard let day = CalendarDate(String(text.prefix(10)))?.daysSince1970, day >= 0,
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(seconds: day * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// The moment as text.
  public var description: String {
    let time = seconds % 86_400
    let parts = [time / 3600, time / 60 % 60, time % 60].map { CalendarDate.digits($0, width: 2) }
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }

  /// The day in UTC.
  public var day: CalendarDate { CalendarDate(daysSince1970: seconds / 86_400) ?? .first }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// 9999-12-31T23:59:59Z.
  private static let last = 253_402_300_799
}
