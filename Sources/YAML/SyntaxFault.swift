import Diagnostics

/// What libyaml complains of, with the offsets in the file of the complaint and of its context.
struct SyntaxFault {
  let problem: String
  let offset: Int
  let contextOffset: Int
}

extension Diagnostic {
  /// Returns libyaml's complaint in the words of who wrote the file.
  static func syntax(_ fault: SyntaxFault, in source: SourceText) -> Diagnostic {
    let reading = Reading(fault, in: source)
    return Diagnostic(
      .error,
      "yaml.syntax",
      reading.message,
      at: source.location(of: reading.range),
      hint: reading.hint
    )
  }
}

/// How a complaint is understood: what is wrong, where, and what helps.
private struct Reading {
  let message: String
  let range: Range<Int>
  let hint: String?

  init(_ fault: SyntaxFault, in source: SourceText) {
    let bytes = source.bytes
    let byte = fault.offset < bytes.count ? bytes[fault.offset] : nil
    let here = fault.offset..<Reading.end(ofCharacterAt: fault.offset, in: bytes)
    let context = fault.contextOffset..<Reading.end(ofCharacterAt: fault.contextOffset, in: bytes)
    let indentation = "keys of one level begin in the same column"
    switch fault.problem {
    case "mapping values are not allowed in this context"
    where Reading.isBehind(fault.offset, anyOf: ":", in: bytes):
      self.init("a ':' with a space behind it cannot stand inside a text", here, Reading.quotes)
    case "found unexpected ':'":
      self.init("a ':' cannot stand here", here, Reading.quotes)
    case "mapping values are not allowed in this context":
      self.init("a key cannot begin on this line", here, indentation)
    case "block sequence entries are not allowed in this context":
      self.init("a list cannot begin here", here, "begin it on a line of its own, or use quotes")
    case "mapping keys are not allowed in this context":
      self.init("'?' cannot stand here", here, Reading.quotes)
    case "found character that cannot start any token" where byte == UInt8(ascii: "\t"),
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      self.init("a tab cannot indent YAML", here, "indent with spaces")
    case "found character that cannot start any token":
      let character = String(decoding: bytes[here], as: UTF8.self)
      self.init("a text cannot begin with '\(character)'", here, "put the whole text in quotes")
    case "found unexpected end of stream", "found unexpected document indicator":
      let quote = String(decoding: bytes[context], as: UTF8.self)
      self.init("the quote that opens here is never closed", context, "close it with \(quote)")
    case "could not find expected ':'":
      self.init(
        "this line is no key with a value",
        Reading.line(from: fault.contextOffset, in: bytes),
        "write 'key: value', or indent the line if it goes on with the text above"
      )
    case "did not find expected key" where Reading.isBehind(fault.offset, anyOf: "\"'", in: bytes):
      self.init("text goes on behind the closing quote", here, Reading.quoteInQuotes)
    case "did not find expected key":
      self.init("a key was expected here", here, indentation)
    case "did not find expected '-' indicator":
      self.init("an entry of the list was expected here", here, "begin it with '- '")
    case "did not find expected ',' or ']'":
      self.init("the list that opens here is never closed", context, "close it with ']'")
    case "did not find expected ',' or '}'":
      self.init("the '{' that opens here is never closed", context, "close it with '}'")
    case "did not find expected node content":
      self.init("a value was expected here", here, "put quotes around a text with such a mark")
    case "did not find expected alphabetic or numeric character":
      let mark = String(decoding: bytes[context], as: UTF8.self)
      self.init(
        "'\(mark)' at the start of a text has a meaning of its own",
        context,
        Reading.quotes
      )
    case "found unknown escape character":
      self.init("unknown escape in double quotes", here, "write '\\\\' for a backslash")
    case "did not find expected comment or line break":
      self.init("nothing can follow '|' or '>' on its line", here, "put quotes around the text")
    case "found undefined tag handle":
      self.init("'!' at the start of a text has a meaning of its own", here, Reading.quotes)
    case let problem:
      self.init("this is not YAML: \(problem)", here, nil)
    }
  }

  private init(_ message: String, _ range: Range<Int>, _ hint: String?) {
    self.message = message
    self.range = range
    self.hint = hint
  }

  private static let quotes = "put the whole text in quotes: \"…\""
  private static let quoteInQuotes = "a quote inside quotes is written '' in '…' and \\\" in \"…\""

  private static func end(ofCharacterAt offset: Int, in bytes: [UInt8]) -> Int {
    guard offset < bytes.count else { return offset }
    return bytes[(offset + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
  }

  private static func line(from offset: Int, in bytes: [UInt8]) -> Range<Int> {
    let breaks = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    return offset..<(bytes[offset...].firstIndex(where: breaks.contains) ?? bytes.count)
  }

  /// Whether one of the marks stands earlier on the line.
  private static func isBehind(_ offset: Int, anyOf marks: String, in bytes: [UInt8]) -> Bool {
    bytes[..<offset].reversed().prefix { $0 != UInt8(ascii: "\n") }
      .contains(where: marks.utf8.contains)
  }
}
