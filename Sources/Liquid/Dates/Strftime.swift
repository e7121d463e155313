import Diagnostics

/// Writes a time by a format, as Ruby's `Time#strftime` does.
struct Strftime {
  /// Returns the text that a format makes of a time.
  ///
  /// - Throws: `liquid.invalid-date-format` for a percent sign with nothing behind it,
  ///   `liquid.value-too-large` for a width that asks for too much.
  static func format(_ time: Time, by format: [UInt8], limit: Int) throws(Diagnostic) -> [UInt8] {
    if let date = PlainDate(time) {
      var output = Output(capacity: format.count * 5)
      defer { withExtendedLifetime(format) {} }
      if unsafe date.write(by: Bytes(of: format), to: &output) { return output.finish() }
    }
    var writer = Strftime(time: time, limit: limit)
    writer.output.reserveCapacity(format.count * 3 + 8)
    var index = 0
    while index < format.count {
      let byte = format[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        index = try writer.writeDirective(at: index, of: format)
      } else {
        writer.output.append(byte)
      }
    }
    return writer.output
  }

  /// Writes the directive behind a percent sign and returns where it ends.
  private mutating func writeDirective(at index: Int, of format: [UInt8]) throws(Diagnostic) -> Int
  {
    var rest = format[index...]
    guard let directive = try Directive.parse(&rest, of: format) else {
      output += format[(index - 1)..<rest.startIndex]
      return rest.startIndex
    }
    guard directive.width ?? 0 <= limit else { throw .valueTooLarge(limit: limit) }
    write(directive)
    guard output.count <= limit else { throw .valueTooLarge(limit: limit) }
    return rest.startIndex
  }

  private let time: Time
  private let limit: Int
  private var output: [UInt8] = []

  private init(time: Time, limit: Int) {
    self.time = time
    self.limit = limit
  }

  private mutating func write(_ directive: Directive) {
    if let (value, width, padding) = number(directive.letter) {
      return write(value, width, padding, directive)
    }
    switch directive.letter {
    case "a": text(Names.weekdays[time.weekday].prefix(3), directive)
    case "A": text(Names.weekdays[time.weekday][...], directive)
    case "b", "h": text(Names.months[time.month - 1].prefix(3), directive)
    case "B": text(Names.months[time.month - 1][...], directive)
    case "p": text(Array((time.hour < 12 ? "AM" : "PM").utf8)[...], directive, changed: .lower)
    case "P": text(Array((time.hour < 12 ? "am" : "pm").utf8)[...], directive)
    case "Z": text(Array(time.zone.name.utf8)[...], directive, changed: .lower)
    case "n": text([UInt8(ascii: "\n")], directive)
    case "t": text([UInt8(ascii: "\t")], directive)
    case "%": text([UInt8(ascii: "%")], directive)
    case "L", "N": fraction(directive)
    case "z": offset(directive)
    case let letter:
      if let format = Self.composite(letter) { composite(format, directive) }
    }
  }

  /// What the flag `#` does to letters.
  private enum Change { case upper, lower }

  private mutating func text(
    _ text: ArraySlice<UInt8>,
    _ directive: Directive,
    changed change: Change? = .upper
  ) {
    pad(to: directive, text.count)
    if directive.isUpper || (directive.isChanged && change == .upper) {
      output += LetterCase.upper(Array(text))
    } else if directive.isChanged, change == .lower {
      output += LetterCase.lower(Array(text))
    } else {
      output += text
    }
  }

  private mutating func pad(to directive: Directive, _ count: Int) {
    guard directive.padding != .off, let width = directive.width, width > count, count > 0 else {
      return
    }
    let byte = directive.padding == .zero ? UInt8(ascii: "0") : UInt8(ascii: " ")
    output += repeatElement(byte, count: width - count)
  }

