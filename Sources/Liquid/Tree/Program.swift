import Diagnostics

/// A template and the partials it names, read into flat arrays whose entries point at each other.
///
/// Nothing in the arrays that rendering walks owns anything, so that a walk costs neither a retain
/// nor an allocation; texts and names, which do, stand in arrays of their own and are only copied
/// when a value is made of them.
struct Program: Sendable {
  /// Every literal text of every template, in one row.
  var literals: [UInt8] = []
  var nodes: [Node] = []
  var expressions: [Expression] = []
  /// Where each expression stands, for errors; beside ``expressions`` so that those stay small.
  var places: [Place] = []
  var steps: [Step] = []
  var constants: [Value] = []
  var names = NameTable.initial
  var pipelines: [Pipeline] = []
  var filterCalls: [FilterCall] = []
  var arguments: [Ref<Expression>] = []
  var namedArguments: [NamedArgument] = []
  var comparisons: [Comparison] = []
  var branches: [Branch] = []
  var whens: [When] = []
  var loops: [Loop] = []
  /// Whether any loop says `offset: continue`, so that all must remember where they stopped.
  var hasContinuedLoops = false
  var cycles: [Cycle] = []
  var partialCalls: [PartialCall] = []
  var tagCalls: [TagCall] = []
  /// The template itself, and then the partials in the order in which they were met.
  var templates: [Source] = []

  /// What a rendering looks at all the time.
  var closeAtHand: (literals: [UInt8], steps: [Step], keys: [Object.HashedKey]) {
    (literals, steps, names.keys)
  }

  /// Takes the texts out of a block and returns what is left of it.
  mutating func removeTexts(from block: Run<Node>) -> Run<Node> {
    let kept = nodes[block.indices].filter { if case .text = $0.action { false } else { true } }
    nodes.replaceSubrange(block.indices.prefix(kept.count), with: kept)
    return Run(start: Int(block.start), count: kept.count)
  }

  /// A template's text, name and tree.
  struct Source: Sendable {
    let text: SourceText
    /// The name by which a partial is asked for; empty for the template itself.
    let name: String
    /// The call by which it was first met.
    var caller: (template: Int, place: Place)?
    var body = Body(block: .empty, isBlank: true)
    /// What is wrong with it; a partial with faults is never rendered.
    var faults: [Diagnostic] = []
  }
}

/// A program with the environment that it was read for: what all renderings of a template share.
///
/// A class only so that starting to render counts one reference instead of sixty.
final class Plan: Sendable {
  let program: Program
  let environment: Environment

  init(_ program: Program, _ environment: Environment) {
    self.program = program
    self.environment = environment
  }
}

/// The position of an entry in one of a program's arrays.
struct Ref<Element>: Hashable, Sendable {
  let position: Int32

  init(_ position: Int) { self.position = Int32(clamping: position) }
}

/// Consecutive entries of one of a program's arrays.
struct Run<Element>: Hashable, Sendable {
  let start: Int32
  let count: Int32

  static var empty: Run { Run(start: 0, count: 0) }

  init(start: Int, count: Int) {
    self.start = Int32(clamping: start)
    self.count = Int32(clamping: count)
  }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

extension Array where Element: Sendable {
  subscript(ref: Ref<Element>) -> Element {
    get { self[Int(ref.position)] }
    set { self[Int(ref.position)] = newValue }
  }

  mutating func add(_ element: Element) -> Ref<Element> {
    append(element)
    return Ref(count - 1)
  }

  mutating func add(_ elements: some Collection<Element>) -> Run<Element> {
    let start = count
    append(contentsOf: elements)
    return Run(start: start, count: count - start)
  }
}

/// A range of a template's bytes, small enough to stand beside every expression.
struct Place: Sendable, Hashable {
  let start: Int32
  let end: Int32

  init(_ range: Range<Int>) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}
