internal import Diagnostics
internal import Markdown

/// What a page shows of a line of text if it takes it for Markdown and HTML.
struct ShownLine {
  private let bytes: [UInt8]
  private var index = 0
  private var output: [UInt8] = []
  /// What was looked for in vain, so that a line full of openings costs one look.
  private var missing: Set<String> = []

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// What a tag, a reference, an escape and a link begin with.
  static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "["): true
    default: false
    }
  }

  /// Returns a line without its tags and the addresses of its links, references and escapes resolved.
  static func text(of line: String) -> String {
    var shown = ShownLine(line)
    shown.read()
    // Behind a word nothing is a list, a heading or raw HTML.
    let source = SourceText(path: "", bytes: Array("x ".utf8) + shown.output)
    guard let text = try? Document(parsing: source).text else {
      return String(decoding: shown.output, as: UTF8.self)
    }
    return String(decoding: text.bytes.dropFirst(2), as: UTF8.self)
  }

  private mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readReference()
      case let byte:
        output.append(byte < Byte.space ? Byte.space : byte)
        index += 1
      }
    }
  }

  private mutating func readTag() {
    let next = index + 1 < bytes.count ? bytes[index + 1] : Byte.space
    let isTag = Byte.isLetter(next) || "/!?".utf8.contains(next)
    let isComment = bytes[index...].starts(with: "<!--".utf8)
    guard isTag, let end = end(of: isComment ? "-->" : ">") else {
      output.append(bytes[index])
      index += 1
      return
    }
    let name = bytes[(index + 1)..<end].drop { $0 == UInt8(ascii: "/") }
      .prefix { Byte.isLetter($0) || Byte.isDigit($0) }
    // No name of these is longer.
    if Self.breaking.contains(String(decoding: name.prefix(12), as: UTF8.self).lowercased()) {
      output.append(Byte.space)
    }
    index = end
  }

  /// Elements of HTML before and behind which a line ends; all others leave a word whole.
  private static let breaking: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header",
    "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td",
    "tfoot", "th", "thead", "tr", "ul",
  ]

  private mutating func end(of mark: String) -> Int? {
    guard !missing.contains(mark) else { return nil }
    let mark = Array(mark.utf8)
    var place = index
    while place + mark.count <= bytes.count {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) { return place + mark.count }
      place += 1
    }
    missing.insert(String(decoding: mark, as: UTF8.self))
    return nil
  }

  /// Numbers, and the older names, count without a semicolon, too (HTML Standard, section 13.2.5.72);
  /// all other names are left for Markdown to resolve.
  private mutating func readReference() {
    let rest = bytes[(index + 1)...]
    if rest.first == UInt8(ascii: "#"), let (scalar, end) = number(in: rest.dropFirst()) {
      output += Array(String(scalar).utf8)
      index = end
    } else if let name = Self.olderNames.first(where: { rest.starts(with: $0.utf8) }) {
      output += Array("&\(name);".utf8)
      index += 1 + name.utf8.count
    } else {
      output.append(bytes[index])
      index += 1
      return
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
  }

  /// Those that stand for a blank, for nothing, and for letters.
  private static let olderNames = ["nbsp", "shy", "ordf", "ordm"]

  private func number(in text: ArraySlice<UInt8>) -> (Unicode.Scalar, end: Int)? {
    let isHexadecimal = text.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = (isHexadecimal ? text.dropFirst() : text).prefix { byte in
      Byte.isDigit(byte) || isHexadecimal && (0x61...0x66).contains(byte | 0x20)
    }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    guard (1...7).contains(significant.count),
      let value = UInt32(
        String(decoding: significant, as: UTF8.self),
        radix: isHexadecimal ? 16 : 10
      )
    else { return nil }
    return Unicode.Scalar(value).map { ($0, digits.endIndex) }
  }
}
