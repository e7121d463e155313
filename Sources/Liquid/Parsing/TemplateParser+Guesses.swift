import Diagnostics

// What Ruby's forgiving parser makes of markup that is wrong: it takes the pieces that it knows and
// overlooks the rest. The names of the functions are those of the regular expressions in Liquid.

extension TemplateParser {
  /// Reads what a tag or an output should be, or else, if errors are forgiven, what it may mean.
  mutating func read<T>(
    _ markup: Range<Int>,
    _ proper: (inout TemplateParser) throws(Diagnostic) -> T,
    orGuess guess: (inout TemplateParser, Fragments) throws(Diagnostic) -> T?
  ) throws(Diagnostic) -> T {
    do throws(Diagnostic) {
      return try proper(&self)
    } catch {
      guard !environment.isStrict, error.code.rawValue == "liquid.syntax",
        let guessed = try guess(&self, Fragments(bytes, in: markup))
      else { throw error }
      // Nothing is left of it.
      begin(markup.upperBound..<markup.upperBound)
      return guessed
    }
  }

  // MARK: Expressions

  /// Returns what a piece means: a literal, a range, or the names and brackets that are in it.
  mutating func guessExpression(_ piece: Range<Int>) throws(Diagnostic) -> Ref<Expression> {
    let range = trimmed(piece)
    let text = bytes[range]
    if range.count >= 2, let quote = text.first, quote == text.last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    {
      return addConstant(.string(Text(bytes[range.dropFirst().dropLast()].array)), at: range)
    }
    if let bounds = guessBounds(range) {
      let first = try guessNested(bounds.first)
      let last = try guessNested(bounds.last)
      return add(.range(first, last), at: range)
    }
    if let number = guessNumber(range) { return addConstant(number, at: range) }
    begin(range)
    if lexer.token.kind == .identifier, lexer.following.kind == .end,
      let word = word(lexer.token)
    {
      return add(word, at: range)
    }
    return try guessPath(range)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isSpace { start += 1 }
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  private func guessBounds(_ range: Range<Int>) -> (first: Range<Int>, last: Range<Int>)? {
    guard range.count > 5, bytes[range.lowerBound] == UInt8(ascii: "("),
      bytes[range.upperBound - 1] == UInt8(ascii: ")")
    else { return nil }
    var dots = range.upperBound - 4
    while dots > range.lowerBound + 1 {
      if bytes[dots] == UInt8(ascii: "."), bytes[dots + 1] == UInt8(ascii: ".") {
        return (range.lowerBound + 1..<dots, dots + 2..<range.upperBound - 1)
      }
      dots -= 1
    }
    return nil
  }

  /// A number, of which only the first of several points counts.
  private func guessNumber(_ range: Range<Int>) -> Value? {
    let isNegative = bytes[range].first == UInt8(ascii: "-")
    let digits = isNegative ? range.dropFirst() : range
    guard let first = digits.first, bytes[first].isDigit,
      digits.allSatisfy({ bytes[$0].isDigit || bytes[$0] == UInt8(ascii: ".") })
    else { return nil }
    guard let point = digits.first(where: { bytes[$0] == UInt8(ascii: ".") }) else {
      return Int(text(range)).map { .int($0) }
    }
    var end = point + 1
    while end < range.upperBound, bytes[end].isDigit { end += 1 }
    return Double(text(range.lowerBound..<end) + "0").map { .float($0) }
  }

  /// Every name and every bracket of a piece, whatever stands between them.
  private mutating func guessPath(_ range: Range<Int>) throws(Diagnostic) -> Ref<Expression> {
    var variable: Variable?
    var computed: Ref<Expression>?
    let start = pendingSteps.count
    let brackets = closedBrackets(in: range)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index].isNamePart {
        var end = index
        while end < range.upperBound, bytes[end].isNamePart { end += 1 }
        if end < range.upperBound, bytes[end] == UInt8(ascii: "?") { end += 1 }
        if variable == nil, computed == nil {
          variable = program.names.variable(named: program.names.add(bytes[index..<end]))
        } else {
          let token = Token(kind: .identifier, range: index..<end)
          pendingSteps.append(Step(kind: member(token), place: Place(index..<end)))
        }
        index = end
      } else if let end = brackets[index] {
        let key = try guessNested(index + 1..<end)
        if variable == nil, computed == nil {
          computed = key
        } else {
          pendingSteps.append(Step(kind: .computed(key), place: Place(index + 1..<end)))
        }
        index = end + 1
      } else {
        index += 1
      }
    }
    let path = pendingSteps.move(from: start, to: &program.steps)
    if let computed { return add(.computed(computed, path), at: range) }
    if let variable { return add(.variable(variable, path), at: range) }
    return addConstant(.nil, at: range)
  }

  private mutating func guessNested(_ range: Range<Int>) throws(Diagnostic) -> Ref<Expression> {
    guard depth < environment.limits.nesting else {
      throw .tooDeep(limit: environment.limits.nesting, at: location(range))
    }
    depth += 1
    defer { depth -= 1 }
    return try guessExpression(range)
  }

  /// Where each bracket that is closed is closed.
  private func closedBrackets(in range: Range<Int>) -> [Int: Int] {
    guard bytes.firstIndex(of: UInt8(ascii: "]"), in: range) != nil else { return [:] }
    var open: [Int] = []
    var closed: [Int: Int] = [:]
    for index in range {
      if bytes[index] == UInt8(ascii: "[") { open.append(index) }
      if bytes[index] == UInt8(ascii: "]"), let start = open.popLast() { closed[start] = index }
    }
    return closed
  }

  private mutating func addConstant(_ value: Value, at range: Range<Int>) -> Ref<Expression> {
    add(.constant(program.constants.add(value)), at: range)
  }

  private mutating func add(_ expression: Expression, at range: Range<Int>) -> Ref<Expression> {
    program.places.append(Place(range))
    return program.expressions.add(expression)
  }

  // MARK: Pipelines

  /// The first piece, and every filter behind the first pipe.
  mutating func guessPipeline(_ markup: Fragments) throws(Diagnostic) -> Ref<Pipeline> {
    var rest = markup
    guard let source = rest.next() else {
      let nothing = addConstant(.nil, at: markup.position..<markup.end)
      return program.pipelines.add(Pipeline(source: nothing, filters: .empty))
    }
    let expression = try guessExpression(source)
    let start = program.filterCalls.count
    if let pipe = bytes.firstIndex(of: UInt8(ascii: "|"), in: rest.position..<rest.end) {
      rest.position = pipe + 1
      while rest.position < rest.end { try guessFilter(&rest) }
    }
    let filters = Run<FilterCall>(start: start, count: program.filterCalls.count - start)
    return program.pipelines.add(Pipeline(source: expression, filters: filters))
  }

  /// One filter: the first word up to the next pipe, and what stands behind colons and commas.
  private mutating func guessFilter(_ rest: inout Fragments) throws(Diagnostic) {
    var end = rest.position
    while end < rest.end, bytes[end] != UInt8(ascii: "|") {
      end = rest.piece(at: end)?.upperBound ?? end + 1
    }
    var call = Fragments(bytes, in: rest.position..<end)
    rest.position = end + 1
    _ = call.take { !($0.isNameStart || $0.isDigit) }
    let name = call.take { $0.isNameStart || $0.isDigit }
    guard !name.isEmpty else { return }
    var positional: [Ref<Expression>] = []
    var named: [NamedArgument] = []
    while call.position < call.end {
      let byte = bytes[call.position]
      guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",") else {
        call.position = call.piece(at: call.position)?.upperBound ?? call.position + 1
        continue
      }
      call.position += 1
      call.skipSpaces()
      guard let value = call.piece(at: call.position) else { continue }
      call.position = value.upperBound
      if let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: value), colon > value.lowerBound,
        (value.lowerBound..<colon).allSatisfy({ bytes[$0].isNamePart })
      {
        var behind = Fragments(bytes, in: colon + 1..<call.end)
        behind.skipSpaces()
        guard let piece = behind.piece(at: behind.position) else { continue }
        call.position = piece.upperBound
        let key = program.names.add(bytes[value.lowerBound..<colon])
        named.append(NamedArgument(name: key, value: try guessExpression(piece)))
      } else {
        positional.append(try guessExpression(value))
      }
    }
    program.filterCalls.append(
      filterCall(
        name,
        program.arguments.add(positional),
        program.namedArguments.add(named)
      )
    )
  }
}
