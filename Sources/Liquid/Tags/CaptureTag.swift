import Diagnostics

/// Sets a variable to what a block prints: `{% capture name %} … {% endcapture %}`.
enum CaptureTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let name = parser.recover { parser throws(Diagnostic) in
      try parser.read(tag.markup) { parser throws(Diagnostic) in
        let name = try parser.parseTarget(in: tag)
        try parser.expectEnd()
        return name
      } orGuess: { parser, markup in
        parser.guessFirstTarget(markup)
      }
    }
    let body = parser.parseBody(of: tag, until: .endCapture).body
    guard let name else { return nil }
    return Statement(action: .capture(name, body.block), isBlank: true)
  }
}

extension TemplateParser {
  /// Reads the name of a variable, which many a shop's template has in quotes.
  fileprivate mutating func parseTarget(in tag: TagToken) throws(Diagnostic) -> Variable {
    guard lexer.token.kind == .string else { return try parseTarget() }
    let range = lexer.token.range
    begin(range.dropFirst().dropLast())
    let name = try parseTarget()
    try expectEnd()
    begin(range.upperBound..<tag.markup.upperBound)
    return name
  }
}

extension Renderer {
  /// Renders a block into the output and takes it from there, so that an encoder can see where it
  /// stands.
  mutating func capture(_ block: Run<Node>) throws(Diagnostic) -> (text: [UInt8], flow: Flow) {
    let start = output.count
    let flow = try render(block)
    return (output.take(from: start), flow)
  }

  mutating func renderCapture(_ variable: Variable, _ block: Run<Node>) throws(Diagnostic) -> Flow {
    let (text, flow) = try capture(block)
    try context.charge(bytes: text.count)
    frame.assign(variable, .string(Text(text, isMarkup: true)))
    return flow
  }
}
