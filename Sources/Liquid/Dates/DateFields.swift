/// The parts of a date that a text names, as Ruby's `Date._parse` finds them in any text.
///
/// The search is a row of patterns; each takes what it knows out of the text, and the first of those
/// for a whole date ends the row.
struct DateFields {
  var year: Int?
  var month: Int?
  var day: Int?
  var yearDay: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  var nanosecond: Int?
  var zone: [UInt8]?
  /// Whether a year below 100 is short for one near 2000.
  var isYearShort = true

  /// Names nothing yet.
  init() {}

  /// Reads a text in small letters; `nil` if it names no time at all.
  init?(parsing text: [UInt8]) {
    guard text.count <= Self.longest else { return nil }
    var scanner = DateScanner(text)
    scanner.takeWeekday()
    scanner.takeTime(into: &self)
    _ =
      scanner.takeDayMonth(into: &self) || scanner.takeMonthDay(into: &self)
      || scanner.takeNumbers(between: "-", into: &self) || scanner.takeDashedMonth(into: &self)
      || scanner.takeNumbers(between: "/", into: &self)
      || scanner.takeNumbers(between: ".", into: &self) || scanner.takeISOWeek()
      || scanner.takeYearDay(into: &self) || scanner.takeMonth(into: &self)
      || scanner.takeOrdinal(into: &self) || scanner.takeDigits(into: &self)
    scanner.takeRemainder(into: &self)
    guard year ?? month ?? day ?? yearDay ?? hour ?? minute ?? second ?? nanosecond != nil else {
      return nil
    }
    if isYearShort, let short = year, short >= 0, short < 100 {
      year = short + (short >= 69 ? 1900 : 2000)
    }
  }

  /// No date is longer, and the patterns look at every place of a text.
  private static let longest = 128

  /// Sorts out three numbers that stand in the order year, month, day, unless their looks say
  /// otherwise: more than two digits are a year.
  mutating func set(year: DateNumber?, month: DateNumber?, day: DateNumber?) {
    var (year, month, day) = (year, month, day)
    if year != nil, month != nil, day == nil { (year, month, day) = (nil, year, month) }
    if year == nil, let number = day, number.looksLikeYear { (year, day) = (number, nil) }
    if let number = year, number.hasTail { (year, day) = (day, number) }
    if let number = month, number.looksLikeYear { (year, month, day) = (number, day, year) }
    if let number = day, number.looksLikeYear { (year, day) = (number, year) }
    if let year {
      self.year = year.value
      if year.isSigned || year.digits > 2 { isYearShort = false }
    }
    if let month { self.month = month.value }
    if let day { self.day = day.value.magnitude <= UInt(Int.max) ? abs(day.value) : nil }
  }

  /// Returns the point of time, or `nil` if there is none such.
  ///
  /// What the text leaves out in front is the present's, behind it the first there is.
  func time(clock: Clock) -> Time? {
    guard let midnight = midnight(clock) else { return nil }
    // A text without a day names an hour, since it names something.
    let hour = hour ?? 0
    let minute = minute ?? 0
    let second = second ?? 0
    guard hour <= 24, minute <= 59, second <= 60, hour < 24 || (minute == 0 && second == 0) else {
      return nil
    }
    let (start, overflows) = midnight.multipliedReportingOverflow(by: 86_400)
    guard !overflows, start.magnitude < 1 << 60 else { return nil }
    let local = Int64(start + hour * 3600 + minute * 60 + second)
    let instant = instant(ofLocal: local, clock)
    return Time(seconds: instant.seconds, nanosecond: nanosecond ?? 0, zone: instant.zone)
  }

  /// Returns the day counted from 1970-01-01.
  ///
  /// A month's days end at 31; the 30th of February is the second of March, or the first.
  private func midnight(_ clock: Clock) -> Int? {
    var now: Time?
    if year == nil {
      let present = clock.now().seconds
      now = Time(seconds: present, zone: clock.zone(present))
    }
    guard let year = year ?? now?.year else { return nil }
    guard year.magnitude < 1_000_000_000 else { return nil }
    if let yearDay {
      guard yearDay >= 1, yearDay <= Calendar.daysInYear(year) else { return nil }
      return Calendar.day(ofYear: year, month: 1, day: 1) + yearDay - 1
    }
    let month = month ?? now?.month ?? 1
    let day = day ?? (self.month == nil ? now?.day : nil) ?? 1
    guard month >= 1, month <= 12, day >= 1, day <= 31 else { return nil }
    return Calendar.day(ofYear: year, month: month, day: day)
  }

  private func instant(ofLocal local: Int64, _ clock: Clock) -> (seconds: Int64, zone: Clock.Zone) {
    if let zone, let offset = ZoneName.offset(of: zone) {
      let seconds = local - Int64(offset)
      let here = clock.zone(seconds)
      return (seconds, here.offset == offset ? here : Clock.Zone(offset: offset, name: ""))
    }
    let zone = Self.zone(ofLocal: local, clock)
    return (local - Int64(zone.offset), zone)
  }

  /// Returns the zone in which a wall clock shows a time.
  static func zone(ofLocal local: Int64, _ clock: Clock) -> Clock.Zone {
    // Reading the wall clock's time as UTC is right but for the hours around a change.
    let zone = clock.zone(local)
    return zone.offset == 0 ? zone : clock.zone(local - Int64(zone.offset))
  }
}

/// Names of zones as RFC 2822 has them, and offsets in digits.
enum ZoneName {
  /// Returns the seconds east of Greenwich, or `nil` for a name that is not known.
  static func offset(of name: [UInt8]) -> Int? {
    if let sign = name.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      return offset(ofDigits: name.dropFirst()).map { sign == UInt8(ascii: "-") ? -$0 : $0 }
    }
    let text = String(decoding: name, as: UTF8.self)
    if let hours = hours[text] { return hours * 3600 }
    guard name.count == 1, let letter = name.first else { return nil }
    // The military's letters, without j.
    if let hours = "abcdefghiklm".utf8.firstOffset(of: letter) { return (hours + 1) * 3600 }
    if let hours = "nopqrstuvwxy".utf8.firstOffset(of: letter) { return -(hours + 1) * 3600 }
    return nil
  }

  private static let hours = [
    "utc": 0, "z": 0, "ut": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7,
  ]

  /// `hh`, `hhmm`, `hh:mm`, `hhmmss` or `hh:mm:ss`.
  private static func offset(ofDigits digits: ArraySlice<UInt8>) -> Int? {
    let numbers = digits.filter(\.isDigit)
    let colons = digits.count - numbers.count
    let pairs = numbers.count / 2
    guard numbers.count % 2 == 0, (1...3).contains(pairs), colons == 0 || colons == pairs - 1,
      zip(digits, 0...).allSatisfy({ $0.isDigit || ($0 == UInt8(ascii: ":") && $1 % 3 == 2) })
    else { return nil }
    var seconds = 0
    for (index, digit) in numbers.enumerated() {
      let unit = [3600, 60, 1][index / 2]
      seconds += Int(digit - UInt8(ascii: "0")) * (index % 2 == 0 ? 10 : 1) * unit
    }
    return seconds
  }
}

extension String.UTF8View {
  fileprivate func firstOffset(of byte: UInt8) -> Int? { enumerated().first { $1 == byte }?.offset }
}
