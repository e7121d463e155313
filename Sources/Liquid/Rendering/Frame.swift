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
  /// One slot a name of the program.
  var slots: [Slot]
  /// What blocks have hidden, in the order in which they did.
  private var shadows: [(name: Name, slot: Slot)] = []
  /// What the caller gave.
  let data: Object
  var counters: [Name: Int] = [:]
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

  init(names: Int, data: Object, template: Int, refusesInclude: Bool) {
    slots = Array(repeating: .unset, count: names)
    self.data = data
    self.template = template
    self.refusesInclude = refusesInclude
  }

  /// Makes room for names that a partial brought while rendering.
  mutating func grow(to names: Int) {
    while slots.count < names { slots.append(.unset) }
  }

  /// Sets a variable where `assign` does: in the outermost scope, behind what blocks have bound.
  mutating func assign(_ name: Name, _ value: Value) {
    if let index = shadows.firstIndex(where: { $0.name == name }) {
      shadows[index].slot = .local(value)
    } else {
      slots[name] = .local(value)
    }
  }

  /// The number of bindings, to return to with ``unbind(to:)``.
  var bindings: Int { shadows.count }

  /// Binds a variable for the length of a block.
  mutating func bind(_ name: Name, _ slot: Slot) {
    shadows.append((name, slots[name]))
    slots[name] = slot
  }

  /// Takes back the bindings of blocks that have ended.
  mutating func unbind(to count: Int) {
    while shadows.count > count, let last = shadows.popLast() { slots[last.name] = last.slot }
  }
}

extension [Slot] {
  /// The slot of a variable.
  subscript(name: Name) -> Slot {
    get { self[Int(name.position)] }
    set { self[Int(name.position)] = newValue }
  }
}
