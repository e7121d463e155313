import Diagnostics

/// The entries of one mapping while it is read: no key twice, merge keys put aside.
struct MappingEntries {
  private(set) var all: [YAMLNode.Entry] = []
  /// Where the keys stand, once there are so many that to look them all through costs more.
  private var indices: [String: Int] = [:]
  private var merged: [YAMLNode] = []
  private let takesMerges: Bool

  /// Starts a mapping, in which a merge key may stand or not.
  init(takesMerges: Bool) { self.takesMerges = takesMerges }

  /// What can be wrong with an entry; its places are looked up only if it is reported.
  enum Fault {
    case keyIsNoText(Range<Int>)
    case duplicateKey(String, Range<Int>, first: Range<Int>)
    case badMerge(Range<Int>)
    case mergeAtRoot(Range<Int>)
  }

  /// Takes an entry, or returns what is wrong with it.
  mutating func add(_ key: YAMLNode, _ value: YAMLNode) -> Fault? {
    guard case .scalar(let text, let isPlain) = key.content else { return .keyIsNoText(key.range) }
    if text == "<<" {
      // Psych merges one in quotes as well.
      guard takesMerges else { return .mergeAtRoot(key.range) }
      if isPlain { return addMerge(value) }
    }
    if let first = index(of: text) {
      return .duplicateKey(text, key.range, first: all[first].keyRange)
    }
    append(YAMLNode.Entry(key: text, keyRange: key.range, value: value))
    return nil
  }

  private static let fewEntries = 16

  private func index(of key: String) -> Int? {
    all.count <= Self.fewEntries ? all.firstIndex { $0.key == key } : indices[key]
  }

  private mutating func append(_ entry: YAMLNode.Entry) {
    all.append(entry)
    if all.count == Self.fewEntries + 1 {
      for (index, entry) in all.enumerated() { indices[entry.key] = index }
    } else if all.count > Self.fewEntries {
      indices[entry.key] = all.count - 1
    }
  }

  /// Adds what the merge keys name and the mapping has not itself; returns how many they were.
  ///
  /// Source: the merge key type of YAML 1.1 (yaml.org/type/merge.html), which Hugo and Jekyll read.
  mutating func merge() -> Int {
    let own = all.count
    for entry in merged.flatMap({ $0.entries ?? [] }) where index(of: entry.key) == nil {
      append(entry)
    }
    return all.count - own
  }

  private mutating func addMerge(_ value: YAMLNode) -> Fault? {
    switch value.content {
    case .mapping: merged.append(value)
    case .sequence(let items) where items.allSatisfy({ $0.entries != nil }): merged += items
    default: return .badMerge(value.range)
    }
    return nil
  }
}

extension Diagnostic {
  static func entry(_ fault: MappingEntries.Fault, in source: SourceText) -> Diagnostic {
    switch fault {
    case .keyIsNoText(let range): .keyIsNoText(at: source.location(of: range))
    case .badMerge(let range): .badMerge(at: source.location(of: range))
    case .mergeAtRoot(let range): .mergeAtRoot(at: source.location(of: range))
    case .duplicateKey(let key, let range, let first):
      .duplicateKey(key, at: source.location(of: range), first: source.location(of: first))
    }
  }
}
