import Diagnostics

extension Renderer {
  /// Returns what an expression and its filters give; it is good until the next pipeline is asked.
  mutating func operand(_ ref: Ref<Pipeline>) throws(Diagnostic) -> Operand {
    let pipeline = program.pipelines[ref]
    var result = try operand(pipeline.source)
    guard !pipeline.filters.isEmpty else { return result }
    var call = unsafe UnsafePointer(program.filterCalls.address(of: pipeline.filters))
    for _ in 0..<pipeline.filters.count {
      result = try unsafe apply(call, to: result)
      unsafe call += 1
    }
    return result
  }

  /// Writes what an expression and its filters give, the last filter writing for itself if it can.
  mutating func print(_ ref: Ref<Pipeline>) throws(Diagnostic) {
    let pipeline = program.pipelines[ref]
    var result = try operand(pipeline.source)
    guard !pipeline.filters.isEmpty else { return output.append(result) }
    var call = unsafe UnsafePointer(program.filterCalls.address(of: pipeline.filters))
    for _ in 1..<pipeline.filters.count {
      result = try unsafe apply(call, to: result)
      unsafe call += 1
    }
    switch unsafe call.pointee.action {
    case .write, .print: try unsafe write(call, result)
    case .choose, .call: output.append(try unsafe apply(call, to: result))
    }
  }

  @unsafe private mutating func apply(
    _ pointer: UnsafePointer<FilterCall>,
    to input: Operand
  ) throws(Diagnostic) -> Operand {
    let call = unsafe pointer.pointee
    switch call.action {
    case .choose:
      return FilterTable.choose(input, try operands(call.arguments))
    case .write:
      let start = output.count
      try unsafe write(pointer, input)
      defer { output.cut(to: start) }
      // Such a filter only takes away: where nothing is gone, the input is the result.
      if call.keepsMarkup, case .string(let text) = input.view, text.count == output.count - start {
        return input
      }
      let isMarkup = call.keepsMarkup && input.isMarkup
      return scratch.setResult(output.written[start..<output.count], isMarkup: isMarkup)
    case .call, .print:
      return call.filter < 0 ? input : scratch.setResult(try self.call(call, input.value))
    }
  }

  /// Has a filter write its result, which counts as a value like any other.
  @inline(__always)
  @unsafe private mutating func write(_ pointer: UnsafePointer<FilterCall>, _ input: Operand)
    throws(Diagnostic)
  {
    let arguments = try operands(unsafe pointer.pointee.arguments)
    guard let writer = unsafe pointer.pointee.writer else { return }
    let start = output.count
    let fault: Diagnostic? = unsafe writer._withUnsafeGuaranteedRef { writer in
      do throws(Diagnostic) {
        try writer.write(input, arguments, &output, &context)
        let size = output.count - start
        try context.charge(bytes: size)
        if size >= 1024 { try step(size >> 10) }
        return nil
      } catch {
        return error
      }
    }
    guard let fault else { return }
    output.cut(to: start)
    throw unsafe fail(fault, at: pointer.pointee.place)
  }

  private mutating func call(_ call: borrowing FilterCall, _ input: Value) throws(Diagnostic)
    -> Value
  {
    let arguments = try evaluate(call.arguments, call.named)
    do throws(Diagnostic) {
      let filter = Int(call.filter)
      guard call.hasRightArity else {
        throw .wrongNumber(arguments.count, takes: plan.environment.filters.filters[filter].arity)
      }
      let result = try plan.environment.filters.filters[filter].body(input, arguments, &context)
      if case .string(let text) = result { try step(text.bytes.count >> 10) }
      return result
    } catch {
      throw fail(error, at: call.place)
    }
  }

  /// Returns the arguments of a plain call.
  @inline(__always)
  private mutating func operands(_ run: Run<Ref<Expression>>) throws(Diagnostic) -> Operands {
    var operands = Operands(count: Int(run.count))
    let start = Int(run.start)
    if run.count > 0 { operands.first = try operand(program.arguments[start]) }
    if run.count > 1 { operands.second = try operand(program.arguments[start + 1]) }
    return operands
  }
}

/// The arguments of a plain call of a filter: none with a name, and two at most.
struct Operands {
  let count: Int
  var first = Operand.nil
  var second = Operand.nil

  init(count: Int) { self.count = count }
}
