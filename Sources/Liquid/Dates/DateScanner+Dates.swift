// The patterns for dates, in the order in which they are tried.

extension DateScanner {
  /// `fri`, `friday`: understood and not needed.
  mutating func takeWeekday() {
    for start in bytes.indices where isWordStart(start) {
      guard name(of: Names.weekdays, at: start) != nil else { continue }
      remove(start..<skippingWord(start + 3, but: "-/"))
      return
    }
  }

  /// `15 march 2024`, `15th of march`, `15mar24`.
  mutating func takeDayMonth(into fields: inout DateFields) -> Bool {
    for start in bytes.indices where isWordStart(start) || byte(at: start) == UInt8(ascii: "'") {
      var index = start
      guard let day = number(at: &index) else { continue }
      guard let (month, end) = monthBehindWord(from: index) else { continue }
      index = skippingWord(end, but: "-'")
      var tail = skippingSpaces(index)
      let year = number(at: &tail, signs: "-", ordinal: true)
      fields.set(year: year, month: month, day: day)
      remove(start..<(year == nil ? index : tail))
      return true
    }
    return false
  }

  /// Returns the month whose name stands behind as much of a word as possible and a space.
  private func monthBehindWord(from index: Int) -> (DateNumber, end: Int)? {
    for end in (index...skippingWord(index, but: "-")).reversed() {
      let start = skippingSpaces(end)
      if let month = month(at: start) { return (month, start + 3) }
    }
    return nil
  }

  private func month(at index: Int) -> DateNumber? {
    name(of: Names.months, at: index).map {
      DateNumber(value: $0, digits: 1, isSigned: false, isQuoted: false, hasTail: false)
    }
  }

  /// `march 15, 2024`, `mar 15`.
  mutating func takeMonthDay(into fields: inout DateFields) -> Bool {
    for start in bytes.indices where isWordStart(start) {
      guard let month = month(at: start) else { continue }
      var index = skippingSpaces(skippingWord(start + 3, but: "-'"))
      guard let day = number(at: &index) else { continue }
      index = skippingWord(index, but: "-'")
      var tail = skippingSpaces(index)
      if byte(at: tail) == UInt8(ascii: ",") { tail = skippingSpaces(tail + 1) }
      let year = number(at: &tail, signs: "-")
      fields.set(year: year, month: month, day: day)
      remove(start..<(year == nil ? index : tail))
      return true
    }
    return false
  }

  /// `2024-03-15`, `2024/03/15`, `15.03.2024`; with slashes the third may be missing.
  mutating func takeNumbers(between separator: String, into fields: inout DateFields) -> Bool {
    let isDash = separator == "-"
    for start in bytes.indices {
      var index = start
      guard let first = number(at: &index, signs: isDash ? "-+" : "-"),
        starts(with: separator, at: index)
      else { continue }
      index = isDash ? index + 1 : skippingSpaces(index + 1)
      guard let second = number(at: &index), !isDash || !second.isQuoted else { continue }
      var tail = index
      var third: DateNumber?
      if let byte = byte(at: tail), !byte.isDigit,
        separator == "/" || starts(with: separator, at: tail)
      {
        tail = isDash ? tail + 1 : skippingSpaces(tail + 1)
        third = number(at: &tail, signs: "-")
      }
      guard third != nil || separator == "/" else { continue }
      fields.set(year: first, month: second, day: third)
      remove(start..<(third == nil ? index : tail))
      return true
    }
    return false
  }

  /// `2024-w11-5`: a date, but none that a time can be made of.
  func takeISOWeek() -> Bool {
    bytes.indices.contains { index in
      guard bytes[index] == UInt8(ascii: "w"), isDigit(at: index + 1), isDigit(at: index + 2) else {
        return false
      }
      let dash = byte(at: index + 3) == UInt8(ascii: "-") ? index + 4 : index + 3
      return isWordEnd(index + 3) || (isDigit(at: dash) && isWordEnd(dash + 1))
    }
  }

  /// `2024-075`, `24-075`: the day of a year.
  mutating func takeYearDay(into fields: inout DateFields) -> Bool {
    for start in bytes.indices where isWordStart(start) {
      let dash = skippingDigits(start)
      let end = skippingDigits(dash + 1)
      guard dash - start == 2 || dash - start == 4, starts(with: "-", at: dash),
        end - dash == 4, isWordEnd(end)
      else { continue }
      fields.year = Self.value(of: bytes[start..<dash])
      fields.yearDay = Self.value(of: bytes[(dash + 1)..<end])
      remove(start..<end)
      return true
    }
    return false
  }

  /// `15-mar-2024`, `mar-15-2024`.
  mutating func takeDashedMonth(into fields: inout DateFields) -> Bool {
    for start in bytes.indices {
      var index = start
      if let day = number(at: &index, signs: "-"), starts(with: "-", at: index),
        let month = month(at: index + 1)
      {
        index = skippingWord(index + 4, but: "-/.")
        guard starts(with: "-", at: index) else { continue }
        index += 1
        guard let year = number(at: &index, signs: "-") else { continue }
        fields.set(year: year, month: month, day: day)
        remove(start..<index)
        return true
      }
      guard isWordStart(start), let month = month(at: start) else { continue }
      index = skippingWord(start + 3, but: "-/.")
      guard starts(with: "-", at: index) else { continue }
      index += 1
      guard let day = number(at: &index, signs: "-") else { continue }
      var tail = index + 1
      let year = starts(with: "-", at: index) ? number(at: &tail, signs: "-") : nil
      fields.set(year: year, month: month, day: day)
      remove(start..<(year == nil ? index : tail))
      return true
    }
    return false
  }

  /// `march` alone, and a year after an apostrophe: `'24`.
  mutating func takeMonth(into fields: inout DateFields) -> Bool {
    for start in bytes.indices where bytes[start] == UInt8(ascii: "'") && isDigit(at: start + 1) {
      let end = skippingDigits(start + 1)
      guard isWordEnd(end) else { continue }
      fields.year = Self.value(of: bytes[(start + 1)..<end])
      remove(start..<end)
      return true
    }
    for start in bytes.indices where isWordStart(start) {
      guard let month = name(of: Names.months, at: start) else { continue }
      fields.month = month
      remove(start..<(bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count))
      return true
    }
    return false
  }

  /// `15th`.
  mutating func takeOrdinal(into fields: inout DateFields) -> Bool {
    for start in bytes.indices where isDigit(at: start) {
      var index = start
      guard let day = number(at: &index, ordinal: true), day.hasTail else { continue }
      fields.day = day.value
      remove(start..<index)
      return true
    }
    return false
  }

  /// A lone number of one or two digits beside a time is a day, beside a day an hour.
  mutating func takeRemainder(into fields: inout DateFields) {
    let start = skippingSpaces(0)
    let end = skippingDigits(start)
    guard end > start, end - start <= 2, skippingSpaces(end) == bytes.count else { return }
    let value = Self.value(of: bytes[start..<end])
    if fields.hour != nil, fields.day == nil, (1...31).contains(value) { fields.day = value }
    if fields.day != nil, fields.hour == nil, value <= 24 { fields.hour = value }
  }
}
