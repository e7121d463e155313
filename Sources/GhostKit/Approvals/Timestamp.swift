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
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
      let day = CalendarDate(bytes[..<10])?.daysSince1970, day >= 0,
      let hour = Byte.number(bytes[11..<13]), hour < 24,
      let minute = Byte.number(bytes[14..<16]), minute < 60,
      let second = Byte.number(bytes[17..<19]), second < 60
    else { return nil }
    self.init(seconds: day * 86_400 + hour * 3600 + minute * 60 + second)
  }

  /// The moment as text.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(20)
    day.write(to: &text)
    let time = seconds % 86_400
    text.append(UInt8(ascii: "T"))
    text.append(digitsOf: time / 3600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(digitsOf: time / 60 % 60, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(digitsOf: time % 60, width: 2)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// The day in UTC.
  public var day: CalendarDate { CalendarDate(daysSince1970: seconds / 86_400) ?? .first }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// 9999-12-31T23:59:59Z.
  private static let last = 253_402_300_799
}
