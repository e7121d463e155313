/// What a variable stands for in a frame.
@safe struct Slot: BitwiseCopyable {
  /// Where the value stands; `nil` where nobody has it yet, and for a loop.
  var place: UnsafePointer<Value>?
  /// The position of a loop among the running loops.
  var loop: Int32 = 0
  var kind: Kind
  /// Whether the value stands in memory that the slot alone has.
  var isOwner = false

  enum Kind: UInt8 {
    /// Nobody asked yet, or nobody knows it.
    case unset
    /// Set in the template.
    case local
    /// Found in the data, or counted by `increment`: what a local of the same name hides.
    case data
    /// A `forloop` or `tablerowloop`.
    case loop
  }

  @safe init(place: UnsafePointer<Value>? = nil, kind: Kind, loop: Int32 = 0) {
    unsafe self.place = place
    self.kind = kind
    self.loop = loop
  }

  static var unset: Slot { Slot(kind: .unset) }

  static func loop(_ position: Int) -> Slot {
    Slot(kind: .loop, loop: Int32(truncatingIfNeeded: position))
  }

  /// Stands for a copy of a value, in the memory that it has or in new memory.
  mutating func hold(_ value: consuming Value, _ kind: Kind) {
    self.kind = kind
    if isOwner, let place = unsafe place {
      unsafe UnsafeMutablePointer(mutating: place).pointee = value
      return
    }
    let memory = unsafe Memory<Value>.allocate(1)
    unsafe memory.initialize(to: value)
    unsafe place = UnsafePointer(memory)
    isOwner = true
  }

  /// Gives back what the slot alone has.
  func release() {
    guard isOwner, let place = unsafe place else { return }
    let memory = unsafe UnsafeMutablePointer(mutating: place)
    unsafe memory.deinitialize(count: 1)
    unsafe Memory.release(memory)
  }
}

/// The variables of a template, or of a partial that sees only its own.
@safe struct Frame: ~Copyable {
  /// One slot for each variable of the program.
  private var slots: UnsafeMutablePointer<Slot>
  private var count: Int
  /// Whether any slot ever held a value, so that there is something to give back.
  private var hasOwners = false
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
    if hasOwners {
      for index in 0..<count { unsafe slots[index].release() }
      for index in shadows.indices { shadows[index].slot.release() }
    }
    unsafe Memory.release(slots)
  }

  /// A look at the data's entries.
  var entries: UnsafeBufferPointer<Object.Entry> {
    unsafe data.entries.withUnsafeBufferPointer { unsafe $0 }
  }

  /// What a variable stands for.
  @inline(__always)
  subscript(variable: Variable) -> Slot { unsafe slots[position(of: variable)] }

  @inline(__always)
  private func position(of variable: Variable) -> Int {
    let position = Int(variable.position)
    precondition(UInt(bitPattern: position) < UInt(bitPattern: count))
    return position
  }

  /// Returns where the value of a variable stands, until that is set again; `nil` for one that nobody
  /// has, and for a loop.
  @inline(__always)
  @unsafe func place(of variable: Variable) -> UnsafePointer<Value>? {
    unsafe slots[position(of: variable)].place
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

  // MARK: Setting

  /// Lets a variable stand for something that the frame does not hold.
  mutating func set(_ variable: Variable, to slot: Slot) {
    let position = position(of: variable)
    unsafe slots[position].release()
    unsafe slots[position] = slot
  }

  /// Lets a variable stand for a copy of a value.
  mutating func hold(_ value: consuming Value, in variable: Variable, _ kind: Slot.Kind = .local) {
    hasOwners = true
    unsafe slots[position(of: variable)].hold(value, kind)
  }

  /// Lets a variable stand for a value that stands elsewhere and outlives it, or for a small one.
  mutating func set(_ variable: Variable, to operand: Operand) {
    if case .place(let place) = operand {
      set(variable, to: Slot(place: place, kind: .local))
    } else {
      hold(operand.value, in: variable)
    }
  }

  /// Sets a variable where `assign` does: in the outermost scope, behind what blocks have bound.
  mutating func assign(_ variable: Variable, _ value: consuming Value) {
    for index in shadows.indices where shadows[index].variable == variable {
      hasOwners = true
      shadows[index].slot.hold(value, .local)
      return
    }
    hold(value, in: variable)
  }

  // MARK: Blocks

  /// The number of bindings, to return to with ``unbind(to:)``.
  var bindings: Int { shadows.count }

  /// Binds a variable for the length of a block.
  mutating func bind(_ variable: Variable, to slot: Slot = .unset) {
    let position = position(of: variable)
    shadows.append((variable, unsafe slots[position]))
    unsafe slots[position] = slot
  }

  /// Takes back the bindings of blocks that have ended.
  mutating func unbind(to count: Int) {
    while shadows.count > count {
      let last = shadows[shadows.count - 1]
      shadows.removeLast()
      set(last.variable, to: last.slot)
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