  /// Returns the directives that a directive stands for.
  private static func composite(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "c": "%a %b %e %H:%M:%S %Y"
    case "D", "x": "%m/%d/%y"
    case "F": "%Y-%m-%d"
    case "T", "X": "%H:%M:%S"
    case "R": "%H:%M"
    case "r": "%I:%M:%S %p"
    case "v": "%e-%^b-%Y"
    default: nil
    }
  }

  private mutating func composite(_ format: String, _ directive: Directive) {
    var inner = Strftime(time: time, limit: limit)
    var rest = Array(format.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        inner.output.append(byte)
        continue
      }
      if let part = try? Directive.parse(&rest, of: []) { inner.write(part) }
    }
    text(inner.output[...], directive, changed: nil)
  }

  /// Returns a directive's number, how many digits it has at least, and what fills them.
  private func number(_ letter: Unicode.Scalar) -> (Int, Int, Directive.Padding)? {
    switch letter {
    case "Y": (time.year, time.year < 0 ? 5 : 4, .zero)
    case "G": (time.isoWeek.year, time.isoWeek.year < 0 ? 5 : 4, .zero)
    case "C": (Calendar.floor(time.year, 100), 2, .zero)
    case "y": (Calendar.modulo(time.year, 100), 2, .zero)
    case "g": (Calendar.modulo(time.isoWeek.year, 100), 2, .zero)
    case "m": (time.month, 2, .zero)
    case "d": (time.day, 2, .zero)
    case "e": (time.day, 2, .space)
    case "j": (time.yearDay, 3, .zero)
    case "H": (time.hour, 2, .zero)
    case "k": (time.hour, 2, .space)
    case "I": ((time.hour + 11) % 12 + 1, 2, .zero)
    case "l": ((time.hour + 11) % 12 + 1, 2, .space)
    case "M": (time.minute, 2, .zero)
    case "S": (time.second, 2, .zero)
    case "U": (time.week(from: 0), 2, .zero)
    case "W": (time.week(from: 1), 2, .zero)
    case "V": (time.isoWeek.week, 2, .zero)
    case "u": (time.weekday == 0 ? 7 : time.weekday, 1, .zero)
    case "w": (time.weekday, 1, .zero)
    case "s": (Int(time.seconds), 1, .zero)
    default: nil
    }
  }

  private mutating func write(
    _ value: Int,
    _ digits: Int,
    _ padding: Directive.Padding,
    _ directive: Directive
  ) {
    let padding = directive.padding ?? padding
    if padding == .off { return Value.append(value, to: &output) }
    var bytes: [UInt8] = []
    Value.append(value, to: &bytes)
    let width = directive.width ?? digits
    let fill = max(0, width - bytes.count)
    if padding == .zero {
      if value < 0 { output.append(bytes.removeFirst()) }
      output += repeatElement(UInt8(ascii: "0"), count: fill)
    } else {
      output += repeatElement(UInt8(ascii: " "), count: fill)
    }
    output += bytes
  }

  /// The width of a fraction is its precision, which cuts rather than rounds.
  private mutating func fraction(_ directive: Directive) {
    let standard = directive.letter == "L" ? 3 : 9
    let width = directive.padding == .off ? standard : directive.width ?? standard
    var digits: [UInt8] = []
    Value.append(time.nanosecond + 1_000_000_000, to: &digits)
    output += digits.dropFirst().prefix(width)
    output += repeatElement(UInt8(ascii: "0"), count: max(0, width - 9))
  }

  /// `+hhmm`, with one colon `+hh:mm`, with two `+hh:mm:ss`, with three as short as it can be.
  private mutating func offset(_ directive: Directive) {
    let total = Int(time.zone.offset.magnitude)
    let (minutes, seconds) = (total / 60 % 60, total % 60)
    let isShort = directive.colons == 3
    let hasSeconds = directive.colons == 2 || (isShort && seconds != 0)
    let hasMinutes = !isShort || minutes != 0 || hasSeconds
    let separator = directive.colons > 0 ? ":" : ""
    var tail = ""
    if hasMinutes { tail += separator + (minutes < 10 ? "0" : "") + "\(minutes)" }
    if hasSeconds { tail += separator + (seconds < 10 ? "0" : "") + "\(seconds)" }
    let sign = UInt8(ascii: time.zone.offset < 0 ? "-" : "+")
    let width = directive.padding == .off ? 0 : directive.width ?? 0
    let room = max(2, width - tail.utf8.count - 1)
    let hours = String(total / 3600)
    let isSpaced = directive.padding == .space
    let fill = repeatElement(UInt8(ascii: isSpaced ? " " : "0"), count: max(0, room - hours.count))
    if isSpaced { output += fill }
    output.append(sign)
    if !isSpaced { output += fill }
    output += hours.utf8
    output += tail.utf8
  }
}
