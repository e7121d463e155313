public import Diagnostics

/// A filter: its name, what it takes, and the function from input to result.
///
/// The function throws diagnostics without a place; the renderer, which knows the place, adds it.
public struct Filter: Sendable {
  /// Makes the result from the input (left of the `|`) and the arguments.
  public typealias Body =
    @Sendable (_ input: Value, _ arguments: Arguments, _ context: inout FilterContext)
    throws(Diagnostic) -> Value

  /// The name behind the `|`.
  public let name: String
  /// How many arguments without a name it takes; a call with another number is an error.
  public let arity: ClosedRange<Int>
  /// The names of the `name: value` arguments that it knows.
  public let named: [String]
  /// What it does.
  public let body: Body
  /// How the renderer has it do its work.
  private(set) var action = Action.call
  /// What the renderer calls in place of ``body`` where it can.
  private(set) var writer: Writer?
  /// Whether its result is markup if its input is.
  var keepsMarkup = false

  /// Describes a filter.
  public init(
    _ name: String,
    arity: ClosedRange<Int> = 0...0,
    named: [String] = [],
    _ body: @escaping Body
  ) {
    self.name = name
    self.arity = arity
    self.named = named
    self.body = body
  }

  /// Describes a filter that has a faster way where its result is printed at once.
  init(
    _ name: String,
    arity: ClosedRange<Int> = 0...0,
    printing print: @escaping Write,
    _ body: @escaping Body
  ) {
    self.name = name
    self.arity = arity
    named = []
    self.body = body
    writer = Writer(print)
    action = .print
  }

  /// Describes a filter that the renderer knows how to do itself in a plain call.
  init(
    _ name: String,
    arity: ClosedRange<Int>,
    named: [String],
    action: Action,
    _ body: @escaping Body
  ) {
    self.name = name
    self.arity = arity
    self.named = named
    self.body = body
    self.action = action
  }

  /// Describes a filter that writes its result.
  init(
    _ name: String,
    arity: ClosedRange<Int> = 0...0,
    keepsMarkup: Bool = false,
    writing write: @escaping Write
  ) {
    self.name = name
    self.arity = arity
    self.keepsMarkup = keepsMarkup
    named = []
    writer = Writer(write)
    action = .write
    body = { input, arguments, context throws(Diagnostic) in
      var output = Output(capacity: 0)
      var scratch = Scratch()
      var operands = Operands(count: arguments.count)
      operands.first = scratch.keep(arguments[0])
      operands.second = scratch.keep(arguments[1])
      try write(scratch.keep(input), operands, &output, &context)
      let isMarkup = keepsMarkup && input.isMarkup
      try context.charge(bytes: output.count)
      return .string(Text(output.finish(), isMarkup: isMarkup))
    }
  }
}

extension Filter {
  /// Writes the result for an input and the arguments of a plain call.
  ///
  /// A result can be as large as the context's limits; the caller accounts for it.
  typealias Write =
    @Sendable (Operand, Operands, inout Output, inout FilterContext) throws(Diagnostic) -> Void

  /// What the renderer calls in place of ``body`` in a plain call: an object, so that a call can point
  /// at it and make use of it without counting a reference.
  final class Writer: Sendable {
    let write: Write

    init(_ write: @escaping Write) { self.write = write }
  }

  /// How the renderer has a filter do its work in a plain call.
  enum Action {
    /// With values: the filter's ``body``.
    case call
    /// Written, if need be to be taken back as a value.
    case write
    /// Written, but only where the result is printed at once.
    case print
    /// By taking the input, or the argument where that is missing; nothing is made.
    case choose
  }
}

/// The arguments of one call of a filter.
///
/// The first two, which is all that nearly every filter takes, need no allocation.
public struct Arguments: Sendable {
  /// The number of arguments without a name; within the filter's arity.
  public private(set) var count = 0
  private var first = Value.nil
  private var second = Value.nil
  // Absent rather than empty: even an empty array would be counted at every call.
  private var others: [Value]?
  private var named: [(name: Text, value: Value)]?

  /// No arguments.
  public init() {}

  /// Takes arguments without names.
  public init(_ values: [Value]) { for value in values { append(value) } }

  /// The argument at a position, or `.nil` where there is none.
  public subscript(position: Int) -> Value {
    switch position {
    case 0: first
    case 1: second
    default: position > 1 && position < count ? others?[position - 2] ?? .nil : .nil
    }
  }

  /// The argument of a name, or `nil` if the call has none.
  public subscript(name: Text) -> Value? { named?.last { $0.name == name }?.value }

  /// Adds an argument behind the others.
  public mutating func append(_ value: Value) {
    switch count {
    case 0: first = value
    case 1: second = value
    default:
      if others == nil { others = [] }
      others?.append(value)
    }
    count += 1
  }

  /// Adds an argument with a name.
  public mutating func set(_ name: Text, to value: Value) {
    if named == nil { named = [] }
    named?.append((name, value))
  }
}

/// What a filter may know of the rendering around it.
public struct FilterContext: Sendable {
  /// What time it is.
  public let clock: Clock
  /// What a rendering may cost.
  public let limits: ResourceLimits
  private var chargedBytes = 0

  /// Starts a rendering in which nothing has been charged.
  public init(clock: Clock = .system, limits: ResourceLimits = ResourceLimits()) {
    self.clock = clock
    self.limits = limits
  }

  /// Accounts for a value that is about to be made.
  ///
  /// A filter calls it before it builds anything larger than its input, with the size of the whole
  /// result; the renderer does so for captures and assignments.
  ///
  /// - Throws: `liquid.value-too-large` or `liquid.too-much-memory`.
  @inline(__always)
  public mutating func charge(bytes: Int) throws(Diagnostic) {
    let (sum, overflows) = chargedBytes.addingReportingOverflow(max(0, bytes))
    guard bytes <= limits.valueBytes, !overflows, sum <= limits.assignedBytes else {
      throw refusal(of: bytes)
    }
    chargedBytes = sum
  }

  @inline(never)
  private func refusal(of bytes: Int) -> Diagnostic {
    bytes > limits.valueBytes
      ? .valueTooLarge(limit: limits.valueBytes) : .tooMuchMemory(limit: limits.assignedBytes)
  }
}
