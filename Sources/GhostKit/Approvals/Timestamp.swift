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
    let year = number(0..<4)
    let days = Self.days(year: year, month: number(5..<7), day: number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second)
    // A day that no calendar has comes back as another one.
    guard description == text else { return nil }
  }

  /// The moment as text.
  public var description: String {
    let (year, month, day) = Self.date(days: seconds / 86_400)
    let time = seconds % 86_400
    let parts = [
      (year, 4), (month, 2), (day, 2), (time / 3600, 2), (time / 60 % 60, 2), (time % 60, 2),
    ]
    let texts = parts.map { value, width in
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return texts[..<3].joined(separator: "-") + "T" + texts[3...].joined(separator: ":") + "Z"
  }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// 9999-12-31T23:59:59Z.
  private static let last = 253_402_300_799

  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Source: as above, civil_from_days, for days from 1970 on.
  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
