import Diagnostics

extension FilterTable {
  /// What writes a text in the letters of URLs or Base64, and reads it back.
  static let encodingFilters = [
    Filter("url_encode") { input, _, context throws(Diagnostic) in
      input.isNil ? .nil : try context.charged(PercentEncoding.encoded(input.converted))
    },
    Filter("url_decode") { input, _, context throws(Diagnostic) in
      guard !input.isNil else { return .nil }
      let bytes = PercentEncoding.decoded(input.converted)
      guard isUTF8(bytes) else { throw Diagnostic.invalidUTF8() }
      return try context.charged(bytes)
    },
    Filter("base64_encode") { input, _, context throws(Diagnostic) in
      try context.charged(Base64.standard.encoded(input.converted))
    },
    Filter("base64_decode") { input, _, context throws(Diagnostic) in
      guard let bytes = Base64.standard.decoded(input.converted) else {
        throw Diagnostic.invalidBase64(filter: "base64_decode")
      }
      return try context.charged(bytes)
    },
    Filter("base64_url_safe_encode") { input, _, context throws(Diagnostic) in
      try context.charged(Base64.urlSafe.encoded(input.converted))
    },
    Filter("base64_url_safe_decode") { input, _, context throws(Diagnostic) in
      guard let bytes = Base64.urlSafe.decoded(input.converted) else {
        throw Diagnostic.invalidBase64(filter: "base64_url_safe_decode")
      }
      return try context.charged(bytes)
    },
  ]

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}

/// `application/x-www-form-urlencoded`, as Ruby's CGI has it: a space is a plus.
private enum PercentEncoding {
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if isUnreserved(byte) {
        result.append(byte)
      } else if byte == UInt8(ascii: " ") {
        result.append(UInt8(ascii: "+"))
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A percent sign without two digits behind it stays.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%"), index + 1 < bytes.count,
        let high = value(of: bytes[index]), let low = value(of: bytes[index + 1])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return result
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch LetterCase.lower(digit) {
    case let byte where byte.isDigit: byte - UInt8(ascii: "0")
    case let byte where byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f"):
      byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// RFC 4648, strictly: no line breaks, no bits left over.
private struct Base64 {
  /// Section 4; padding is required.
  static let standard = Base64("+/", needsPadding: true)
  /// Section 5; reads text without padding, and the standard alphabet as well, as Ruby does.
  static let urlSafe = Base64("-_", needsPadding: false)

  private let alphabet: [UInt8]
  private let needsPadding: Bool

  private init(_ last: String, needsPadding: Bool) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    alphabet = Array((letters + last).utf8)
    self.needsPadding = needsPadding
  }

  func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= 8 * UInt32(3 - group.count)
      for position in 0..<4 {
        let letter = alphabet[Int(bits >> UInt32(18 - 6 * position) & 63)]
        result.append(position <= group.count ? letter : UInt8(ascii: "="))
      }
    }
    return result
  }

  func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    let digits = bytes.dropLast(padding)
    let isPadded = bytes.count % 4 == 0 && padding <= 2
    guard isPadded || (!needsPadding && padding == 0 && digits.count % 4 != 1) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits.count / 4 * 3 + 2)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bits & (1 << count - 1) == 0 ? result : nil
  }

  private func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    case UInt8(ascii: "-") where !needsPadding: 62
    case UInt8(ascii: "_") where !needsPadding: 63
    default: nil
    }
  }
}
