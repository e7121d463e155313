import Diagnostics

/// A template and the partials it names, read into flat tables whose entries point at each other.
///
/// Whoever reads one owns its memory, and hands it to a ``Plan`` in the end.
struct Program: Sendable {
  /// Every literal text of every template, in one row.
  var literals = Table<UInt8>()
  var nodes = Table<Node>()
  var expressions = Table<Expression>()
  /// Where each expression stands, for errors; beside ``expressions`` so that those stay small.
  var places = Table<Place>()
  var steps = Table<Step>()
  var constants = Table<Value>()
  var names = NameTable.initial.copied()
  var pipelines = Table<Pipeline>()
  var filterCalls = Table<FilterCall>()
  var arguments = Table<Ref<Expression>>()
  var namedArguments = Table<NamedArgument>()
  var comparisons = Table<Comparison>()
  var branches = Table<Branch>()
  var whens = Table<When>()
  var loops = Table<Loop>()
  /// Whether any loop says `offset: continue`, so that all must remember where they stopped.
  var hasContinuedLoops = false
  var cycles = Table<Cycle>()
  var partialCalls = Table<PartialCall>()
  var tagCalls = Table<TagCall>()
  /// Names that stand in no template as they are.
  private var madeNames = Table<[UInt8]>()
  /// The template itself, and then the partials in the order in which they were met.
  var templates = Table<Source>()

  /// Returns the number of a name that stands in no template as it is.
  mutating func addName(_ bytes: [UInt8]) -> Name {
    madeNames.append(bytes)
    return unsafe names.add(Bytes(of: bytes))
  }

  /// Takes the texts out of a block and returns what is left of it.
  mutating func removeTexts(from block: Run<Node>) -> Run<Node> {
    var end = block.indices.lowerBound
    for index in block.indices {
      if case .nothing = nodes[index].action { continue }
      nodes[end] = nodes[index]
      nodes[end].text = .empty
      end += 1
    }
    return Run(start: Int(block.start), count: end - block.indices.lowerBound)
  }

  /// Returns a program with memory of its own, to be read on into.
  func copied() -> Program {
    var copy = self
    copy.literals = literals.copied()
    copy.nodes = nodes.copied()
    copy.expressions = expressions.copied()
    copy.places = places.copied()
    copy.steps = steps.copied()
    copy.constants = constants.copied()
    copy.names = names.copied()
    copy.pipelines = pipelines.copied()
    copy.filterCalls = filterCalls.copied()
    copy.arguments = arguments.copied()
    copy.namedArguments = namedArguments.copied()
    copy.comparisons = comparisons.copied()
    copy.branches = branches.copied()
    copy.whens = whens.copied()
    copy.loops = loops.copied()
    copy.cycles = cycles.copied()
    copy.partialCalls = partialCalls.copied()
    copy.tagCalls = tagCalls.copied()
    copy.madeNames = madeNames.copied()
    copy.templates = templates.copied()
    return copy
  }

  fileprivate func deallocate() {
    literals.deallocate()
    nodes.deallocate()
    expressions.deallocate()
    places.deallocate()
    steps.deallocate()
    constants.deallocate()
    names.deallocate()
    pipelines.deallocate()
    filterCalls.deallocate()
    arguments.deallocate()
    namedArguments.deallocate()
    comparisons.deallocate()
    branches.deallocate()
    whens.deallocate()
    loops.deallocate()
    cycles.deallocate()
    partialCalls.deallocate()
    tagCalls.deallocate()
    madeNames.deallocate()
    templates.deallocate()
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
/// It owns the program's memory.
final class Plan: Sendable {
  let program: Program
  let environment: Environment
  let hints: Hints
  let literals: Literals

  init(_ program: Program, _ environment: Environment) {
    var program = program
    literals = Literals(of: &program)
    self.program = program
    self.environment = environment
    hints = Hints(of: program)
  }

  deinit {
    program.deallocate()
    hints.deallocate()
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
