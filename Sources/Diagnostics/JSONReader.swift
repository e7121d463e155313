extension JSON {
  /// What a document may cost; no data that a template needs comes near.
  public struct Limits: Sendable {
    /// The longest text, in bytes.
    public var bytes = 1 << 28
    /// The deepest nesting of lists and objects.
    public var depth = 100

    /// Starts with the defaults.
    public init() {}
  }

  /// Reads a document, strictly: RFC 8259 and nothing beside it, with every key once.
  ///
  /// A whole number that 64 bits cannot hold becomes a ``real(_:)``. A byte order mark at the start
  /// is skipped, as RFC 8259 allows.
  ///
  /// - Throws: a diagnostic at the place of the first fault.
  public init(reading source: SourceText, limits: Limits = Limits()) throws(Diagnostic) {
    var reader = JSONReader(source, limits: limits)
    self = try reader.document()
  }
}

/// One way through the bytes of a document.
private struct JSONReader {
  private let source: SourceText
  private let bytes: [UInt8]
  private let limits: JSON.Limits
  private var offset = 0

  init(_ source: SourceText, limits: JSON.Limits) {
    self.source = source
    bytes = source.bytes
    self.limits = limits
  }

  mutating func document() throws(Diagnostic) -> JSON {
    guard bytes.count <= limits.bytes else { throw .jsonTooLarge(limits.bytes, at: here) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .jsonNotUTF8(at: Location(path: source.path))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    let value = try value(depth: 0)
    skipSpace()
    if offset < bytes.count { throw unexpected("the end of the document") }
    return value
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> JSON {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
      return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func object(depth: Int) throws(Diagnostic) -> JSON {
    guard depth < limits.depth else { throw .jsonTooDeep(limits.depth, at: here) }
    offset += 1
    var entries: [(key: String, value: JSON)] = []
    var keys: Set<String> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
      let start = offset
      let key = try string()
      guard keys.insert(key).inserted else {
        throw .jsonDuplicateKey(key, at: source.location(of: start..<offset))
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw unexpected("':'") }
      entries.append((key, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(entries) }
      guard take(UInt8(ascii: ",")) else { throw unexpected("',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> JSON {
    guard depth < limits.depth else { throw .jsonTooDeep(limits.depth, at: here) }
    offset += 1
    var items: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw unexpected("',' or ']'") }
    }
  }

  // MARK: Scalars

  private mutating func string() throws(Diagnostic) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var run = offset
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[run..<offset]
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[run..<offset]
        text += try escape()
        run = offset
      case ..<0x20: throw unexpected("an escape such as '\\n' for a control character")
      default: offset += 1
      }
    }
    throw .jsonOpenString(at: source.location(at: start))
  }

  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    let start = offset
    offset += 1
    let letter = peek
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return letter.map { [$0] } ?? []
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      if let scalar = unicodeEscape() { return Array(String(Character(scalar)).utf8) }
      throw .jsonBadEscape(at: source.location(of: start..<offset))
    default: throw .jsonBadEscape(at: source.location(of: start..<offset))
    }
  }

  /// Reads four hexadecimal digits, or twice as many where they are a surrogate pair.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = codeUnit() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = codeUnit(),
      UTF16.isTrailSurrogate(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
  }

  private mutating func codeUnit() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  private mutating func number() throws(Diagnostic) -> JSON {
    let start = offset
    var isWhole = true
    _ = take(UInt8(ascii: "-"))
    // A zero stands alone before the point.
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let number = Int(text) { return .number(number) }
    guard let real = Double(text), real.isFinite else {
      throw .jsonNumberTooLarge(text, at: source.location(of: start..<offset))
    }
    return .real(real)
  }

  private mutating func digits() throws(Diagnostic) {
    let start = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == start { throw unexpected("a digit") }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Diagnostic) -> JSON {
    let letters = Array(word.description.utf8)
    guard bytes[offset...].starts(with: letters) else { throw unexpected("a value") }
    offset += letters.count
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private var here: Location { source.location(at: offset) }

  private func unexpected(_ expected: String) -> Diagnostic {
    .jsonUnexpected(expected, atEnd: offset >= bytes.count, at: here)
  }
}
