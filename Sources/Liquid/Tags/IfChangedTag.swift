import Diagnostics

/// Prints a block unless it prints what the last such block printed: `{% ifchanged %}`.
enum IfChangedTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let body = parser.parseBody(of: tag, until: .endIfChanged).body
    return Statement(action: .ifChanged(body.block), isBlank: body.isBlank)
  }
}

extension Renderer {
  mutating func renderIfChanged(_ block: Run<Node>) throws(Diagnostic) -> Flow {
    let (text, flow) = try capture(block)
    if text != frame.memory.lastChange {
      output.append(text)
      frame.memory.lastChange = text
    }
    return flow
  }
}
