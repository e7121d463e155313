import Diagnostics

/// Writes HTML table rows: `{% tablerow item in items cols: 3 %} … {% endtablerow %}`.
enum TableRowTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    let loop = parser.recover { parser throws(Diagnostic) in
      try parser.parseLoop(tag, isTable: true)
    }
    let body = parser.parseBody(of: tag, until: .endTableRow).body
    guard var loop else { return nil }
    loop.block = body.block
    return Statement(action: .table(parser.program.loops.add(loop)), isBlank: body.isBlank)
  }
}

extension Renderer {
  /// Writes a row after the other, a cell an item.
  mutating func renderTable(_ ref: Ref<Loop>) throws(Diagnostic) {
    let loop = program.loops[ref]
    let collection = try evaluate(loop.collection)
    guard collection.isTruthy else { return }
    var items = LoopItems(collection)
    items.cut(
      offset: try loop.offset.map { ref throws(Diagnostic) in try count(ref) } ?? 0,
      limit: try loop.limit.map { ref throws(Diagnostic) in try count(ref) }
    )
    let columns = try loop.columns.map { ref throws(Diagnostic) in try count(ref) }
    let position = loops.count
    loops.append(
      LoopState(
        name: loop.name,
        length: items.range.count,
        columns: columns ?? items.range.count,
        parent: -1
      )
    )
    let bindings = frame.bindings
    frame.bind(LoopField.tableLoopVariable, to: .loop(position))
    frame.bind(loop.variable)
    // The variable looks at the items to the end of the last turn.
    defer { withExtendedLifetime(items) {} }
    output.append(literal: "<tr class=\"row1\">\n")
    for turn in 0..<items.range.count {
      try self.turn()
      loops[position].index = turn
      frame.set(loop.variable, to: items.item(at: turn, isReversed: false))
      if try renderCell(loop, loops[position]) == .break { break }
    }
    output.append(literal: "</tr>\n")
    frame.unbind(to: bindings)
    loops.removeLast()
  }

  private mutating func renderCell(_ loop: Loop, _ state: LoopState) throws(Diagnostic) -> Flow {
    output.append(literal: "<td class=\"col")
    output.append(state.value(of: .column) ?? .nil)
    output.append(literal: "\">")
    let flow = try render(loop.block)
    output.append(literal: "</td>")
    if case .bool(true)? = state.value(of: .columnLast), state.index + 1 < state.length,
      flow != .break
    {
      output.append(literal: "</tr>\n<tr class=\"row")
      output.append(state.index / max(1, state.columns ?? 1) + 2)
      output.append(literal: "\">")
    }
    return flow
  }

  /// Returns a number of items or columns as Ruby's `to_i` reads it.
  private mutating func count(_ ref: Ref<Expression>) throws(Diagnostic) -> Int {
    let value = try evaluate(ref)
    switch value {
    case .nil: return 0
    case .int, .float:
      if let number = value.integer { return number }
    case .string(let text): return Value.leadingInteger(of: text.bytes) ?? 0
    default: break
    }
    throw fail(.invalidInteger(), at: source(of: ref))
  }
}
