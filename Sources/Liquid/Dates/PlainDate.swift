/// A day, most often with a time, as nearly all templates write it: by plain directives.
struct PlainDate {
  private let year: Int
  private let month: Int
  private let day: Int
  /// What the clock says; a day alone has none.
  private let time: (hour: Int, minute: Int, second: Int)?

  /// Takes a point of time; `nil` for a year that has not four digits.
  init?(_ time: Time) {
    guard time.year >= 1000, time.year <= 9999 else { return nil }
    (year, month, day) = (time.year, time.month, time.day)
    self.time = (time.hour, time.minute, time.second)
  }

  /// Reads a day that stands alone, `2024-03-15`, and so is the same in every zone.
  init?(day text: Bytes) {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = Self.pair(0, of: text), let yearOfCentury = Self.pair(2, of: text),
      let month = Self.pair(5, of: text), let day = Self.pair(8, of: text),
      // What lies behind the end of a month is for others to say.
      century >= 10, month >= 1, month <= 12, day >= 1,
      day <= 28
        || day <= Calendar.days(inMonth: month, of: century * 100 + yearOfCentury)
    else { return nil }
    (year, self.month, self.day) = (century * 100 + yearOfCentury, month, day)
    time = nil
  }

  private static func pair(_ index: Int, of text: Bytes) -> Int? {
    guard text[index].isDigit, text[index + 1].isDigit else { return nil }
    return Int(text[index] &- 0x30) &* 10 &+ Int(text[index + 1] &- 0x30)
  }

  /// Writes it by a format; writes nothing, and says so, if there is anything else in that.
  func write(by format: Bytes, to output: inout Output) -> Bool {
    let start = output.count
    var index = 0
    while index < format.count {
      let byte = format[index]
      index += 1
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      let isShort = index < format.count && format[index] == UInt8(ascii: "-")
      index += isShort ? 1 : 0
      let isWritten =
        index < format.count
        && (isShort
          ? writeShort(format[index], to: &output) : writeDirective(format[index], to: &output))
      index += 1
      guard isWritten else {
        output.cut(to: start)
        return false
      }
    }
    return true
  }

  private func writeDirective(_ letter: UInt8, to output: inout Output) -> Bool {
    switch letter {
    case UInt8(ascii: "Y"):
      Self.write(pair: year / 100, to: &output)
      Self.write(pair: year % 100, to: &output)
    case UInt8(ascii: "m"): Self.write(pair: month, to: &output)
    case UInt8(ascii: "d"): Self.write(pair: day, to: &output)
    case UInt8(ascii: "y"): Self.write(pair: year % 100, to: &output)
    case UInt8(ascii: "B"): output.append(literal: Names.month(month))
    case UInt8(ascii: "b"): Self.write(short: Names.month(month), to: &output)
    case UInt8(ascii: "A"): output.append(literal: Names.weekday(weekday))
    case UInt8(ascii: "a"): Self.write(short: Names.weekday(weekday), to: &output)
    default: return writeTime(letter, to: &output)
    }
    return true
  }

  private func writeTime(_ letter: UInt8, to output: inout Output) -> Bool {
    guard let time else { return false }
    switch letter {
    case UInt8(ascii: "H"): Self.write(pair: time.hour, to: &output)
    case UInt8(ascii: "M"): Self.write(pair: time.minute, to: &output)
    case UInt8(ascii: "S"): Self.write(pair: time.second, to: &output)
    default: return false
    }
    return true
  }

  /// Writes a number without its leading zero.
  private func writeShort(_ letter: UInt8, to output: inout Output) -> Bool {
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "e"): output.append(day)
    case UInt8(ascii: "m"): output.append(month)
    default: return false
    }
    return true
  }

  private var weekday: Int {
    Calendar.modulo(Calendar.day(ofYear: year, month: month, day: day) + 4, 7)
  }

  private static func write(pair value: Int, to output: inout Output) {
    output.append(UInt8(truncatingIfNeeded: 0x30 + value / 10))
    output.append(UInt8(truncatingIfNeeded: 0x30 + value % 10))
  }

  private static func write(short name: StaticString, to output: inout Output) {
    unsafe output.append(Bytes(base: name.utf8Start, count: 3))
  }
}

/// What days and months are called.
enum Names {
  static let weekdays = (0...6).map { bytes(weekday($0)) }
  static let months = (1...12).map { bytes(month($0)) }

  private static func bytes(_ name: StaticString) -> [UInt8] { Text(stringLiteral: name).bytes }

  /// Returns the name of a day, 0 for Sunday.
  static func weekday(_ number: Int) -> StaticString {
    switch number {
    case 0: "Sunday"
    case 1: "Monday"
    case 2: "Tuesday"
    case 3: "Wednesday"
    case 4: "Thursday"
    case 5: "Friday"
    default: "Saturday"
    }
  }

  /// Returns the name of a month, 1 for January.
  static func month(_ number: Int) -> StaticString {
    switch number {
    case 1: "January"
    case 2: "February"
    case 3: "March"
    case 4: "April"
    case 5: "May"
    case 6: "June"
    case 7: "July"
    case 8: "August"
    case 9: "September"
    case 10: "October"
    case 11: "November"
    default: "December"
    }
  }
}
