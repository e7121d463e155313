import Diagnostics

/// Sets a variable: `{% assign name = value | filter %}`.
enum AssignTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let (name, start) = try parser.read(tag.markup) { parser throws(Diagnostic) in
      let name = try parser.parseTarget()
      try parser.expect(.equals)
      return (name, parser.lexer.rest.lowerBound)
    } orGuess: { parser, markup in
      let range = markup.position..<markup.end
      guard let sign = parser.bytes.firstIndex(of: UInt8(ascii: "="), in: range) else { return nil }
      return parser.guessTarget(range.lowerBound..<sign).map { ($0, sign + 1) }
    }
    parser.begin(start..<tag.markup.upperBound)
    return Statement(action: .assign(name, try parser.parsePipeline()), isBlank: true)
  }
}

extension TemplateParser {
  /// Reads the name of a variable that is about to be set.
  mutating func parseTarget() throws(Diagnostic) -> Variable {
    let token = lexer.token
    // To Ruby's Liquid digits are a name as well.
    if environment.isStrict || !accept(.integer) {
      try expect(.identifier, "the name of a variable")
    }
    return program.names.variable(named: program.names.add(lexer.text(token)))
  }
}
