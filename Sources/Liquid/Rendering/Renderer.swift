import Diagnostics

/// Walks a program's tree and writes what it says into one buffer.
struct Renderer {
  var plan: Plan {
    didSet { (literals, steps, keys) = plan.program.closeAtHand }
  }
  // What is looked at all the time: through the plan it would take a share in it each time.
  private var literals: [UInt8]
  private(set) var steps: [Step]
  private(set) var keys: [Object.HashedKey]
  var output: Output
  var frame: Frame
  var context: FilterContext
  /// The loops that run, outermost first.
  var loops: [LoopState] = []
  /// The calls of the partials that are being rendered, outermost first.
  var calls: [(template: Int, place: Place)] = []
  private(set) var faults: [Diagnostic] = []
  /// The places that have been complained of.
  private var known: Set<Fault> = []
  /// Where the error that is on its way was thrown, if not at the node's own place.
  private var failingPlace: Place?
  /// Set when a limit is reached: everything unwinds.
  private(set) var isAborted = false
  private var depth = 0
  private var turns = 0
  private var work = 0
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

  init(_ plan: Plan, _ data: Object) {
    self.plan = plan
    (literals, steps, keys) = plan.program.closeAtHand
    output = Output(capacity: plan.program.literals.count * 2)
    frame = Frame(
      variables: plan.program.names.variables.count,
      data: data,
      template: 0,
      refusesInclude: false
    )
    context = FilterContext(clock: plan.environment.clock, limits: plan.environment.limits)
    encodes = plan.environment.encode != nil
    deadline =
      plan.environment.clock.ticks() &+ Int64(plan.environment.limits.milliseconds) &* 1_000_000
  }

  /// Renders the whole template.
  mutating func run() {
    do throws(Diagnostic) {
      _ = try render(plan.program.templates[0].body.block)
      try step()
    } catch {
      // Anything else has been noted where it happened.
      if !isAborted { note(error, at: Place(0..<0)) }
      isAborted = true
    }
  }

  /// Adds what went wrong to a log, and returns what was written if it is worth anything.
  mutating func finish(_ log: inout DiagnosticLog) -> [UInt8]? {
    for fault in faults { log.add(fault) }
    let isWhole = plan.environment.isStrict ? faults.isEmpty : !isAborted
    return isWhole ? output.finish() : nil
  }

  /// Renders a block.
  mutating func render(_ block: Run<Node>) throws(Diagnostic) -> Flow {
    guard depth < plan.environment.limits.nesting else {
      throw .renderingTooDeep(limit: plan.environment.limits.nesting)
    }
    depth += 1
    defer { depth -= 1 }
    for index in block.indices {
      let node = plan.program.nodes[index]
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
    case .match(let value, let whens): return try match(value, whens)
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
    output.append(literals, run.indices)
  }

  /// Writes a value as it prints, through the encoder if it is a text.
  mutating func write(_ value: Value) throws(Diagnostic) {
    guard encodes, let encode = plan.environment.encode else { return output.append(value) }
    switch value {
    case .nil, .bool, .int, .float: output.append(value)
    default: output.append(try encode(value.text, output.bytes))
    }
  }

  // MARK: Limits

  /// Counts one step, and looks at the clock and the output now and then.
  mutating func step(_ count: Int = 1) throws(Diagnostic) {
    guard output.count <= plan.environment.limits.outputBytes else {
      throw .outputTooLarge(limit: plan.environment.limits.outputBytes)
    }
    work += count
    guard work >= Self.workBetweenLooks else { return }
    work = 0
    guard plan.environment.clock.ticks() <= deadline else {
      throw .tooSlow(milliseconds: plan.environment.limits.milliseconds)
    }
  }

  private static let workBetweenLooks = 1024

  /// Counts one turn of a loop.
  mutating func turn() throws(Diagnostic) {
    try step()
    turns += 1
    guard turns <= plan.environment.limits.loopTurns else {
      throw .tooManyTurns(limit: plan.environment.limits.loopTurns)
    }
  }

  // MARK: Errors

  /// Remembers where an error is about to be thrown; what it costs to say so is paid only once.
  mutating func fail(_ error: Diagnostic, at place: Place) -> Diagnostic {
    failingPlace = place
    return error
  }

  /// Notes an error and lets the rendering go on behind it, unless a limit is reached.
  private mutating func recover(from error: Diagnostic, at node: Node) throws(Diagnostic) {
    guard !isAborted else { throw error }
    isAborted = error.isLimit
    let place = failingPlace ?? node.place
    failingPlace = nil
    if isNew(error.code, at: place) { note(error, at: place) }
    if isAborted { throw error }
    guard !plan.environment.isStrict, !node.isBlank else { return }
    // The words that Ruby's Liquid prints in the place of what failed.
    let template = plan.program.templates[frame.template].name
    let name = template.isEmpty ? "" : template + " "
    output.append(Array("Liquid error (\(name)line \(node.line)): \(error.message)".utf8))
  }

  /// Whether nobody complained of this at this place before, and there is room for more.
  mutating func isNew(_ code: Diagnostic.Code, at place: Place) -> Bool {
    let fault = Fault(template: frame.template, place: place, code: code.rawValue)
    return faults.count < 100 && known.insert(fault).inserted
  }

  /// Notes an error at a place of the template that is being rendered.
  mutating func note(_ error: Diagnostic, at place: Place) {
    var error = error
    let location = plan.program.templates[frame.template].text.location(of: place.range)
    if error.location == nil {
      error.location = location
    } else {
      // It has a place of its own, in the partial that is called here.
      error.notes.append(.calledFrom(location))
    }
    for call in calls.reversed() {
      let source = plan.program.templates[call.template].text
      error.notes.append(.calledFrom(source.location(of: call.place.range)))
    }
    faults.append(error)
  }
}
