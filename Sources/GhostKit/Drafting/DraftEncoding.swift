internal import Diagnostics
internal import Liquid
internal import YAML

/// How a value from a brief becomes text of a draft: as data, whatever it looks like.
///
/// In the front matter it stays one YAML value; in the body it forms no TK mark, no fence, no
/// heading and no HTML. What a template writes itself is not touched.
struct DraftEncoding {
  /// Returns the value's text as it may stand behind what has been written so far.
  ///
  /// Markup is text of the outline's own, but only in the body: what was captured above the front
  /// matter is one YAML value in it like any other.
  ///
  /// - Throws: `draft-value-place` or `draft-value-key` where no spelling of the value could be safe.
  static func encode(
    _ text: Text,
    after output: ArraySlice<UInt8>
  ) throws(Diagnostic) -> [UInt8] {
    let line = output[lineStart(in: output)...]
    if isInFrontMatter(output) { return try entry(text.bytes[...], after: line) }
    if text.isMarkup { return text.bytes }
    return body(text.bytes[...], isAtLineStart: line.allSatisfy { $0 == Byte.space })
  }

  private static func lineStart(in output: ArraySlice<UInt8>) -> Int {
    output.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? output.startIndex
  }

  private static func isInFrontMatter(_ output: ArraySlice<UInt8>) -> Bool {
    let fence = Array("---\n".utf8)
    guard output.starts(with: fence) else { return false }
    var lines = LineReader(output.dropFirst(fence.count))
    while let line = lines.next() {
      if output[line].elementsEqual(fence.dropLast()) { return false }
    }
    return true
  }

  // MARK: Front matter

  private static func entry(
    _ value: ArraySlice<UInt8>,
    after line: ArraySlice<UInt8>
  ) throws(Diagnostic) -> [UInt8] {
    let text = String(decoding: value, as: UTF8.self)
    let scalar = Array(ScalarWriter.write(text).utf8)
    let isPlain = scalar.elementsEqual(value)
    switch EntryPlace(of: line) {
    // A date stays as written: ghost's own entries are plain dates.
    case .start where isDate(value): return Array(value)
    case .start: return scalar
    case .doubleQuoted:
      // The same text, quoted, without its quotes.
      let quoted = Array(ScalarWriter.write("\"" + text).utf8)
      return Array(quoted.dropFirst(3).dropLast())
    case .singleQuoted where !value.contains { $0 < 0x20 }:
      return Array(text.replacing("'", with: "''").utf8)
    case .plain where isPlain: return Array(value)
    case .plain, .singleQuoted: throw .valueNeedsQuotes(text)
    case .key: throw .valueIsNoKey(text)
    }
  }

  private static func isDate(_ value: ArraySlice<UInt8>) -> Bool {
    WorkflowEntry(line: Array("due: ".utf8)[...] + value) != nil
  }

  /// Where on its line of YAML a value is about to stand.
  private enum EntryPlace {
    case key, start, plain, singleQuoted, doubleQuoted

    init(of line: ArraySlice<UInt8>) {
      var rest = line.drop { $0 == Byte.space }
      while rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2).drop { $0 == Byte.space } }
      let isItem = rest.startIndex > line.startIndex && line.contains(Byte.hyphen)
      if let colon = Self.colon(in: rest) {
        rest = rest[colon...].dropFirst(2).drop { $0 == Byte.space }
      } else if !isItem {
        self = .key
        return
      }
      switch rest.first {
      case nil: self = .start
      case UInt8(ascii: "\"") where Self.isOpen(rest, quote: UInt8(ascii: "\"")):
        self = .doubleQuoted
      case UInt8(ascii: "'") where Self.isOpen(rest, quote: UInt8(ascii: "'")): self = .singleQuoted
      case UInt8(ascii: "["): self = .start
      default: self = .plain
      }
    }

    private static func colon(in line: ArraySlice<UInt8>) -> Int? {
      line.indices.first {
        line[$0] == UInt8(ascii: ":") && line[$0...].dropFirst().first == Byte.space
      }
    }

    private static func isOpen(_ text: ArraySlice<UInt8>, quote: UInt8) -> Bool {
      var isOpen = false
      var isEscaped = false
      for byte in text {
        if isEscaped {
          isEscaped = false
        } else if byte == quote {
          isOpen.toggle()
        } else if isOpen, quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") {
          isEscaped = true
        }
      }
      return isOpen
    }
  }

  // MARK: Body

  /// Returns a text in which no TK is left, and all else is.
  static func withoutMarks(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    for index in text.indices {
      if isTKMark(text[index...]) { output.append(UInt8(ascii: "\\")) }
      output.append(text[index])
    }
    return output
  }

  private static func body(_ value: ArraySlice<UInt8>, isAtLineStart: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(value.count)
    var isAtLineStart = isAtLineStart
    var rest = value
    while let byte = rest.first {
      if isTKMark(rest) || (isAtLineStart && opensBlock(rest)) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
      isAtLineStart = byte == Byte.lineFeed || (isAtLineStart && byte == Byte.space)
      rest = rest.dropFirst()
    }
    return output
  }

  private static func isTKMark(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "[") && text.starts(with: "[TK".utf8)
  }

  /// Whether a line that begins so would be structure: a heading, a fence, a rule, HTML.
  private static func opensBlock(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "="): true
    case UInt8(ascii: "`"): text.starts(with: "```".utf8)
    case UInt8(ascii: "~"): text.starts(with: "~~~".utf8)
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"): isRule(text)
    default: false
    }
  }

  private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    let line = text.prefix { $0 != Byte.lineFeed }.filter { $0 != Byte.space && $0 != Byte.tab }
    return Set(line).count == 1 && (line.count >= 3 || line.first == Byte.hyphen)
  }
}
