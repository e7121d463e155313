import Diagnostics

/// Prints what it holds as it stands: `{% raw %} … {% endraw %}`.
enum RawTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.recover { parser throws(Diagnostic) in try parser.expectEnd() }
    let text = parser.takeText(of: tag, until: "endraw", refusing: nil).text
    let literal = unsafe parser.program.literals.add(copying: parser.bytes[text].buffer)
    // Even blank text was asked for here, so that only no text at all is nothing.
    return Statement(action: .raw(literal), isBlank: text.isEmpty)
  }
}
