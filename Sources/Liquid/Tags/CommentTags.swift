import Diagnostics

/// Leaves out what it holds, whatever that is: `{% comment %} … {% endcomment %}`.
enum CommentTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.skipComment(tag)
    return nil
  }
}

/// Leaves itself out: `{% # words %}`; each of its lines begins with the sign.
enum InlineCommentTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let bytes = parser.source.bytes
    let lines = bytes[tag.markup].split(separator: UInt8(ascii: "\n")).dropFirst()
    for line in lines {
      let text = line.drop(while: \.isSpace)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let end = text.lastIndex { !$0.isSpace } ?? text.startIndex
      throw .uncommentedLine(at: parser.location(text.startIndex..<end + 1))
    }
    return nil
  }
}

/// Describes a partial to those who use it: `{% doc %} … {% enddoc %}`.
enum DocTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.recover { parser throws(Diagnostic) in try parser.expectEnd() }
    let nested = parser.takeText(of: tag, until: "enddoc", refusing: "doc").nested
    if let nested { throw .nestedDoc(at: parser.location(nested..<nested + 2)) }
    return nil
  }
}
