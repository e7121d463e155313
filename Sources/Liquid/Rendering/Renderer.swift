import Diagnostics

/// Walks a program's tree and writes what it says into one buffer.
struct Renderer: ~Copyable {
  private(set) var plan: Plan
  /// The plan's program: its tables' addresses, close at hand.
  private(set) var program: Program
  private(set) var literals: Literals
  /// Plans that a partial read later has replaced; variables may still stand in them.
  private var formerPlans: [Plan] = []
  var output: Output
  var frame: Frame
  private(set) var hints: Hints
  var scratch = Scratch()
  var context: FilterContext
  /// The loops that run, outermost first.
  var loops = Stack<LoopState>()
  /// The calls of the partials that are being rendered, outermost first.
  var calls: [(template: Int, place: Place)] = []
  private(set) var faults: [Diagnostic] = []
  /// The places that have been complained of.
  private var known: Set<Fault> = []
  /// Where the error that is on its way was thrown, if not at the node's own place.
  private var failingPlace: Place?
  /// Set when a limit is reached: everything unwinds.
  private(set) var isAborted = false
  /// The blocks around the one that is being rendered, as far as it was reached through conditions.
  private var blocks = Stack<Stretch>()
  private(set) var depth = 0
  private var turns = 0
  private let deadline: Int64
  private let outputLimit: Int
  let nesting: Int
  let encodes: Bool
  let isStrict: Bool

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
    program = plan.program
    literals = plan.literals
    outputLimit = plan.environment.limits.outputBytes
    output = Output(capacity: plan.program.literals.count * 4 + 4096, limit: outputLimit)
    output.stepsToLook = Self.stepsBetweenLooks
    frame = Frame(
      variables: plan.program.names.variables.count,
      data: data,
      template: 0,
      refusesInclude: false
    )
    hints = plan.hints
    context = FilterContext(clock: plan.environment.clock, limits: plan.environment.limits)
    nesting = plan.environment.limits.nesting
    encodes = plan.environment.encode != nil
    isStrict = plan.environment.isStrict
    deadline =
      plan.environment.clock.ticks() &+ Int64(plan.environment.limits.milliseconds) &* 1_000_000
  }

  /// Renders the whole template.
  mutating func run() {
    do throws(Diagnostic) {
      _ = try render(program.templates[0].body.block)
      try step()
    } catch {
      // Anything else has been noted where it happened.
      if !isAborted { note(error, at: Place(0..<0)) }
      isAborted = true
    }
  }

  /// Goes on with a program that has read more.
  mutating func replacePlan(with program: Program) {
    formerPlans.append(plan)
    plan = Plan(program, plan.environment)
    self.program = plan.program
    literals = plan.literals
    frame.grow(to: program.names.variables.count)
    hints = plan.hints
  }

  /// Adds what went wrong to a log, and returns what was written if it is worth anything.
  consuming func finish(_ log: inout DiagnosticLog) -> [UInt8]? {
    for fault in faults { log.add(fault) }
    let isWhole = isStrict ? faults.isEmpty : !isAborted
    return isWhole ? output.finish() : nil
  }

  /// Renders a block.
  ///
  /// The blocks of conditions and loops in it are gone through here as well, without a call for each.
  mutating func render(_ block: Run<Node>) throws(Diagnostic) -> Flow {
    guard depth < nesting else { throw .renderingTooDeep(limit: nesting) }
    guard !block.isEmpty else { return .next }
    let outer = depth
    depth += 1
    let base = blocks.count
    let kept = scratch.count
    // How many blocks the body of the innermost loop stands in, if this call goes through any.
    var loopLevel = -1
    var bindings = frame.bindings
    var here = Stretch(block, of: program)
    while true {
      guard let node = unsafe here.take() else {
        if blocks.count == loopLevel {
          if let body = try nextTurn() {
            here = Stretch(body, of: program)
            continue
          }
          (loopLevel, bindings) = endLoop()
        }
        depth -= 1
        guard blocks.count > base else { return .next }
        here = blocks.popLast()
        continue
      }
      let action = unsafe node.pointee.action
      write(unsafe node.pointee.text)
      if case .nothing = action { continue }
      do throws(Diagnostic) {
        try step()
        var inner = Run<Node>?.none
        switch action {
        case .print(let expression): try print(expression)
        case .output(let pipeline): try write(pipeline)
        case .choose(let branches): inner = try chosen(branches)
        case .select(let value, let whens): inner = try selected(value, whens)
        case .loop(let loop):
          let start = try beginLoop(loop, level: loopLevel)
          if start.isBody { (loopLevel, bindings) = (blocks.count + 1, frame.bindings) }
          inner = start.block
        default:
          let flow = try perform(action)
          guard flow != .next else { break }
          // It leaves the blocks up to the innermost loop, which may be one of the caller's.
          let level = max(loopLevel, base)
          while blocks.count > level { here = blocks.popLast() }
          depth = outer + 1 + level - base
          guard loopLevel >= 0 else {
            depth = outer
            return flow
          }
          here.skip()
          if flow == .break { loops[loops.count - 1].stop() }
        }
        if let inner {
          guard depth < nesting else { throw .renderingTooDeep(limit: nesting) }
          if !inner.isEmpty {
            depth += 1
            blocks.append(here)
            here = Stretch(inner, of: program)
          }
        }
      } catch {
        frame.unbind(to: bindings)
        try recover(from: error, at: unsafe node.pointee)
      }
      if scratch.count > kept { scratch.forget(to: kept) }
    }
  }

  /// Goes on to the next turn of the innermost loop and returns its body; `nil` behind the last turn.
  @inline(__always)
  private mutating func nextTurn() throws(Diagnostic) -> Run<Node>? {
    do throws(Diagnostic) {
      return try turnLoop()
    } catch {
      try recover(from: error, at: unsafe blocks[blocks.count - 1].taken.pointee)
      return nil
    }
  }

  // MARK: Limits

  /// Counts one step, and looks at the clock and the output now and then.
  @inline(__always)
  mutating func step(_ count: Int = 1) throws(Diagnostic) {
    output.stepsToLook &-= count
    if output.stepsToLook <= 0 { try lookAtLimits() }
  }

  @inline(never)
  private mutating func lookAtLimits() throws(Diagnostic) {
    guard output.count <= outputLimit else { throw .outputTooLarge(limit: outputLimit) }
    output.stepsToLook = Self.stepsBetweenLooks
    guard plan.environment.clock.ticks() <= deadline else {
      throw .tooSlow(milliseconds: plan.environment.limits.milliseconds)
    }
  }

  private static let stepsBetweenLooks = 1024

  /// Counts one turn of a loop.
  @inline(__always)
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
    guard !isStrict, !node.isBlank else { return }
    // The words that Ruby's Liquid prints in the place of what failed.
    let template = program.templates[frame.template].name
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
    let location = program.templates[frame.template].text.location(of: place.range)
    if error.location == nil {
      error.location = location
    } else {
      // It has a place of its own, in the partial that is called here.
      error.notes.append(.calledFrom(location))
    }
    for call in calls.reversed() {
      let source = program.templates[call.template].text
      error.notes.append(.calledFrom(source.location(of: call.place.range)))
    }
    faults.append(error)
  }
}
