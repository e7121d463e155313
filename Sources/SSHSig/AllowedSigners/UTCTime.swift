/// The times of an `allowed_signers` file: `YYYYMMDDZ`, `YYYYMMDDHHMMZ`, `YYYYMMDDHHMMSSZ`.
enum UTCTime {
  /// Returns the seconds since 1970, or `nil` for anything that is not a moment after that in UTC.
  ///
  /// OpenSSH lets 30 February and second 60 pass and reads them as a later moment; here they are
  /// no times.
  static func seconds(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.dropLast()
    guard text.last == UInt8(ascii: "Z"), [8, 12, 14].contains(digits.count),
      let year = number(digits.prefix(4)), year >= 1970,
      let month = number(digits.dropFirst(4).prefix(2)), (1...12).contains(month),
      let day = number(digits.dropFirst(6).prefix(2)),
      (1...days(inMonth: month, of: year)).contains(day),
      let hour = number(digits.dropFirst(8).prefix(2)), hour < 24,
      let minute = number(digits.dropFirst(10).prefix(2)), minute < 60,
      let second = number(digits.dropFirst(12).prefix(2)), second < 60
    else { return nil }
    let date = daysBefore(year: year) + (1..<month).reduce(0) { $0 + days(inMonth: $1, of: year) }
    let result = (date + day - 1) * 86_400 + hour * 3600 + minute * 60 + second
    return result > 0 ? result : nil
  }

  /// Reads decimal digits; none are zero, so that a time may stop early.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days from 1970 to the first of January of a year.
  private static func daysBefore(year: Int) -> Int {
    let last = year - 1
    return last * 365 + last / 4 - last / 100 + last / 400 - 719_162
  }
}
