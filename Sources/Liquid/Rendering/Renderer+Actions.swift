import Diagnostics

extension Renderer {
  /// Does what is done less often.
  @inline(never)
  mutating func perform(_ action: Action) throws(Diagnostic) -> Flow {
    switch action {
    case .raw(let run): write(run)
    case .assign(let name, let pipeline): frame.assign(name, try operand(pipeline).value)
    case .capture(let name, let block): return try renderCapture(name, block)
    case .increment(let name): try write(.int(count(name, by: 1)))
    case .decrement(let name): try write(.int(count(name, by: -1) &- 1))
    case .cycle(let cycle): try renderCycle(cycle)
    case .table(let loop): try renderTable(loop)
    case .render(let call): try renderIsolated(call)
    case .call(let call): try renderCall(call)
    case .match(let value, let whens): return try match(value, whens)
    case .ifChanged(let block): return try renderIfChanged(block)
    case .include(let call): return try renderIncluded(call)
    case .group(let block): return try render(block)
    case .break: return .break
    case .continue: return .continue
    // Done where blocks are gone through.
    case .nothing, .print, .output, .choose, .select, .loop: break
    }
    return .next
  }

  /// Copies literal text.
  @inline(__always)
  mutating func write(_ run: Run<UInt8>) {
    output.append(padded: literals[run])
  }

  /// Writes what an expression gives.
  @inline(__always)
  mutating func print(_ ref: Ref<Expression>) throws(Diagnostic) {
    if let place = unsafe place(of: ref) {
      if !encodes, case .string(let text) = unsafe place.pointee.view { return output.append(text) }
      return try write(unsafe .place(place))
    }
    try printRemote(ref)
  }

  /// Writes what an expression gives that stands nowhere yet.
  @inline(never)
  private mutating func printRemote(_ ref: Ref<Expression>) throws(Diagnostic) {
    if let field = field(ref) {
      output.append(field)
    } else {
      try write(remoteOperand(ref))
    }
  }

  /// Writes a value as it prints, through the encoder if it is a text.
  @inline(never)
  mutating func write(_ operand: Operand) throws(Diagnostic) {
    guard encodes else { return output.append(operand) }
    try encode(operand)
  }

  /// Writes what an expression and its filters give.
  @inline(__always)
  mutating func write(_ ref: Ref<Pipeline>) throws(Diagnostic) {
    // What is encoded has to be a value before.
    guard encodes else { return try print(ref) }
    try encode(operand(ref))
  }

  private mutating func encode(_ operand: Operand) throws(Diagnostic) {
    switch operand.view {
    case .nil, .bool, .int, .float: output.append(operand)
    default:
      guard let encode = plan.environment.encode else { return }
      let text = operand.value.text
      try output.append { (written) throws(Diagnostic) in try encode(text, written) }
    }
  }
}
