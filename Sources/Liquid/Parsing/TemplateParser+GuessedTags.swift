import Diagnostics

// What Ruby's forgiving parser makes of the markup of tags.

extension TemplateParser {
  // MARK: Conditions

  /// Comparisons between the words `and` and `or`, each of its first pieces alone.
  mutating func guessCondition(_ markup: Fragments) throws(Diagnostic) -> Run<Comparison>? {
    var chain: [Comparison] = []
    var rest = markup
    while true {
      let start = rest.position
      var link = Comparison.Link.end
      var end = rest.end
      while rest.position < rest.end {
        let isBehindWord = rest.position > start && bytes[rest.position - 1].isNamePart
        let place = rest.position
        if !isBehindWord, rest.take(word: "and") {
          (link, end) = (.and, place)
          break
        }
        if !isBehindWord, rest.take(word: "or") {
          (link, end) = (.or, place)
          break
        }
        rest.position = rest.piece(at: place)?.upperBound ?? place + 1
      }
      guard let comparison = try guessComparison(Fragments(bytes, in: start..<end), link) else {
        return nil
      }
      chain.append(comparison)
      if link == .end { return program.comparisons.add(chain) }
    }
  }

  private mutating func guessComparison(_ markup: Fragments, _ link: Comparison.Link)
    throws(Diagnostic) -> Comparison?
  {
    var rest = markup
    guard let first = rest.next() else { return nil }
    let left = try guessExpression(first)
    rest.skipSpaces()
    let sign = rest.take(while: \.isOperatorPart)
    rest.skipSpaces()
    let second = rest.piece(at: rest.position)
    var operation = Comparison.Operator.truth
    if !sign.isEmpty {
      guard let found = Comparison.Operator(bytes[sign]) else { return nil }
      operation = found
    }
    var right = left
    if operation != .truth {
      let end = markup.end
      right = try guessExpression(second ?? end..<end)
    }
    return Comparison(
      left: left,
      operation: operation,
      right: right,
      link: link,
      place: Place(sign)
    )
  }

  // MARK: Names

  /// The last run of letters that a name can be made of, dots and brackets too, before an end.
  mutating func guessTarget(_ range: Range<Int>) -> Variable? {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isSpace { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1].isTargetPart { start -= 1 }
    return start < end ? variable(start..<end) : nil
  }

  /// The first such run.
  mutating func guessFirstTarget(_ markup: Fragments) -> Variable? {
    var rest = markup
    _ = rest.take { !$0.isTargetPart }
    let name = rest.take(while: \.isTargetPart)
    return name.isEmpty ? nil : variable(name)
  }

  /// All of the markup, whatever it is.
  mutating func guessCounter(_ markup: Fragments) -> Variable {
    var (start, end) = (markup.position, markup.end)
    while start < end, bytes[start].isSpace { start += 1 }
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    return variable(start..<end)
  }

  private mutating func variable(_ name: Range<Int>) -> Variable {
    program.names.variable(named: program.names.add(bytes[name]))
  }

  // MARK: Loops and partials

  /// `item in items reversed`, and of what follows only the options that there are.
  mutating func guessLoop(_ markup: Fragments, isTable: Bool) throws(Diagnostic) -> Loop? {
    var rest = markup
    rest.skipSpaces()
    let name = rest.take(while: \.isNamePart)
    rest.skipSpaces()
    guard !name.isEmpty, rest.take(word: "in") else { return nil }
    rest.skipSpaces()
    guard rest.piece(at: rest.position) != nil, let collection = rest.nextRow() else { return nil }
    var loop = Loop(
      variable: variable(name),
      collection: try guessExpression(collection),
      name: loopName(name, collection),
      place: Place(collection)
    )
    rest.skipSpaces()
    if !isTable, rest.take(word: "reversed") { loop.isReversed = true }
    for option in rest.attributes() {
      let isContinue = bytes[option.value].isText("continue")
      if bytes[option.name].isText("limit") {
        loop.limit = try guessExpression(option.value)
      } else if bytes[option.name].isText("cols"), isTable {
        loop.columns = try guessExpression(option.value)
      } else if bytes[option.name].isText("offset"), isContinue, !isTable {
        loop.continues = true
        program.hasContinuedLoops = true
      } else if bytes[option.name].isText("offset") {
        loop.offset = try guessExpression(option.value)
      }
    }
    return loop
  }

  /// The name of a partial, `with` or `for` and `as` behind it, and every `name: value`.
  mutating func guessPartialCall(_ markup: Fragments) throws(Diagnostic) -> Ref<PartialCall>? {
    var rest = markup
    guard let name = rest.next() else { return nil }
    rest.skipSpaces()
    var value: Ref<Expression>?
    let isForEach = rest.take(word: "for")
    if isForEach || rest.take(word: "with"), let piece = rest.next() {
      value = try guessExpression(piece)
      rest.skipSpaces()
    }
    var alias: Variable?
    if rest.take(word: "as") {
      rest.skipSpaces()
      let name = rest.take(while: \.isNamePart)
      if !name.isEmpty { alias = variable(name) }
    }
    var arguments: [NamedArgument] = []
    for attribute in markup.attributes() {
      let key = program.names.add(bytes[attribute.name])
      _ = program.names.variable(named: key)
      arguments.append(NamedArgument(name: key, value: try guessExpression(attribute.value)))
    }
    return addPartialCall(
      name: try guessExpression(name),
      at: name,
      value: value,
      isForEach: isForEach,
      alias: alias,
      arguments: program.namedArguments.add(arguments)
    )
  }

  /// The first piece between any two commas.
  mutating func guessValues(_ markup: Fragments) throws(Diagnostic) -> [Ref<Expression>] {
    var values: [Ref<Expression>] = []
    var start = markup.position
    while start <= markup.end {
      let comma =
        bytes.firstIndex(of: UInt8(ascii: ","), in: start..<markup.end) ?? markup.end
      var part = Fragments(bytes, in: start..<comma)
      if let piece = part.next() { values.append(try guessExpression(piece)) }
      start = comma + 1
    }
    return values
  }
}

extension Comparison.Operator {
  fileprivate init?(_ sign: Bytes) {
    if sign.isText("==") {
      self = .equal
    } else if sign.isText("!=") || sign.isText("<>") {
      self = .notEqual
    } else if sign.isText("<") {
      self = .less
    } else if sign.isText("<=") {
      self = .lessOrEqual
    } else if sign.isText(">") {
      self = .greater
    } else if sign.isText(">=") {
      self = .greaterOrEqual
    } else if sign.isText("contains") {
      self = .contains
    } else {
      return nil
    }
  }
}

extension UInt8 {
  fileprivate var isOperatorPart: Bool {
    self == UInt8(ascii: "=") || self == UInt8(ascii: "!") || self == UInt8(ascii: "<")
      || self == UInt8(ascii: ">") || self == UInt8(ascii: "_")
      || (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z"))
  }

  fileprivate var isTargetPart: Bool {
    isNamePart || self == UInt8(ascii: ".") || self == UInt8(ascii: "[")
      || self == UInt8(ascii: "]") || self == UInt8(ascii: "(") || self == UInt8(ascii: ")")
  }
}
