/// The formats that nearly all templates use: plain directives for years, months, days and times.
///
/// Written straight into memory that is large enough for the longest names.
enum PlainDate {
  /// Returns the text, or `nil` for a format with anything else in it.
  static func format(_ time: Time, by format: [UInt8]) -> [UInt8]? {
    guard format.count <= 256, time.year >= 1000, time.year <= 9999 else { return nil }
    var isPlain = true
    let result = unsafe [UInt8](unsafeUninitializedCapacity: format.count * 5 + 8) {
      buffer,
      count in
      var writer = unsafe Writer(buffer: buffer)
      isPlain = unsafe writer.write(time, by: format)
      count = unsafe writer.count
    }
    return isPlain ? result : nil
  }

  @unsafe private struct Writer {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func write(_ time: Time, by format: [UInt8]) -> Bool {
      var index = 0
      while index < format.count {
        let byte = format[index]
        index += 1
        guard byte == UInt8(ascii: "%") else {
          unsafe append(byte)
          continue
        }
        guard index < format.count else { return false }
        var letter = format[index]
        index += 1
        let isShort = letter == UInt8(ascii: "-")
        if isShort {
          guard index < format.count else { return false }
          letter = format[index]
          index += 1
        }
        guard unsafe isShort ? writeShort(letter, of: time) : write(letter, of: time) else {
          return false
        }
      }
      return true
    }

    private mutating func write(_ letter: UInt8, of time: Time) -> Bool {
      switch letter {
      case UInt8(ascii: "Y"):
        unsafe twoDigits(time.year / 100)
        unsafe twoDigits(time.year % 100)
      case UInt8(ascii: "m"): unsafe twoDigits(time.month)
      case UInt8(ascii: "d"): unsafe twoDigits(time.day)
      case UInt8(ascii: "H"): unsafe twoDigits(time.hour)
      case UInt8(ascii: "M"): unsafe twoDigits(time.minute)
      case UInt8(ascii: "S"): unsafe twoDigits(time.second)
      case UInt8(ascii: "y"): unsafe twoDigits(time.year % 100)
      case UInt8(ascii: "B"): unsafe append(Names.months[time.month - 1][...])
      case UInt8(ascii: "b"): unsafe append(Names.months[time.month - 1].prefix(3))
      case UInt8(ascii: "A"): unsafe append(Names.weekdays[time.weekday][...])
      case UInt8(ascii: "a"): unsafe append(Names.weekdays[time.weekday].prefix(3))
      default: return false
      }
      return true
    }

    /// Writes a number without its leading zero.
    private mutating func writeShort(_ letter: UInt8, of time: Time) -> Bool {
      let value: Int
      switch letter {
      case UInt8(ascii: "d"), UInt8(ascii: "e"): value = time.day
      case UInt8(ascii: "m"): value = time.month
      default: return false
      }
      if value >= 10 { unsafe append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10)) }
      unsafe append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
      return true
    }

    private mutating func twoDigits(_ value: Int) {
      unsafe append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
      unsafe append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
      for byte in bytes { unsafe append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
      unsafe buffer[count] = byte
      unsafe count += 1
    }
  }
}
