import Diagnostics

/// Prints a counter and adds one to it, beginning at 0: `{% increment name %}`.
enum IncrementTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let name = try parser.parseCounter(tag)
    return Statement(action: .increment(name))
  }
}

/// Takes one from a counter and prints it, beginning at -1: `{% decrement name %}`.
enum DecrementTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let name = try parser.parseCounter(tag)
    return Statement(action: .decrement(name))
  }
}

extension TemplateParser {
  fileprivate mutating func parseCounter(_ tag: TagToken) throws(Diagnostic) -> Variable {
    try read(tag.markup) { parser throws(Diagnostic) in
      let name = try parser.parseTarget()
      try parser.expectEnd()
      return name
    } orGuess: { parser, markup in
      parser.guessCounter(markup)
    }
  }
}

extension Renderer {
  /// Counts a counter on and returns what it was before.
  ///
  /// As in Ruby's Liquid it begins where data of its name stands and is seen as data from then on.
  mutating func count(_ variable: Variable, by change: Int) -> Int {
    var value = frame.memory.counters[variable]
    if value == nil,
      let place = unsafe Object.find(program.names.key(of: variable), in: frame.entries),
      case .int(let number) = unsafe place.pointee
    {
      value = number
    }
    let next = (value ?? 0) &+ change
    frame.memory.counters[variable] = next
    switch frame[variable].kind {
    case .unset, .data: frame.hold(.int(next), in: variable, .data)
    case .local, .loop: break
    }
    return value ?? 0
  }
}
