extension DateFields {
  /// Reads `2024-03-15T10:20` or `2024-03-15T10:20:30`, alone or with `Z` or `+02:00` behind it, which
  /// is how nearly all data has its times; `nil` for anything else, which the patterns then look at.
  ///
  /// Source: RFC 3339, section 5.6.
  init?(iso bytes: [UInt8]) {
    self.init()
    guard bytes.count >= 16, bytes.count <= 25, bytes[4] == UInt8(ascii: "-"),
      bytes[7] == UInt8(ascii: "-"), let century = Self.pair(0, of: bytes),
      let yearOfCentury = Self.pair(2, of: bytes), let month = Self.pair(5, of: bytes),
      let day = Self.pair(8, of: bytes)
    else { return nil }
    year = century * 100 + yearOfCentury
    self.month = month
    self.day = day
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), let hour = Self.pair(11, of: bytes),
      let minute = Self.pair(14, of: bytes)
    else { return nil }
    self.hour = hour
    self.minute = minute
    var end = 16
    if bytes.count >= 19, bytes[16] == UInt8(ascii: ":"), let second = Self.pair(17, of: bytes) {
      self.second = second
      end = 19
    }
    guard end < bytes.count else { return }
    zone = bytes[end...].map(LetterCase.lower)
    let isOffset = bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-")
    guard zone == [UInt8(ascii: "z")] || (isOffset && bytes.count == end + 6) else { return nil }
  }

  /// Reads a day alone, `2024-03-15`, and returns when it begins, in seconds since 1970 by the wall
  /// clock.
  static func midnight(iso bytes: [UInt8]) -> Int64? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let century = pair(0, of: bytes), let yearOfCentury = pair(2, of: bytes),
      let month = pair(5, of: bytes), let day = pair(8, of: bytes),
      month >= 1, month <= 12, day >= 1, day <= 31
    else { return nil }
    let year = century * 100 + yearOfCentury
    return Int64(Calendar.day(ofYear: year, month: month, day: day) * 86_400)
  }

  private static func pair(_ index: Int, of bytes: [UInt8]) -> Int? {
    guard bytes[index].isDigit, bytes[index + 1].isDigit else { return nil }
    return Int(bytes[index] - UInt8(ascii: "0")) * 10 + Int(bytes[index + 1] - UInt8(ascii: "0"))
  }
}
