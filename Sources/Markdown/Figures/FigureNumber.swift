/// The digits of a number and what separates them.
///
/// Digits are those of ASCII, Arabic and Persian. A group of three may stand behind a comma, a full
/// stop, an apostrophe or any space; what is left of a comma or full stop begins the decimals.
struct FigureNumber {
  let range: Range<Int>
  private(set) var values: [Figure.Value] = []
  /// Whether nothing but digits is in it.
  private(set) var isPlain = true
  /// How many digits there are.
  private(set) var digits = 0

  private enum Separator { case comma, stop, space, apostrophe, arabicDecimal, arabicThousand }

  private struct Group {
    var value: UInt64 = 0
    var count = 0
  }

  /// Reads the number whose first digit stands at an offset; its values are none if it is a
  /// version, an address or too long for a number.
  init(in bytes: [UInt8], at start: Int, end: Int) {
    var index = start
    var groups: [Group] = []
    var separators: [Separator] = []
    while true {
      groups.append(Self.group(in: bytes, &index, end))
      guard let (separator, length) = Self.separator(in: bytes, at: index, end),
        index + length < end, Self.digit(in: bytes, at: index + length) != nil
      else { break }
      if separator == .space || separator == .apostrophe {
        guard groups.last.map({ $0.count <= 3 }) ?? false,
          separators.last.map({ $0 == separator }) ?? true,
          Self.isGroupOfThree(in: bytes, at: index + length, end)
        else { break }
      }
      separators.append(separator)
      index += length
    }
    range = start..<index
    isPlain = separators.isEmpty
    digits = groups.reduce(0) { $0 + $1.count }
    values = Self.values(groups, separators)
  }

  /// The digit at an offset and how many bytes it takes.
  static func digit(in bytes: [UInt8], at index: Int) -> (value: UInt64, length: Int)? {
    let byte = bytes[index]
    if byte.isASCIIDigit { return (UInt64(byte - 0x30), 1) }
    guard byte == 0xD9 || byte == 0xDB, index + 1 < bytes.count else { return nil }
    // U+0660 and U+06F0.
    let first: UInt8 = byte == 0xD9 ? 0xA0 : 0xB0
    let value = bytes[index + 1] &- first
    return value < 10 ? (UInt64(value), 2) : nil
  }

  private static func group(in bytes: [UInt8], _ index: inout Int, _ end: Int) -> Group {
    var group = Group()
    while index < end, let (value, length) = digit(in: bytes, at: index) {
      // Longer than any number is what it is anyway.
      group.value = group.count < 18 ? group.value * 10 + value : group.value
      group.count += 1
      index += length
    }
    return group
  }

  private static func separator(in bytes: [UInt8], at index: Int, _ end: Int) -> (Separator, Int)? {
    guard index < end else { return nil }
    let codePoint = CodePoint(in: bytes, at: index)
    let separator: Separator? =
      switch codePoint.value {
      case 0x2C: .comma
      case 0x2E: .stop
      case 0x20, 0xA0, 0x2009, 0x202F: .space
      case 0x27, 0x2019: .apostrophe
      case 0x66B: .arabicDecimal
      case 0x66C: .arabicThousand
      default: nil
      }
    return separator.map { ($0, codePoint.length) }
  }

  private static func isGroupOfThree(in bytes: [UInt8], at start: Int, _ end: Int) -> Bool {
    var index = start
    return group(in: bytes, &index, end).count == 3
  }

  private static func values(_ groups: [Group], _ separators: [Separator]) -> [Figure.Value] {
    let digits = groups.reduce(0) { $0 + $1.count }
    guard digits <= 18, let last = separators.last else {
      return digits <= 18 ? [whole(groups)] : []
    }
    let inner = separators.dropLast()
    let isThousand = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
    if inner.isEmpty {
      switch last {
      case .space, .apostrophe, .arabicThousand: return [whole(groups)]
      case .arabicDecimal: return [decimal(groups)]
      case .comma, .stop:
        let isAmbiguous = isThousand && groups[0].value > 0
        return isAmbiguous ? [whole(groups), decimal(groups)] : [decimal(groups)]
      }
    }
    let isUniform = inner.allSatisfy { $0 == inner.first }
    if inner.first == last {
      // Indian numbers have groups of two before the last: 12,34,567.
      let isIndian =
        last == .comma && groups.last?.count == 3
        && groups.dropFirst().dropLast().allSatisfy { $0.count == 2 }
      return isUniform && (isThousand || isIndian) ? [whole(groups)] : []
    }
    let isGrouped = groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
    return isUniform && isGrouped && last != .space ? [decimal(groups)] : []
  }

  private static func whole(_ groups: [Group]) -> Figure.Value {
    Figure.Value(mantissa: joined(groups), exponent: 0)
  }

  private static func decimal(_ groups: [Group]) -> Figure.Value {
    Figure.Value(mantissa: joined(groups), exponent: -(groups.last?.count ?? 0))
  }

  private static func joined(_ groups: [Group]) -> UInt64 {
    groups.reduce(0) { sum, group in
      (0..<group.count).reduce(sum) { sum, _ in sum * 10 } + group.value
    }
  }
}
