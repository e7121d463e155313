import Diagnostics

/// Prints what it holds as it stands: `{% raw %} … {% endraw %}`.
enum RawTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.recover { parser throws(Diagnostic) in try parser.expectEnd() }
    let text = parser.takeText(of: tag, until: "endraw", refusing: nil).text
    let literal = parser.program.literals.add(parser.source.bytes[text])
    // Even blank text was asked for here, so that only no text at all is nothing.
    return Statement(action: .raw(literal), isBlank: text.isEmpty)
  }
}
