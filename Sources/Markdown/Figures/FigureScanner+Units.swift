// What stands before and behind a number.
extension FigureScanner {
  /// What is found out about a number.
  struct Reading {
    var unit = Figure.Unit.none
    var scale = 0
    /// Whether the scale may be a unit: `5m`.
    var isScaleDoubtful = false
    var start: Int
    var end: Int

    var isBare: Bool { unit == .none && scale == 0 }
  }

  func figure(_ number: FigureNumber) -> Figure? {
    var reading = Reading(start: number.range.lowerBound, end: number.range.upperBound)
    guard !number.values.isEmpty, readBefore(number, &reading), readBehind(number, &reading),
      !reading.isBare || isAmount(number, reading)
    else { return nil }
    var values = number.values.map {
      Figure.Value(mantissa: $0.mantissa, exponent: $0.exponent + reading.scale)
    }
    if reading.isScaleDoubtful, reading.unit == .none { values += number.values }
    return Figure(values: values, unit: reading.unit, text: reading.start..<reading.end)
  }

  /// Takes in a currency; `false` if the number is a part of something else.
  private func readBefore(_ number: FigureNumber, _ reading: inout Reading) -> Bool {
    guard let before = codePoint(before: reading.start) else { return true }
    let next = codePoint(before: reading.start - before.length)
    let isAttached = next.map { Self.isLetterOrDigit($0.value) } ?? false
    switch before.value {
    case 0x23, 0xA7, 0x2116: return false  // # § №
    case 0x2B where number.isPlain && number.digits < 4: break  // +5
    case 0x2B, 0x40, 0x5C, 0x5E, 0x5F, 0x3D, 0x7B2C: return false  // + @ \ ^ _ = 第
    case 0x3A where next?.value == 0x5D || next?.value == 0x3A: return false  // [::1]:8080
    case 0x2D, 0x2010...0x2015, 0x2E, 0x3A, 0x2F:  // - – . : /
      let isRange = before.value != 0x2E && next.map { WordClass($0.value) == .digit } ?? false
      return !isAttached || isRange
    case 0x27, 0x2019: return number.digits != 2  // '26
    default:
      if let currency = FigureWords.currency(of: before.value) {
        reading.unit = .currency(currency)
        reading.start -= before.length
      } else if Self.isLetterOrDigit(before.value), WordClass(before.value) != .ideograph {
        return false
      } else if Self.isSpace(before.value), let next {
        if [0x23, 0xA7, 0x2116].contains(next.value) { return false }
        readCurrency(behind: next, before.length, &reading)
      }
    }
    return true
  }

  /// Takes in a sign or a code of ISO 4217 that a space divides from the number.
  private func readCurrency(behind sign: CodePoint, _ space: Int, _ reading: inout Reading) {
    if let currency = FigureWords.currency(of: sign.value) {
      reading.unit = .currency(currency)
      reading.start -= space + sign.length
    } else if 0x41...0x5A ~= sign.value, let (word, start) = wordBefore(reading.start),
      word.utf8.count == 3, let currency = FigureWords.currency(of: word.lowercased())
    {
      reading.unit = .currency(currency)
      reading.start = start
    }
  }

  /// Takes in scale and unit; `false` if they say that it is no amount.
  private func readBehind(_ number: FigureNumber, _ reading: inout Reading) -> Bool {
    guard let after = codePoint(at: reading.end) else { return true }
    if isSign(after, &reading) { return true }
    switch after.value {
    case 0xBA, 0xAA, 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x6642, 0x65F6, 0x70B9: return false
    case 0x500D: reading.unit = .times
    case 0x2D, 0x2010, 0x2011: return readCompound(number, after, &reading)
    case 0x2E: return !isOrdinal(number, after) && !isSeries(reading.end + 1)
    default:
      let word = word(at: reading.end)
      if !word.isEmpty { return readSuffix(word, number, &reading) }
      guard Self.isSpace(after.value) else { return true }
      return readWords(at: reading.end + after.length, number, &reading)
    }
    return true
  }

  /// Takes in a per cent or currency sign, whatever space is before it.
  private func isSign(_ after: CodePoint, _ reading: inout Reading) -> Bool {
    var (sign, end) = (after, reading.end + after.length)
    if Self.isSpace(after.value), let next = codePoint(at: end) {
      (sign, end) = (next, end + next.length)
    }
    switch sign.value {
    case 0x25, 0x66A, 0x2030, 0xFF05: reading.unit = .percent
    case 0xD7: reading.unit = .times
    default:
      guard case .none = reading.unit, let currency = FigureWords.currency(of: sign.value) else {
        return false
      }
      // '5 $10 notes' has two figures.
      if let next = codePoint(at: end), WordClass(next.value) == .digit { return false }
      reading.unit = .currency(currency)
    }
    reading.end = end
    return true
  }

