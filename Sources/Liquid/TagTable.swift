public import Diagnostics

/// A tag: its name and how it is read.
///
/// The engine's own tags read themselves. One that is added from outside takes arguments and gives
/// a text: `{% name first, second key: value %}`.
public struct TagDefinition: Sendable {
  /// Makes the text of a tag from its arguments.
  public typealias Body =
    @Sendable (_ arguments: Arguments, _ context: inout FilterContext)
    throws(Diagnostic) -> [UInt8]

  typealias Parse =
    @Sendable (inout TemplateParser, TagToken) throws(Diagnostic) -> Statement?

  /// The name behind the `{%`.
  public let name: String
  /// How it is read.
  let parse: Parse
  /// What one that was added from outside does.
  let body: Body?

  /// Describes a tag whose function makes a text; that text is markup and is never encoded.
  ///
  /// - Parameters:
  ///   - name: The name behind the `{%`.
  ///   - arity: How many arguments without a name it takes.
  ///   - named: The names of the `name: value` arguments that it knows.
  ///   - body: What makes the text.
  public init(
    _ name: String,
    arity: ClosedRange<Int> = 0...0,
    named: [String] = [],
    _ body: @escaping Body
  ) {
    self.name = name
    self.body = body
    parse = { parser, tag throws(Diagnostic) in
      try CallTag.parse(&parser, tag, name, arity, named)
    }
  }

  init(_ name: String, parse: @escaping Parse) {
    self.name = name
    self.parse = parse
    body = nil
  }
}

/// The tags of an environment, by name.
public struct TagTable: Sendable {
  private(set) var tags: [TagDefinition] = []
  private var positions = Lexicon()

  /// Takes a list; a later tag replaces an earlier one of its name.
  public init(_ list: [TagDefinition]) {
    for tag in list { add(tag) }
  }

  /// The names, for hints and for the guide.
  public var names: [String] { tags.map(\.name) }

  /// Adds a tag, or replaces the one of its name.
  public mutating func add(_ tag: TagDefinition) {
    if let position = positions.position(of: tag.name) {
      tags[position] = tag
    } else {
      positions.add(tag.name)
      tags.append(tag)
    }
  }

  func position(of name: String) -> Int? { positions.position(of: name) }

  /// Returns where in ``tags`` a name stands.
  func position(of name: Bytes) -> Int? { positions.position(of: name) }
}
