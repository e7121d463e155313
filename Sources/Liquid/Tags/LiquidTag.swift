import Diagnostics

/// Holds a tag a line, without their delimiters: `{% liquid … %}`.
enum LiquidTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let body = try parser.parseLines(tag)
    return Statement(action: .group(body.block), isBlank: body.isBlank)
  }
}
