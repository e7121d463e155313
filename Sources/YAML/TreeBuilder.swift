import Diagnostics

/// Builds the tree from libyaml's events, under limits.
struct TreeBuilder: ~Copyable {
  private(set) var log = DiagnosticLog()
  private var events: EventStream
  private let limits: YAMLLimits
  private let mergesAtRoot: Bool
  private var count = 0
  private var anchors: [String: Built] = [:]
  /// The anchors of the values that are still being built.
  private var unfinished: [String] = []

  /// A value with what it costs to use it again.
  struct Built {
    let node: YAMLNode
    /// How many values it holds, itself included.
    let weight: Int
    /// How many levels it has, itself included.
    let height: Int
  }

  init(_ events: consuming EventStream, limits: YAMLLimits, mergesAtRoot: Bool) {
    self.events = events
    self.limits = limits
    self.mergesAtRoot = mergesAtRoot
  }

  /// Returns the root of the only document.
  mutating func document() throws(Diagnostic) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd:
        return root ?? YAMLNode(content: .scalar("", isPlain: true), range: event.range)
      case .documentStart:
        guard root == nil else { throw .severalDocuments(at: place(of: event.range)) }
        root = try build(try events.next(), depth: 1).node
      default: continue
      }
    }
  }

  private mutating func build(_ event: Event, depth: Int) throws(Diagnostic) -> Built {
    guard depth <= limits.depth else {
      throw .tooDeep(limit: limits.depth, at: place(of: event.range))
    }
    try charge(1, at: event.range)
    switch event.kind {
    case .alias(let name):
      return try resolve(name, at: event.range, depth: depth)
    case .scalar(let text, let isPlain, let properties):
      let isPlain = resolve(properties.tag, isPlain: isPlain, at: event.range)
      let node = YAMLNode(content: .scalar(text, isPlain: isPlain), range: event.range)
      let built = Built(node: node, weight: 1, height: 1)
      if let anchor = properties.anchor { anchors[anchor] = built }
      return built
    case .sequenceStart(let properties):
      open(properties, at: event.range)
      return close(try sequence(from: event.range, depth: depth), properties)
    case .mappingStart(let properties):
      open(properties, at: event.range)
      return close(try mapping(from: event.range, depth: depth), properties)
    default:
      throw .unreadable("", at: event.range.lowerBound, in: events.source)
    }
  }

  private mutating func sequence(from start: Range<Int>, depth: Int) throws(Diagnostic) -> Built {
    var items: [YAMLNode] = []
    var size = Size()
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        let range = start.lowerBound..<end(event.range, after: items.last?.range ?? start)
        return size.built(YAMLNode(content: .sequence(items), range: range))
      }
      let item = try build(event, depth: depth + 1)
      size.add(item)
      items.append(item.node)
    }
  }

  private mutating func mapping(from start: Range<Int>, depth: Int) throws(Diagnostic) -> Built {
    var entries = MappingEntries(takesMerges: mergesAtRoot || depth > 1)
    var size = Size()
    var last = start
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        let range = start.lowerBound..<end(event.range, after: last)
        try charge(entries.merge(), at: range)
        return size.built(YAMLNode(content: .mapping(entries.all), range: range))
      }
      let key = try build(event, depth: depth + 1)
      let value = try build(try events.next(), depth: depth + 1)
      size.add(key)
      size.add(value)
      last = value.node.range
      if let fault = entries.add(key.node, value.node) { report { .entry(fault, in: $0) } }
    }
  }

  /// A block ends, for libyaml, where the next thing begins; for a reader, with its last value.
  private func end(_ event: Range<Int>, after last: Range<Int>) -> Int {
    event.isEmpty ? last.upperBound : event.upperBound
  }

  private struct Size {
    private var weight = 1
    private var height = 0

    mutating func add(_ part: Built) {
      weight += part.weight
      height = max(height, part.height)
    }

    func built(_ node: YAMLNode) -> Built { Built(node: node, weight: weight, height: height + 1) }
  }
}

extension TreeBuilder {
  private mutating func resolve(
    _ name: String,
    at range: Range<Int>,
    depth: Int
  ) throws(Diagnostic) -> Built {
    guard !unfinished.contains(name) else { throw .recursiveAlias(name, at: place(of: range)) }
    guard let built = anchors[name] else {
      throw .unknownAlias(name, known: anchors.keys.sorted(), at: place(of: range))
    }
    guard depth + built.height - 1 <= limits.depth else {
      throw .tooDeep(limit: limits.depth, at: place(of: range))
    }
    try charge(built.weight, at: range)
    let node = YAMLNode(content: built.node.content, range: range)
    return Built(node: node, weight: built.weight, height: built.height)
  }

  /// Returns whether a scalar with this tag is read as if it were plain.
  private mutating func resolve(_ tag: String?, isPlain: Bool, at range: Range<Int>) -> Bool {
    switch tag {
    case nil: return isPlain
    case "!", Self.core + "str": return false
    case Self.core + "int", Self.core + "float", Self.core + "bool", Self.core + "null":
      return true
    case .some(let tag):
      report { .unknownTag(tag, at: $0.location(of: range)) }
      return isPlain
    }
  }

  private static let core = "tag:yaml.org,2002:"

  private mutating func open(_ properties: Event.Properties, at range: Range<Int>) {
    if let tag = properties.tag, !["!", Self.core + "seq", Self.core + "map"].contains(tag) {
      report { .unknownTag(tag, at: $0.location(of: range)) }
    }
    if let anchor = properties.anchor { unfinished.append(anchor) }
  }

  private mutating func close(_ built: Built, _ properties: Event.Properties) -> Built {
    guard let anchor = properties.anchor else { return built }
    unfinished.removeLast()
    anchors[anchor] = built
    return built
  }

  private mutating func charge(_ nodes: Int, at range: Range<Int>) throws(Diagnostic) {
    count += nodes
    guard count <= limits.nodes else {
      throw .tooManyNodes(limit: limits.nodes, at: place(of: range))
    }
  }

  private mutating func report(_ finding: (SourceText) -> Diagnostic) {
    guard log.diagnostics.count < DiagnosticLog.mostFindingsOfAFile else { return }
    log.add(finding(events.source))
  }

  private func place(of range: Range<Int>) -> Location { events.source.location(of: range) }
}
