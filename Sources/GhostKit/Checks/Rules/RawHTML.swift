internal import Diagnostics
internal import Markdown

extension Check {
  /// Markup that reaches the page unseen by whoever approves the text.
  static let rawHTML = Check(
    "raw-html",
    "the draft is Markdown alone",
    help: """
      HTML can hide text and load programs, and an approver reads neither. Write Markdown instead: \
      '<b>now</b>' is '**now**'. Comments '<!-- … -->' are fine. A bracket that a reader is to see \
      has a backslash: \\<name>. Where HTML is wanted, .ghost/policy.yml says: allow: [raw-html]
      """,
    .draft { draft in
      guard !draft.surroundings.allows(.rawHTML) else { return [] }
      let bytes = draft.document.source.bytes
      var elements = OpenElements()
      return draft.document.rawHTML.compactMap { range in
        let html = bytes[range]
        guard !isComments(html), !elements.end(with: html) else { return nil }
        return Finding(range: range, message: "this is HTML", hint: hint(for: html))
      }
    }
  )

  private static func hint(for html: ArraySlice<UInt8>) -> String {
    html.starts(with: "<!--".utf8)
      ? "let the comment end in '-->', and the line with it"
      : "write it in Markdown; a '<' that is to be read has a backslash: \\<"
  }

  /// Whether there is nothing but comments.
  ///
  /// What stands behind one on its last line is HTML too (CommonMark 0.30, section 4.6).
  private static func isComments(_ html: ArraySlice<UInt8>) -> Bool {
    var rest = html.drop { $0 <= Byte.space }
    while rest.starts(with: "<!--".utf8) {
      guard let end = endOfComment(rest) else { return false }
      rest = rest[end...].drop { $0 <= Byte.space }
    }
    return rest.isEmpty
  }

  /// Where a browser takes a comment to end (HTML Living Standard, 13.2.5.43 to 13.2.5.52).
  private static func endOfComment(_ html: ArraySlice<UInt8>) -> Int? {
    // '<!-->' is a whole comment, '<!--!>' the beginning of one.
    var index = html.startIndex + 2
    while let dash = html[index...].firstIndex(of: Byte.hyphen) {
      if html[dash...].starts(with: "-->".utf8) { return dash + 3 }
      if html[dash...].starts(with: "--!>".utf8), dash > html.startIndex + 3 { return dash + 4 }
      index = dash + 1
    }
    return nil
  }
}

/// The elements that were begun and reported: of `<b>…</b>` the beginning says it all.
private struct OpenElements {
  private var counts: [String: Int] = [:]

  /// Ends an element if a piece of HTML does that and nothing else; otherwise takes in its tags.
  mutating func end(with html: ArraySlice<UInt8>) -> Bool {
    if let name = Self.nameOfEnd(html), let count = counts[name], count > 0 {
      counts[name] = count - 1
      return true
    }
    for index in html.indices where html[index] == UInt8(ascii: "<") {
      let name = Self.name(html[(index + 1)...])
      if !name.isEmpty { counts[name, default: 0] += 1 }
    }
    return false
  }

  /// The name in an end tag that stands alone.
  private static func nameOfEnd(_ html: ArraySlice<UInt8>) -> String? {
    guard html.starts(with: "</".utf8), let end = html.firstIndex(of: UInt8(ascii: ">")),
      html[(end + 1)...].allSatisfy({ $0 <= Byte.space })
    else { return nil }
    return name(html.dropFirst(2))
  }

  private static func name(_ html: ArraySlice<UInt8>) -> String {
    let name = html.prefix { Byte.isLetter($0) || Byte.isDigit($0) || $0 == Byte.hyphen }
    return String(decoding: name, as: UTF8.self).lowercased()
  }
}
