import Diagnostics

/// Prints a value as `{{ … }}` does, also in a `liquid` tag: `{% echo value | filter %}`.
enum EchoTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    if parser.lexer.token.kind == .end { return nil }
    return Statement(action: try parser.parseOutput())
  }
}
