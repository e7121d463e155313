// The patterns for times of day, and for digits without separators.

extension DateScanner {
  /// `10:20`, `10:20:30.5`, `10h20m30s`, `5:06 pm`, `10 am`, each with a zone behind it.
  mutating func takeTime(into fields: inout DateFields) {
    for start in bytes.indices where isDigit(at: start) {
      guard var index = readClock(from: start, into: &fields) else { continue }
      let zone = skippingSpaces(index)
      if let end = zoneEnd(from: zone) {
        fields.zone = Array(bytes[zone..<end])
        index = end
      }
      remove(start..<index)
      return
    }
  }

  private func readClock(from start: Int, into fields: inout DateFields) -> Int? {
    let hourEnd = skippingDigits(start)
    let hour = Self.value(of: bytes[start..<hourEnd])
    var index = skippingSpaces(hourEnd)
    var read = DateFields.TimeOfDay(hour: hour)
    let isClock: Bool
    if byte(at: index) == UInt8(ascii: ":") {
      isClock = readMinutes(behindColon: &index, &read)
    } else if byte(at: index) == UInt8(ascii: "h") {
      isClock = true
      index += 1
      readSpelledMinutes(&index, &read)
    } else {
      isClock = false
    }
    if !isClock { index = skippingSpaces(hourEnd) }
    let half = skippingSpaces(index)
    if let end = halfDayEnd(from: half) {
      read.hour = hour % 12 + (byte(at: half) == UInt8(ascii: "p") ? 12 : 0)
      index = end
    } else if !isClock {
      return nil
    }
    fields.set(read)
    return index
  }

  private func readMinutes(behindColon index: inout Int, _ read: inout DateFields.TimeOfDay) -> Bool
  {
    let start = skippingSpaces(index + 1)
    let end = skippingDigits(start)
    guard end > start else { return false }
    read.minute = Self.value(of: bytes[start..<end])
    index = end
    let colon = skippingSpaces(end)
    guard byte(at: colon) == UInt8(ascii: ":") else { return true }
    let second = skippingSpaces(colon + 1)
    let secondEnd = skippingDigits(second)
    guard secondEnd > second else { return true }
    read.second = Self.value(of: bytes[second..<secondEnd])
    index = secondEnd
    if let mark = byte(at: index), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      let end = skippingDigits(index + 1)
      read.nanosecond = Self.nanoseconds(bytes[(index + 1)..<end])
      index = end
    }
    return true
  }

  private func readSpelledMinutes(_ index: inout Int, _ read: inout DateFields.TimeOfDay) {
    let start = skippingSpaces(index)
    var end = skippingDigits(start)
    guard end > start else { return }
    read.minute = Self.value(of: bytes[start..<end])
    if byte(at: end) == UInt8(ascii: "m") { end += 1 }
    index = end
    let second = skippingSpaces(end)
    let secondEnd = skippingDigits(second)
    guard secondEnd > second else { return }
    read.second = Self.value(of: bytes[second..<secondEnd])
    index = byte(at: secondEnd) == UInt8(ascii: "s") ? secondEnd + 1 : secondEnd
  }

  /// `am`, `a.m.`, `pm`, `p.m.`.
  private func halfDayEnd(from index: Int) -> Int? {
    guard let letter = byte(at: index), letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
    else { return nil }
    if starts(with: "m", at: index + 1), isWordEnd(index + 2) { return index + 2 }
    return starts(with: ".m.", at: index + 1) ? index + 4 : nil
  }

  /// `+02:00`, `utc+2`, `-0530`, or a word.
  private func zoneEnd(from start: Int) -> Int? {
    var index = start
    if let name = ["gmt", "utc", "ut"].first(where: { starts(with: $0, at: start) }) {
      index += name.utf8.count
    }
    if let sign = byte(at: index), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      isDigit(at: index + 1)
    {
      var end = skippingDigits(index + 1)
      for _ in 0..<2 where isDigit(at: end + 1) && byte(at: end) == UInt8(ascii: ":") {
        end = skippingDigits(end + 1)
      }
      return end
    }
    var end = start
    while let byte = byte(at: end), Self.isLetter(byte) { end += 1 }
    return end > start && isWordEnd(end) ? end : nil
  }

  /// Digits without separators: `20240315`, `20240315t102030z`, `2024075` (a day of a year).
  mutating func takeDigits(into fields: inout DateFields) -> Bool {
    for start in bytes.indices {
      var index = start
      let isNegative = byte(at: index) == UInt8(ascii: "-")
      if isNegative || byte(at: index) == UInt8(ascii: "+") { index += 1 }
      let end = min(skippingDigits(index), index + 14)
      guard end - index >= 2 else { continue }
      var tail = end
      let time = digitsOfTime(&tail)
      let fraction = fractionOfTime(&tail)
      fields.set(digits: bytes[index..<end], isNegative, time: time, fraction: fraction)
      if let zone = zoneOfDigits(from: tail) {
        fields.zone = Array(bytes[tail..<zone])
        tail = zone
      }
      remove(start..<tail)
      return true
    }
    return false
  }

  private func digitsOfTime(_ index: inout Int) -> ArraySlice<UInt8>? {
    var start = skippingSpaces(index)
    if byte(at: start) == UInt8(ascii: "t") { start = skippingSpaces(start + 1) }
    let end = min(skippingDigits(start), start + 6)
    guard end - start >= 2 else { return nil }
    index = end
    return bytes[start..<end]
  }

  private func fractionOfTime(_ index: inout Int) -> ArraySlice<UInt8>? {
    guard let mark = byte(at: index), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else {
      return nil
    }
    let start = index + 1
    index = skippingDigits(start)
    return bytes[start..<index]
  }

  private func zoneOfDigits(from index: Int) -> Int? {
    if byte(at: index) == UInt8(ascii: "z") { return isWordEnd(index + 1) ? index + 1 : nil }
    guard let sign = byte(at: index), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let end = skippingDigits(index + 1)
    return (1...4).contains(end - index - 1) && isWordEnd(end) ? end : nil
  }

  /// Returns the nanoseconds that the digits behind a point mean.
  static func nanoseconds(_ digits: ArraySlice<UInt8>) -> Int {
    let nine = Array(digits.prefix(9)) + repeatElement(UInt8(ascii: "0"), count: 9)
    return value(of: nine[..<9])
  }
}

