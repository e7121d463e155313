import Diagnostics

/// Reads a template, and the partials it names, into a ``Program``.
///
/// A fault is noted and reading goes on behind it, so that all faults come to light in one go.
struct TemplateParser {
  let environment: Environment
  var program: Program
  /// The tokens of the tag or output that is being read.
  var lexer: ExpressionLexer
  /// How deep blocks and brackets nest at this point.
  var depth = 0
  /// Where the pieces come from: the template, or a `liquid` tag in it.
  var scanner: Scanner
  /// The template that is being read, among the program's.
  private(set) var template: Int
  private(set) var source: SourceText {
    didSet { unsafe bytes = Bytes(of: source.bytes) }
  }
  /// A look at the source's bytes; the program holds them.
  private(set) var bytes: Bytes
  /// The positions of the partials that were met, by name.
  var partials: [String: Int32] = [:]
  /// Nodes of blocks that are not complete yet.
  private var pending = Table<Node>()
  /// Steps of paths that are not complete yet.
  var pendingSteps = Table<Step>()
  /// The tags that open blocks wait for, outermost first.
  var awaited: [BlockWords] = []
  private var faults: [Diagnostic] = []
  /// The last line that was asked for.
  private var linePosition: (offset: Int, line: Int32) = (0, 1)
  /// Set when there is no use in reading on.
  private var isStopped = false

  /// Reads a template and everything it names.
  static func parse(_ source: SourceText, _ environment: Environment) -> Program {
    var program = Program()
    program.templates.append(Program.Source(text: source, name: ""))
    var parser = TemplateParser(program, environment, from: 0)
    parser.parseTemplates(from: 0)
    parser.deallocate()
    return parser.program
  }

  /// Reads a partial whose name was not known before rendering, and everything it names.
  ///
  /// - Returns: its position among the program's templates, or `nil` if there is no such partial.
  static func parse(
    partial name: String,
    calledAt place: Place,
    of template: Int,
    into program: inout Program,
    _ environment: Environment
  ) -> Int? {
    let start = program.templates.count
    var parser = TemplateParser(program, environment, from: template)
    guard let position = parser.partial(named: name, at: place) else { return nil }
    parser.parseTemplates(from: start)
    parser.deallocate()
    program = parser.program
    return Int(position)
  }

  private init(_ program: Program, _ environment: Environment, from template: Int) {
    self.program = program
    self.environment = environment
    self.template = template
    source = program.templates[template].text
    unsafe bytes = Bytes(of: source.bytes)
    scanner = Scanner(template: bytes)
    lexer = ExpressionLexer(bytes, in: 0..<0)
    for position in program.templates.indices.dropFirst() {
      partials[program.templates[position].name] = Int32(clamping: position)
    }
  }

  /// Gives back what was only needed for reading.
  private func deallocate() {
    pending.deallocate()
    pendingSteps.deallocate()
  }

  /// Reading a template may append the partials that it names.
  private mutating func parseTemplates(from start: Int) {
    var next = start
    while next < program.templates.count {
      parseTemplate(next)
      next += 1
    }
  }

  private mutating func parseTemplate(_ position: Int) {
    template = position
    source = program.templates[position].text
    scanner = Scanner(template: bytes)
    isStopped = false
    linePosition = (0, 1)
    faults = program.templates[position].faults
    let size = program.literals.count + source.bytes.count
    if size > environment.limits.templateBytes {
      stop(.templateTooLarge(limit: environment.limits.templateBytes, at: location(0..<0)))
    }
    program.templates[position].body = parsePieces().body
    program.templates[position].faults = faults
  }

  // MARK: Blocks

  /// Reads a block up to a tag that ends it or one of its branches.
  ///
  /// - Returns: the block and that tag; no tag if there is none, which is noted already.
  mutating func parseBody(of opener: TagToken, until ends: BlockWords) -> (
    body: Body, end: TagToken?
  ) {
    guard depth < environment.limits.nesting else {
      stop(.tooDeep(limit: environment.limits.nesting, at: location(opener.name)))
      return (Body(block: .empty, isBlank: true), nil)
    }
    depth += 1
    awaited.append(ends)
    defer {
      depth -= 1
      awaited.removeLast()
    }
    let result = parsePieces()
    if result.end == nil {
      note(.unclosedBlock(text(opener.name), end: ends.end, at: location(opener.name)))
    }
    return result
  }

