extension Value {
  /// The value as it is printed.
  public var text: Text {
    if case .string(let text) = self { return text }
    var bytes: [UInt8] = []
    append(to: &bytes)
    return Text(bytes)
  }

  /// Appends the value as it is printed: `nil` as nothing, a list as its items without separators.
  public func append(to output: inout [UInt8]) {
    switch self {
    case .nil: break
    case .bool(let value): output += value ? "true".utf8 : "false".utf8
    case .int(let value): Self.append(value, to: &output)
    case .float(let value): Self.append(value, to: &output)
    case .string(let text): output += text.bytes
    case .array(let items): for item in items { item.append(to: &output) }
    case .object: appendInspected(to: &output)
    case .range(let first, let last):
      Self.append(first, to: &output)
      output += "..".utf8
      Self.append(last, to: &output)
    }
  }

  /// Appends the value as Ruby's `inspect` writes it, which is how an object prints.
  func appendInspected(to output: inout [UInt8]) {
    switch self {
    case .nil: output += "nil".utf8
    case .string(let text): Self.appendQuoted(text.bytes, to: &output)
    case .array(let items):
      output.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { output += ", ".utf8 }
        item.appendInspected(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, entry) in object.entries.enumerated() {
        if index > 0 { output += ", ".utf8 }
        Self.appendQuoted(entry.key.text.bytes, to: &output)
        output += "=>".utf8
        entry.value.appendInspected(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    default: append(to: &output)
    }
  }

  private static func appendQuoted(_ bytes: [UInt8], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case UInt8(ascii: "\r"): output += "\\r".utf8
      case UInt8(ascii: "\t"): output += "\\t".utf8
      case 0x1B: output += "\\e".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a whole number in decimal.
  static func append(_ value: Int, to output: inout [UInt8]) {
    if value < 0 { output.append(UInt8(ascii: "-")) }
    let end = output.count + digitCount(of: value.magnitude)
    output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: end - output.count))
    var position = end
    var rest = value.magnitude
    while rest > 0 {
      position -= 1
      output[position] += UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Returns how many digits a number has.
  static func digitCount(of value: UInt) -> Int {
    var count = 1
    var rest = value / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }

  /// Appends a number as Ruby's `Float#to_s`: the shortest digits that read back the same, a
  /// fraction always, an exponent below 0.0001 and from 10 to the 15th.
  static func append(_ value: Double, to output: inout [UInt8]) {
    guard value.isFinite else {
      output += (value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity").utf8
      return
    }
    if let short = ShortDecimal(value) {
      var text = Output(capacity: 0)
      text.append(short)
      output += text.finish()
      return
    }
    // Swift's description has the same shortest digits but other bounds for the exponent.
    let (digits, exponent) = decimal(value.magnitude)
    if value.sign == .minus { output.append(UInt8(ascii: "-")) }
    if exponent < -3 || exponent > 15 {
      output += digits.prefix(1)
      output.append(UInt8(ascii: "."))
      output += digits.count > 1 ? digits[1...] : [UInt8(ascii: "0")]
      output += exponent - 1 < 0 ? "e-".utf8 : "e+".utf8
      if (exponent - 1).magnitude < 10 { output.append(UInt8(ascii: "0")) }
      append(Int((exponent - 1).magnitude), to: &output)
    } else if exponent <= 0 {
      output += "0.".utf8
      output += repeatElement(UInt8(ascii: "0"), count: -exponent)
      output += digits
    } else {
      output += digits.prefix(exponent)
      output += repeatElement(UInt8(ascii: "0"), count: max(0, exponent - digits.count))
      output.append(UInt8(ascii: "."))
      output += digits.count > exponent ? digits[exponent...] : [UInt8(ascii: "0")]
    }
  }

  /// Returns digits d and exponent e so that the value is 0.d times ten to the e.
  private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var text = Array(value.description.utf8)[...]
    if let e = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[(e + 1)...], as: UTF8.self)) ?? 0
      text = text[..<e]
    }
    for byte in text {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    exponent += point ?? digits.count
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits.isEmpty ? ([UInt8(ascii: "0")], 1) : (digits, exponent)
  }
}

/// A number of up to four decimals, which nearly all are.
struct ShortDecimal {
  let isNegative: Bool
  let whole: Int
  /// The digits behind the point, one at least, as a whole number.
  let fraction: Int
  let decimals: Int

  /// Takes a number if it is one, from 1 on.
  init?(_ value: Double) {
    let magnitude = value.magnitude
    guard magnitude >= 1, magnitude < 1e11 else { return nil }
    var power = 1.0
    for decimals in 0...4 {
      let scaled = (magnitude * power).rounded()
      if scaled / power == magnitude {
        isNegative = value < 0
        whole = Int(magnitude)
        fraction = Int(scaled) - whole * Int(power)
        self.decimals = max(1, decimals)
        return
      }
      power *= 10
    }
    return nil
  }
}
