/// A point of time in a zone, in the proleptic Gregorian calendar.
struct Time {
  let seconds: Int64
  let nanosecond: Int
  let zone: Clock.Zone
  let year: Int
  /// 1 to 12.
  let month: Int
  let day: Int
  /// Days since 1970-01-01, and seconds since midnight.
  private let dayNumber: Int
  private let secondOfDay: Int

  /// 0 for Sunday to 6.
  var weekday: Int { Calendar.modulo(dayNumber + 4, 7) }
  /// 1 to 366.
  var yearDay: Int { dayNumber - Calendar.day(ofYear: year, month: 1, day: 1) + 1 }
  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }
  var second: Int { secondOfDay % 60 }

  /// Reads a point of time in a zone; `nil` beyond the years that fit.
  init?(seconds: Int64, nanosecond: Int = 0, zone: Clock.Zone) {
    guard seconds.magnitude < 1 << 60 else { return nil }
    let local = seconds + Int64(zone.offset)
    self.seconds = seconds
    self.nanosecond = nanosecond
    self.zone = zone
    dayNumber = Calendar.floor(Int(local), 86_400)
    secondOfDay = Int(local) - dayNumber * 86_400
    (year, month, day) = Calendar.date(ofDay: dayNumber)
  }

  /// Reads a value as the filter `date` does; `nil` if it is no time.
  ///
  /// It is one if it is whole seconds since 1970, `now`, `today`, or a date in any form that Ruby's
  /// `Time.parse` knows.
  init?(_ value: Value, clock: Clock) {
    switch value {
    case .int(let seconds): self.init(Int64(seconds), clock)
    case .string(let text):
      if let local = DateFields.midnight(iso: text.bytes) {
        let zone = DateFields.zone(ofLocal: local, clock)
        self.init(seconds: local - Int64(zone.offset), zone: zone)
        return
      }
      if let time = DateFields(iso: text.bytes)?.time(clock: clock) {
        self = time
        return
      }
      let bytes = text.bytes.map(LetterCase.lower)
      if bytes == Array("now".utf8) || bytes == Array("today".utf8) {
        let now = clock.now()
        self.init(
          seconds: now.seconds,
          nanosecond: Int(now.nanoseconds),
          zone: clock.zone(now.seconds)
        )
      } else if !bytes.isEmpty, bytes.allSatisfy(\.isDigit) {
        guard let seconds = Int64(String(decoding: bytes, as: UTF8.self)) else { return nil }
        self.init(seconds, clock)
      } else {
        guard let time = DateFields(parsing: bytes)?.time(clock: clock) else { return nil }
        self = time
      }
    default: return nil
    }
  }

  private init?(_ seconds: Int64, _ clock: Clock) {
    self.init(seconds: seconds, zone: clock.zone(seconds))
  }
}

/// Days and dates, by the algorithms of Howard Hinnant's "chrono-Compatible Low-Level Date
/// Algorithms": a year begins in March, so that the leap day is its last.
enum Calendar {
  /// Returns the days from 1970-01-01 to a date; a day beyond its month counts on.
  static func day(ofYear year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = floor(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Returns the date of a day counted from 1970-01-01.
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    let (next, nextYear) = month == 12 ? (1, year + 1) : (month + 1, year)
    return day(ofYear: nextYear, month: next, day: 1) - day(ofYear: year, month: month, day: 1)
  }

  static func daysInYear(_ year: Int) -> Int {
    day(ofYear: year + 1, month: 1, day: 1) - day(ofYear: year, month: 1, day: 1)
  }

  /// Divides downwards.
  static func floor(_ value: Int, _ divisor: Int) -> Int {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  /// The remainder of a division downwards.
  static func modulo(_ value: Int, _ divisor: Int) -> Int {
    value - floor(value, divisor) * divisor
  }
}

extension Time {
  /// The week of the year, counted from the year's first Sunday (0) or Monday (1).
  func week(from first: Int) -> Int { (yearDay + 6 - Calendar.modulo(weekday - first, 7)) / 7 }

  /// The week by ISO 8601, in which week 1 has the year's first Thursday, and the year it is of.
  var isoWeek: (year: Int, week: Int) {
    let week = (yearDay - Calendar.modulo(weekday - 1, 7) + 9) / 7
    if week < 1 { return (year - 1, Self.isoWeeks(in: year - 1)) }
    return week > Self.isoWeeks(in: year) ? (year + 1, 1) : (year, week)
  }

  private static func isoWeeks(in year: Int) -> Int {
    let first = Calendar.day(ofYear: year, month: 1, day: 1)
    let weekday = Calendar.modulo(first + 4, 7)
    return weekday == 4 || (weekday == 3 && Calendar.daysInYear(year) == 366) ? 53 : 52
  }
}