  mutating func parsePieces() -> (body: Body, end: TagToken?) {
    let start = pending.count
    var isBlank = true
    var literal = Run<UInt8>.empty
    while !isStopped {
      let before = scanner
      switch scanner.next() {
      case .end:
        return (finish(from: start, literal, isBlank: isBlank), nil)
      case .unclosed(let range):
        note(.unclosedDelimiter(text(range), at: location(range)))
      case .text(let range):
        guard !range.isEmpty else { continue }
        isBlank = isBlank && bytes[range].isBlank
        append(&literal)
        literal = unsafe program.literals.add(copying: bytes[range].buffer)
      case .output(let range):
        isBlank = false
        let line = line(at: range.lowerBound)
        guard let action = parseOutput(range) else { continue }
        append(&literal, action, Place(range), line: line, isBlank: false)
      case .tag(let tag):
        let word = BlockWords(naming: bytes[tag.name])
        if !word.isEmpty, let ends = awaited.last, !ends.isDisjoint(with: word) {
          return (finish(from: start, literal, isBlank: isBlank), tag)
        }
        if !word.isEmpty, awaited.contains(where: { !$0.isDisjoint(with: word) }) {
          // An outer block waits for it: the inner one was never closed.
          scanner = before
          return (finish(from: start, literal, isBlank: isBlank), nil)
        }
        let line = line(at: tag.whole.lowerBound)
        guard let statement = parseTag(tag) else { continue }
        isBlank = isBlank && statement.isBlank
        append(
          &literal,
          statement.action,
          Place(tag.name),
          line: line,
          isBlank: statement.isBlank
        )
      }
    }
    return (finish(from: start, literal, isBlank: isBlank), nil)
  }

  /// Returns the line of an offset; offsets are asked in their order, so that all of them together
  /// cost one pass.
  private mutating func line(at offset: Int) -> Int32 {
    while linePosition.offset < offset,
      let lineBreak = bytes.firstIndex(of: UInt8(ascii: "\n"), in: linePosition.offset..<offset)
    {
      linePosition.line += 1
      linePosition.offset = lineBreak + 1
    }
    linePosition.offset = max(linePosition.offset, offset)
    return linePosition.line
  }

  /// Appends a node with the text before it, of which nothing is left then.
  private mutating func append(
    _ text: inout Run<UInt8>,
    _ action: Action,
    _ place: Place,
    line: Int32,
    isBlank: Bool
  ) {
    let node = Node(text: text, action: action, place: place, line: line, isBlank: isBlank)
    pending.append(node)
    text = .empty
  }

  /// Appends a node for a text behind which there is none.
  private mutating func append(_ text: inout Run<UInt8>) {
    if text.isEmpty { return }
    append(&text, .nothing, Place(0..<0), line: 0, isBlank: true)
  }

  private mutating func finish(from start: Int, _ text: Run<UInt8>, isBlank: Bool) -> Body {
    var text = text
    append(&text)
    return Body(block: pending.move(from: start, to: &program.nodes), isBlank: isBlank)
  }

  private mutating func parseOutput(_ range: Range<Int>) -> Action? {
    begin(range)
    if lexer.token.kind == .end { return nil }
    do throws(Diagnostic) {
      return try parseOutput()
    } catch {
      note(error)
      return nil
    }
  }

  private mutating func parseTag(_ tag: TagToken) -> Statement? {
    guard let position = environment.tags.position(of: bytes[tag.name]) else {
      note(unexpected(tag))
      return nil
    }
    begin(tag.markup)
    do throws(Diagnostic) {
      return try environment.tags.tags[position].parse(&self, tag)
    } catch {
      note(error)
      return nil
    }
  }

  // MARK: Inside a tag

  /// Goes to the tokens of a range.
  mutating func begin(_ range: Range<Int>) { lexer = ExpressionLexer(bytes, in: range) }

  /// Does some reading, notes its fault if it has one, and returns `nil` then.
  @discardableResult
  mutating func recover<T>(
    _ body: (inout TemplateParser) throws(Diagnostic) -> T
  ) -> T? {
    do throws(Diagnostic) {
      return try body(&self)
    } catch {
      note(error)
      return nil
    }
  }

  /// Notes a fault.
  mutating func note(_ fault: Diagnostic) {
    if !isStopped { faults.append(fault) }
    // More nobody reads, and each costs a pass over the text to find its place.
    if faults.count >= 100 { isStopped = true }
  }

  /// Notes a fault behind which nothing can be read.
  mutating func stop(_ fault: Diagnostic) {
    note(fault)
    isStopped = true
  }

  /// The place of a range of the template that is being read.
  func location(_ range: Range<Int>) -> Location { source.location(of: range) }

  /// The text of a range of the template that is being read.
  func text(_ range: Range<Int>) -> String {
    unsafe String(decoding: bytes[range].buffer, as: UTF8.self)
  }

  /// Whether a range holds a certain text.
  func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    bytes[range].isText(text)
  }
}

/// What the reading of a tag gives.
struct Statement {
  let action: Action
  /// Whether it can print nothing, or white space alone.
  var isBlank = false
}