extension DateFields {
  /// A time of day as it was read.
  struct TimeOfDay {
    var hour: Int
    var minute: Int?
    var second: Int?
    var nanosecond: Int?
  }

  fileprivate mutating func set(_ clock: TimeOfDay) {
    hour = clock.hour
    minute = clock.minute
    second = clock.second
    nanosecond = clock.nanosecond
  }

  /// Sorts digits without separators by how many there are.
  fileprivate mutating func set(
    digits: ArraySlice<UInt8>,
    _ isNegative: Bool,
    time: ArraySlice<UInt8>?,
    fraction: ArraySlice<UInt8>?
  ) {
    var rest = digits
    func next(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return DateScanner.value(of: rest.prefix(count))
    }
    func nextYear(_ count: Int) -> Int? { next(count).map { isNegative ? -$0 : $0 } }
    switch digits.count {
    case 2: day = next(2)
    case 4: (month, day) = (next(2), next(2))
    case 3: yearDay = next(3)
    case 5: (year, yearDay) = (nextYear(2), next(3))
    case 6: (year, month, day) = (nextYear(2), next(2), next(2))
    case 7: (year, yearDay) = (nextYear(4), next(3))
    case 8, 10, 12, 14:
      (year, month, day) = (nextYear(4), next(2), next(2))
      (hour, minute, second) = (next(2) ?? hour, next(2) ?? minute, next(2) ?? second)
      isYearShort = false
    default: break
    }
    if let time {
      rest = time
      (hour, minute, second) = (next(2), next(2), next(2))
    }
    if let fraction { nanosecond = DateScanner.nanoseconds(fraction) }
  }
}
