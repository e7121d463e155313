import Diagnostics

/// Walks a program's tree and writes what it says into one buffer.
struct Renderer {
  let environment: Environment
  var program: Program
  var output: [UInt8] = []
  var frame: Frame
  var context: FilterContext
  /// The loops that run, outermost first.
  var loops: [LoopState] = []
  /// The calls of the partials that are being rendered, outermost first.
  var calls: [(template: Int, place: Place)] = []
  private(set) var faults: [Diagnostic] = []
  /// The places that have been complained of.
  private var known: Set<Fault> = []
  /// Set when a limit is reached: everything unwinds.
  private(set) var isAborted = false
  private var depth = 0
  private var turns = 0
  private var steps = 0
  private let deadline: Int64
  private let encodes: Bool

  private struct Fault: Hashable {
    let template: Int
    let place: Place
    let code: String
  }

  /// How a block ended.
  enum Flow: Sendable {
    case next, `break`, `continue`
  }

  init(_ program: Program, _ environment: Environment, _ data: Object) {
    self.program = program
    self.environment = environment
    frame = Frame(
      variables: program.names.variables.count,
      data: data,
      template: 0,
      refusesInclude: false
    )
    context = FilterContext(clock: environment.clock, limits: environment.limits)
    encodes = environment.encode != nil
    deadline = environment.clock.ticks() &+ Int64(environment.limits.milliseconds) &* 1_000_000
  }

  /// Renders the whole template.
  mutating func run() {
    output.reserveCapacity(program.literals.count * 2)
    do throws(Diagnostic) {
      _ = try render(program.templates[0].body.block)
    } catch {
      // It has been noted where it happened.
    }
  }

  /// Renders a block.
  mutating func render(_ block: Run<Node>) throws(Diagnostic) -> Flow {
    guard depth < environment.limits.nesting else {
      throw .renderingTooDeep(limit: environment.limits.nesting)
    }
    depth += 1
    defer { depth -= 1 }
    for index in block.indices {
      let node = program.nodes[index]
      if case .text(let run) = node.action {
        write(run)
        continue
      }
      do throws(Diagnostic) {
        try step()
        let flow = try perform(node.action)
        if flow != .next { return flow }
      } catch {
        try recover(from: error, at: node)
      }
    }
    return .next
  }

  private mutating func perform(_ action: Action) throws(Diagnostic) -> Flow {
    switch action {
    case .text(let run), .raw(let run): write(run)
    case .output(let pipeline): try write(evaluate(pipeline))
    case .assign(let name, let pipeline): frame.assign(name, try evaluate(pipeline))
    case .capture(let name, let block): return try renderCapture(name, block)
    case .increment(let name): try write(.int(count(name, by: 1)))
    case .decrement(let name): try write(.int(count(name, by: -1) &- 1))
    case .cycle(let cycle): try renderCycle(cycle)
    case .table(let loop): try renderTable(loop)
    case .render(let call): try renderIsolated(call)
    case .call(let call): try renderCall(call)
    case .choose(let branches): return try choose(branches)
    case .match(let branches): return try match(branches)
    case .loop(let loop): return try repeatLoop(loop)
    case .ifChanged(let block): return try renderIfChanged(block)
    case .include(let call): return try renderIncluded(call)
    case .group(let block): return try render(block)
    case .break: return .break
    case .continue: return .continue
    }
    return .next
  }

  /// Copies literal text.
  private mutating func write(_ run: Run<UInt8>) {
    output.append(copying: program.literals, run.indices)
  }

  /// Writes a value as it prints, through the encoder if it is data that might need it.
  mutating func write(_ value: Value) throws(Diagnostic) {
    guard encodes, let encode = environment.encode else {
      return value.append(to: &output)
    }
    switch value {
    case .nil, .bool, .int, .float: value.append(to: &output)
    case .string(let text) where text.isMarkup: output += text.bytes
    default: output += try encode(value.text, output)
    }
  }

  // MARK: Limits

  /// Counts one step, and looks at the clock and the output now and then.
  mutating func step(_ count: Int = 1) throws(Diagnostic) {
    guard output.count <= environment.limits.outputBytes else {
      throw .outputTooLarge(limit: environment.limits.outputBytes)
    }
    steps += count
    guard steps >= Self.stepsBetweenLooks else { return }
    steps = 0
    guard environment.clock.ticks() <= deadline else {
      throw .tooSlow(milliseconds: environment.limits.milliseconds)
    }
  }

  private static let stepsBetweenLooks = 1024

  /// Counts one turn of a loop.
  mutating func turn() throws(Diagnostic) {
    try step()
    turns += 1
    guard turns <= environment.limits.loopTurns else {
      throw .tooManyTurns(limit: environment.limits.loopTurns)
    }
  }

  // MARK: Errors

  /// Notes an error and lets the rendering go on behind it, unless a limit is reached.
  private mutating func recover(from error: Diagnostic, at node: Node) throws(Diagnostic) {
    guard !isAborted else { throw error }
    isAborted = error.isLimit
    note(error, at: node.place)
    if isAborted { throw error }
    if !environment.isStrict, !node.isBlank { output += inlineMessage(error, at: node.place).utf8 }
  }

  /// Notes an error at a place of the template that is being rendered, each only once.
  mutating func note(_ error: Diagnostic, at place: Place) {
    let fault = Fault(template: frame.template, place: place, code: error.code.rawValue)
    guard faults.count < 100, known.insert(fault).inserted else { return }
    var error = error
    if error.location == nil { error.location = location(place) }
    for call in calls.reversed() {
      let source = program.templates[call.template].text
      error.notes.append(.calledFrom(source.location(of: call.place.range)))
    }
    faults.append(error)
  }

  func location(_ place: Place) -> Location {
    program.templates[frame.template].text.location(of: place.range)
  }

  /// The words that Ruby's Liquid prints in the place of what failed.
  private func inlineMessage(_ error: Diagnostic, at place: Place) -> String {
    let name = program.templates[frame.template].name
    let line = error.location?.line ?? location(place).line
    return "Liquid error (\(name.isEmpty ? "" : name + " ")line \(line)): \(error.message)"
  }
}
