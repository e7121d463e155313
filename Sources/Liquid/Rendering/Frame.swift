/// What a variable stands for in a frame.
enum Slot: Sendable {
  /// Nobody asked yet, or nobody knows it.
  case unset
  /// Set in the template.
  case local(Value)
  /// Found in the data, or counted by `increment`: what a local of the same name hides.
  case data(Value)
  /// A `forloop` or `tablerowloop`, by its position among the running loops.
  case loop(Int)
}

/// The variables of a template, or of a partial that sees only its own.
struct Frame: Sendable {
  /// One slot for each variable of the program.
  var slots: [Slot]
  /// What blocks have hidden, in the order in which they did.
  private var shadows: [(variable: Variable, slot: Slot)] = []
  /// What the caller gave.
  let data: Object
  var counters: [Variable: Int] = [:]
  var cycles: [Value: Int] = [:]
  var offsets: [Name: Int] = [:]
  /// What the last `ifchanged` printed.
  var lastChange: [UInt8]?
  /// The innermost running `for`, or -1.
  var loop = -1
  /// The template whose tree is walked.
  var template: Int
  /// Whether an `include` would reach out of its partial.
  let refusesInclude: Bool

  init(variables: Int, data: Object, template: Int, refusesInclude: Bool) {
    slots = Array(repeating: .unset, count: variables)
    self.data = data
    self.template = template
    self.refusesInclude = refusesInclude
  }

  /// Makes room for variables that a partial brought while rendering.
  mutating func grow(to variables: Int) {
    while slots.count < variables { slots.append(.unset) }
  }

  /// Sets a variable where `assign` does: in the outermost scope, behind what blocks have bound.
  mutating func assign(_ variable: Variable, _ value: Value) {
    if let index = shadows.firstIndex(where: { $0.variable == variable }) {
      shadows[index].slot = .local(value)
    } else {
      slots[variable] = .local(value)
    }
  }

  /// The number of bindings, to return to with ``unbind(to:)``.
  var bindings: Int { shadows.count }

  /// Binds a variable for the length of a block.
  mutating func bind(_ variable: Variable, _ slot: Slot) {
    shadows.append((variable, slots[variable]))
    slots[variable] = slot
  }

  /// Takes back the bindings of blocks that have ended.
  mutating func unbind(to count: Int) {
    while shadows.count > count, let last = shadows.popLast() { slots[last.variable] = last.slot }
  }
}
