import Diagnostics

/// Ends a loop: `{% break %}`.
enum BreakTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    if parser.environment.isStrict { try parser.expectEnd() }
    return Statement(action: .break)
  }
}

/// Goes on with a loop's next item: `{% continue %}`.
enum ContinueTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    if parser.environment.isStrict { try parser.expectEnd() }
    return Statement(action: .continue)
  }
}
