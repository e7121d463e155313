/// What a variable stands for in a frame.
@safe struct Slot {
  // First, so that a slot's address is that of its value.
  /// The value, if it stands here.
  var value = Value.nil
  /// Where the value stands, if not here.
  var place: UnsafePointer<Value>?
  var kind: Kind
  /// The position of a loop among the running loops.
  var loop: Int32 = 0

  enum Kind {
    /// Nobody asked yet, or nobody knows it.
    case unset
    /// Set in the template.
    case local
    /// Found in the data, or counted by `increment`: what a local of the same name hides.
    case data
    /// A `forloop` or `tablerowloop`.
    case loop
  }

  @safe init(value: Value = .nil, place: UnsafePointer<Value>? = nil, kind: Kind, loop: Int32 = 0) {
    self.value = value
    unsafe self.place = place
    self.kind = kind
    self.loop = loop
  }

  static var unset: Slot { Slot(kind: .unset) }

  static func local(_ value: Value) -> Slot { Slot(value: value, kind: .local) }

  /// A value that stands elsewhere, or stands here if it is small.
  init(_ operand: Operand) {
    kind = .local
    if case .place(let pointer) = operand { unsafe place = pointer } else { value = operand.value }
  }

  /// Whether its value is `nil`.
  var isNil: Bool { unsafe place.map { unsafe $0.pointee.isNil } ?? value.isNil }

  static func loop(_ position: Int) -> Slot {
    Slot(kind: .loop, loop: Int32(truncatingIfNeeded: position))
  }
}

/// The variables of a template, or of a partial that sees only its own.
@safe struct Frame: ~Copyable {
  /// One slot for each variable of the program; they stand still but for ``grow(to:)``.
  private var slots: UnsafeMutablePointer<Slot>
  private var count: Int
  /// What blocks have hidden, in the order in which they did.
  private var shadows = Stack<(variable: Variable, slot: Slot)>()
  /// What the caller gave.
  let data: Object
  /// What tags remember, made when the first of them does.
  private(set) lazy var memory = TagMemory()
  /// The innermost running `for`, or -1.
  var loop = -1
  /// The template whose tree is walked.
  var template: Int
  /// Whether an `include` would reach out of its partial.
  let refusesInclude: Bool

  init(variables: Int, data: Object, template: Int, refusesInclude: Bool) {
    count = variables
    unsafe slots = Memory<Slot>.allocate(variables)
    unsafe slots.initialize(repeating: .unset, count: variables)
    self.data = data
    self.template = template
    self.refusesInclude = refusesInclude
  }

  deinit {
    unsafe slots.deinitialize(count: count)
    unsafe Memory.release(slots)
  }

  /// A look at the data's entries.
  var entries: UnsafeBufferPointer<Object.Entry> {
    unsafe data.entries.withUnsafeBufferPointer { unsafe $0 }
  }

  subscript(variable: Variable) -> Slot {
    _read { yield unsafe slots[position(of: variable)] }
    _modify { yield unsafe &slots[position(of: variable)] }
  }

  private func position(of variable: Variable) -> Int {
    let position = Int(variable.position)
    precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
    return position
  }

  /// Returns where the value of a slot stands, until the slot is set again.
  func place(of variable: Variable) -> Operand {
    let slot = unsafe slots + position(of: variable)
    if let place = unsafe slot.pointee.place { return unsafe .place(place) }
    return unsafe .place(UnsafeRawPointer(slot).assumingMemoryBound(to: Value.self))
  }

  /// Makes room for variables that a partial brought while rendering.
  mutating func grow(to variables: Int) {
    guard variables > count else { return }
    let memory = unsafe Memory<Slot>.allocate(variables)
    unsafe memory.moveInitialize(from: slots, count: count)
    unsafe (memory + count).initialize(repeating: .unset, count: variables - count)
    unsafe Memory.release(slots)
    unsafe slots = memory
    count = variables
  }

  /// Sets a variable where `assign` does: in the outermost scope, behind what blocks have bound.
  mutating func assign(_ variable: Variable, _ value: Value) {
    if let index = shadows.indices.first(where: { shadows[$0].variable == variable }) {
      shadows[index].slot = .local(value)
    } else {
      self[variable] = .local(value)
    }
  }

  /// The number of bindings, to return to with ``unbind(to:)``.
  var bindings: Int { shadows.count }

  /// Binds a variable for the length of a block.
  mutating func bind(_ variable: Variable, _ slot: Slot) {
    shadows.append((variable, self[variable]))
    self[variable] = slot
  }

  /// Takes back the bindings of blocks that have ended.
  mutating func unbind(to count: Int) {
    while shadows.count > count {
      let last = shadows[shadows.count - 1]
      shadows.removeLast()
      self[last.variable] = last.slot
    }
  }
}

/// What the tags of one frame remember from one time to the next.
final class TagMemory {
  var counters: [Variable: Int] = [:]
  var cycles: [Value: Int] = [:]
  var offsets: [Name: Int] = [:]
  /// What the last `ifchanged` printed.
  var lastChange: [UInt8]?
}
