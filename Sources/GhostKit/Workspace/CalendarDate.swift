public import YAML

/// A day of the Gregorian calendar, written as `2026-12-04`.
///
/// It has no hour and no zone: a due date is the same day for everybody. Source: RFC 3339,
/// `full-date`, for the years 1 to 9999.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Takes a day that the calendar has; anything else is `nil`.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the one spelling; anything else is `nil`.
  public init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// Reads the same from its bytes.
  init?(_ text: ArraySlice<UInt8>) {
    let start = text.startIndex
    guard text.count == 10, text[start + 4] == Byte.hyphen, text[start + 7] == Byte.hyphen,
      let year = Byte.number(text[start..<start + 4]),
      let month = Byte.number(text[(start + 5)..<(start + 7)]),
      let day = Byte.number(text[(start + 8)...])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Takes the number of days since 1970-01-01; a day outside the years 1 to 9999 is `nil`.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The number of days since 1970-01-01.
  ///
  /// Source: as above, days_from_civil.
  public var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day as text, `2026-12-04`.
  public var description: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds the day as text.
  func write(to text: inout [UInt8]) {
    text.append(digitsOf: year, width: 4)
    text.append(Byte.hyphen)
    text.append(digitsOf: month, width: 2)
    text.append(Byte.hyphen)
    text.append(digitsOf: day, width: 2)
  }

  /// The day as a person says it, `Friday 4 December`.
  public var spoken: String { "\(Self.weekdays[weekday]) \(dayAndMonth)" }

  /// The day without its weekday, `4 December`.
  public var dayAndMonth: String { "\(day) \(Self.months[month - 1])" }

  /// The day as a table has room for it, `Fri 4 Dec`.
  public var short: String {
    "\(Self.weekdays[weekday].prefix(3)) \(day) \(Self.months[month - 1].prefix(3))"
  }

  /// The Monday of the same week.
  public var monday: CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 - weekday) ?? self
  }

  /// From 0 for Monday; 1970-01-01 was a Thursday.
  private var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

  /// Returns how many days it is from this day to another; negative if that one was before.
  public func days(until other: CalendarDate) -> Int { other.daysSince1970 - daysSince1970 }

  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day on which computers begin to count.
  static let first = CalendarDate(validYear: 1970, month: 1, day: 1)

  private init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: YAMLValue {
  /// Reads a day, or says how one is written.
  public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> CalendarDate? {
    decoder.text(node, "a day, such as 2026-12-04") { CalendarDate($0) }
  }
}
