/// A day, most often with a time, as nearly all templates write it: by plain directives.
struct PlainDate {
  /// 10 to 99.
  private let century: Int
  private let yearOfCentury: Int
  private let month: Int
  private let day: Int
  /// What the clock says; a day alone has none.
  private let time: (hour: Int, minute: Int, second: Int)?

  /// Takes a point of time; `nil` for a year that has not four digits.
  init?(_ time: Time) {
    guard time.year >= 1000, time.year <= 9999 else { return nil }
    (century, yearOfCentury) = (time.year / 100, time.year % 100)
    (month, day) = (time.month, time.day)
    self.time = (time.hour, time.minute, time.second)
  }

  /// Reads a day that stands alone, `2024-03-15`, and so is the same in every zone.
  init?(day text: Bytes) {
    guard text.count == 10, let base = unsafe text.base else { return nil }
    // Eight bytes at once, `2024-03-`, then `3-15`; a digit's value is what its code leaves of 0x30.
    let start = unsafe UInt64(littleEndian: base.word(at: 0))
    let end = unsafe UInt32(truncatingIfNeeded: base.halfWord(at: 6)).littleEndian
    let digits = (start ^ 0x2D30_302D_3030_3030) | (UInt64(end ^ 0x3030_2D30) >> 16) << 32
    guard start >> 32 & 0xFF == 0x2D, start >> 56 == 0x2D,
      (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
    else { return nil }
    func digit(_ place: UInt64) -> Int { Int(truncatingIfNeeded: start >> (8 * place) & 0xF) }
    let century = digit(0) * 10 + digit(1)
    let yearOfCentury = digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = Int(end >> 16 & 0xF) * 10 + Int(end >> 24 & 0xF)
    // What lies behind the end of a month is for others to say.
    guard century >= 10, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= Calendar.days(inMonth: month, of: century * 100 + yearOfCentury)
    else { return nil }
    (self.century, self.yearOfCentury, self.month, self.day) = (century, yearOfCentury, month, day)
    time = nil
  }

  /// Writes it by a format; writes nothing, and says so, if there is anything else in that.
  func write(by format: Bytes, to output: inout Output) -> Bool {
    guard format.count <= Self.longest, let letters = unsafe format.base else { return false }
    var isPlain = true
    // The longest names have nine letters for a directive's two.
    unsafe output.append(atMost: format.count * 5) { memory in
      var end = unsafe memory
      var index = 0
      while index < format.count {
        let byte = unsafe letters[index]
        index &+= 1
        guard byte == UInt8(ascii: "%") else {
          unsafe end.pointee = byte
          unsafe end += 1
          continue
        }
        let isShort = unsafe index < format.count && letters[index] == UInt8(ascii: "-")
        index &+= isShort ? 1 : 0
        guard index < format.count,
          unsafe isShort
            ? writeShort(letters[index], to: &end) : writeDirective(letters[index], to: &end)
        else {
          isPlain = false
          return 0
        }
        index &+= 1
      }
      return unsafe end - memory
    }
    return isPlain
  }

  /// Longer formats are for others.
  private static let longest = 256

  private typealias End = UnsafeMutablePointer<UInt8>

  @inline(__always)
  @unsafe private func writeDirective(_ letter: UInt8, to end: inout End) -> Bool {
    switch letter {
    case UInt8(ascii: "Y"):
      unsafe Self.write(pair: century, to: &end)
      unsafe Self.write(pair: yearOfCentury, to: &end)
    case UInt8(ascii: "m"): unsafe Self.write(pair: month, to: &end)
    case UInt8(ascii: "d"): unsafe Self.write(pair: day, to: &end)
    case UInt8(ascii: "y"): unsafe Self.write(pair: yearOfCentury, to: &end)
    case UInt8(ascii: "B"): unsafe Self.write(Names.month(month), to: &end)
    case UInt8(ascii: "b"): unsafe Self.write(short: Names.month(month), to: &end)
    case UInt8(ascii: "A"): unsafe Self.write(Names.weekday(weekday), to: &end)
    case UInt8(ascii: "a"): unsafe Self.write(short: Names.weekday(weekday), to: &end)
    default: return unsafe writeTime(letter, to: &end)
    }
    return true
  }

  @unsafe private func writeTime(_ letter: UInt8, to end: inout End) -> Bool {
    guard let time else { return false }
    switch letter {
    case UInt8(ascii: "H"): unsafe Self.write(pair: time.hour, to: &end)
    case UInt8(ascii: "M"): unsafe Self.write(pair: time.minute, to: &end)
    case UInt8(ascii: "S"): unsafe Self.write(pair: time.second, to: &end)
    default: return false
    }
    return true
  }

  /// Writes a number without its leading zero.
  @unsafe private func writeShort(_ letter: UInt8, to end: inout End) -> Bool {
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "e"): unsafe Self.write(short: day, to: &end)
    case UInt8(ascii: "m"): unsafe Self.write(short: month, to: &end)
    default: return false
    }
    return true
  }

  private var weekday: Int {
    let year = century * 100 + yearOfCentury
    return Calendar.modulo(Calendar.day(ofYear: year, month: month, day: day) + 4, 7)
  }

  /// Writes a number below 100 with two digits.
  @inline(__always)
  @unsafe private static func write(pair value: Int, to end: inout End) {
    // A division by ten, which for such small numbers is a short multiplication.
    let tens = (value &* 103) >> 10
    unsafe end[0] = UInt8(truncatingIfNeeded: 0x30 &+ tens)
    unsafe end[1] = UInt8(truncatingIfNeeded: 0x30 &+ value &- tens &* 10)
    unsafe end += 2
  }

  @unsafe private static func write(short value: Int, to end: inout End) {
    if value >= 10 { return unsafe write(pair: value, to: &end) }
    unsafe end.pointee = UInt8(truncatingIfNeeded: 0x30 &+ value)
    unsafe end += 1
  }

  @unsafe private static func write(_ name: StaticString, to end: inout End) {
    unsafe end.copyBytes(name.utf8CodeUnitCount, from: name.utf8Start)
    unsafe end += name.utf8CodeUnitCount
  }

  @unsafe private static func write(short name: StaticString, to end: inout End) {
    unsafe end.copyBytes(3, from: name.utf8Start)
    unsafe end += 3
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
