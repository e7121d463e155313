public import Diagnostics

/// What is wrong with the values of one file, gathered while they are read.
public struct YAMLDecoder: Sendable {
  /// The file.
  public let source: SourceText
  /// What was found so far.
  public private(set) var log = DiagnosticLog()
  /// What is being read, as a message names it.
  @usableFromInline var subject = Subject.whole

  @usableFromInline enum Subject: Sendable {
    case whole
    case key(String)
    case entry(of: String)
  }

  @inlinable init(source: SourceText) { self.source = source }

  /// Adds a finding of a type's own about a value; the name of its key is handed in.
  public mutating func report(
    at node: YAMLNode,
    _ finding: (_ name: String, _ location: Location) -> Diagnostic
  ) {
    guard log.diagnostics.count < DiagnosticLog.mostFindingsOfAFile else { return }
    log.add(finding(name, source.location(of: node.range)))
  }

  /// Reads a text that only some texts can be; `wanted` completes the sentence "'key' needs …".
  public mutating func text<Value>(
    _ node: YAMLNode,
    _ wanted: String,
    _ read: (String) -> Value?
  ) -> Value? {
    expect(node.text.flatMap(read), wanted, node)
  }

  /// Returns what was read of a value, or reports that something else was wanted.
  @inlinable mutating func expect<Value>(_ value: Value?, _ wanted: String, _ node: YAMLNode)
    -> Value?
  {
    if value == nil { reportWrongType(wanted, node) }
    return value
  }

  @usableFromInline mutating func reportWrongType(_ wanted: String, _ node: YAMLNode) {
    report(at: node) { .wrongType(of: $0, wanted: wanted, got: node, at: $1) }
  }

  /// Reports a text that holds nothing but white space; nobody needs such a one.
  @usableFromInline mutating func expectNotBlank(_ node: YAMLNode) -> Bool {
    guard let text = node.text else { return true }
    // Nearly every text begins with a letter.
    if let first = text.utf8.first, (0x21...0x7E).contains(first) { return true }
    guard text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return true }
    report(at: node) { .blank($0, at: $1) }
    return false
  }

  /// Reads what stands under a key.
  @inlinable mutating func key<Value>(_ name: String, _ read: (inout YAMLDecoder) -> Value) -> Value
  {
    let outer = subject
    defer { subject = outer }
    subject = .key(name)
    return read(&self)
  }

  /// Reads an entry of the list that is being read.
  @inlinable mutating func entry<Value>(_ read: (inout YAMLDecoder) -> Value) -> Value {
    let outer = subject
    defer { subject = outer }
    if case .key(let name) = subject { subject = .entry(of: name) }
    return read(&self)
  }

  mutating func reportUnknownWord(_ word: String, among words: [String], at node: YAMLNode) {
    report(at: node) { .unknownWord(word, for: $0, among: words, at: $1) }
  }

  @usableFromInline mutating func reportUnknownKey(_ entry: YAMLNode.Entry, among names: [String]) {
    let key = YAMLNode(content: .scalar(entry.key, isPlain: false), range: entry.keyRange)
    report(at: key) { .unknownKey(entry.key, in: $0, among: names, at: $1) }
  }

  @usableFromInline mutating func reportMissing(_ key: String, in node: YAMLNode) {
    let start = node.range.lowerBound..<node.range.lowerBound
    report(at: YAMLNode(content: node.content, range: start)) { .missingKey(key, in: $0, at: $1) }
  }

  private var name: String {
    switch subject {
    case .whole: "the file"
    case .key(let name): "'\(name)'"
    case .entry(of: let name): "an entry of '\(name)'"
    }
  }
}