  /// `10-fold`, `30-day`, and the ordinals of Russian.
  private func readCompound(
    _ number: FigureNumber,
    _ hyphen: CodePoint,
    _ reading: inout Reading
  ) -> Bool {
    let word = word(at: reading.end + hyphen.length)
    if word == "fold" || word == "fach" {
      reading.unit = .times
      reading.end += hyphen.length + word.utf8.count
    }
    let isRussian = word.unicodeScalars.first.map { $0 > "\u{400}" } ?? false
    return !(isRussian && word.unicodeScalars.count <= 3)
  }

  private func isOrdinal(_ number: FigureNumber, _ stop: CodePoint) -> Bool {
    guard number.isPlain, number.digits <= 2, byte(at: number.range.upperBound + 1) == 0x20 else {
      return false
    }
    let offset = number.range.upperBound + 2
    let first = codePoint(at: offset)?.properties?.generalCategory
    return first == .lowercaseLetter || FigureWords.isMonth(word(at: offset).lowercased())
  }

  /// `12.x`: all versions that begin so.
  private func isSeries(_ offset: Int) -> Bool { ["x", "X"].contains(word(at: offset)) }

  /// Letters directly behind the number: `4M`, `3.5x`, `21st`, `5pm`, `16GB`, `4K`.
  private func readSuffix(_ word: String, _ number: FigureNumber, _ reading: inout Reading) -> Bool
  {
    let behind = reading.end + word.utf8.count
    if let next = codePoint(at: behind), WordClass(next.value) == .digit || next.value == 0x5F {
      return false
    }
    let small = word.lowercased()
    if ["st", "nd", "rd", "th", "s", "er", "e", "ème", "º"].contains(small) { return false }
    if FigureWords.isTime(small) || small == "h" && number.digits <= 2 { return false }
    if ["x", "fold", "fach"].contains(small) {
      reading.unit = .times
      reading.end = behind
    } else if let scale = FigureWords.scale(of: small),
      small.utf8.count > 1 || word != "b" && word != "t"
    {
      reading.scale = scale
      reading.isScaleDoubtful = word == "m" || word == "k" || word == "T"
      reading.end = behind
      return readUnit(&reading)
    } else {
      // A capital alone is a name: 3D, 5G.
      return word.utf8.count > 1 || word == small
    }
    return true
  }

  private func readWords(
    at start: Int,
    _ number: FigureNumber,
    _ reading: inout Reading
  ) -> Bool {
    let word = word(at: start)
    let small = word.lowercased()
    if number.isPlain, number.digits <= 2 {
      if FigureWords.isMonth(small) || FigureWords.isTime(small) { return false }
      let rest = start + word.utf8.count
      if small == "a" || small == "p", byte(at: rest) == UInt8(ascii: ".") { return false }
      if small == "de" || small == "of", FigureWords.isMonth(self.word(at: rest + 1).lowercased()) {
        return false
      }
    }
    if let scale = FigureWords.scale(of: small), small.utf8.count > 1 {
      reading.scale = scale
      reading.end = start + word.utf8.count
    }
    return readUnit(&reading)
  }

  /// Takes in the word or sign behind number and scale.
  private func readUnit(_ reading: inout Reading) -> Bool {
    guard let space = codePoint(at: reading.end) else { return true }
    if isSign(space, &reading) { return true }
    guard Self.isSpace(space.value) || space.value == 0x2E else { return true }
    var offset = reading.end + space.length
    if space.value == 0x2E {
      guard reading.scale > 0, byte(at: offset) == 0x20 else { return true }
      offset += 1
    }
    let word = word(at: offset)
    let (small, end) = (word.lowercased(), offset + word.utf8.count)
    if FigureWords.isPercent(small) {
      reading.unit = .percent
    } else if FigureWords.isPercent(small, self.word(at: end + 1).lowercased()) {
      reading.unit = .percent
      reading.end = end + 1 + self.word(at: end + 1).utf8.count
      return true
    } else if case .none = reading.unit, let currency = FigureWords.currency(of: small) {
      reading.unit = .currency(currency)
    } else {
      return true
    }
    reading.end = end
    return true
  }
}
