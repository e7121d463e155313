import Diagnostics

/// The entries of one mapping while it is read: no key twice, merge keys put aside.
struct MappingEntries {
  private(set) var all: [YAMLNode.Entry] = []
  private var indices: [String: Int] = [:]
  private var merged: [YAMLNode] = []

  /// What can be wrong with an entry; its places are looked up only if it is reported.
  enum Fault {
    case keyIsNoText(Range<Int>)
    case duplicateKey(String, Range<Int>, first: Range<Int>)
    case badMerge(Range<Int>)
  }

  /// Takes an entry, or returns what is wrong with it.
  mutating func add(_ key: YAMLNode, _ value: YAMLNode) -> Fault? {
    guard case .scalar(let text, let isPlain) = key.content else { return .keyIsNoText(key.range) }
    if text == "<<", isPlain { return addMerge(value) }
    if let first = indices[text] {
      return .duplicateKey(text, key.range, first: all[first].keyRange)
    }
    indices[text] = all.count
    all.append(YAMLNode.Entry(key: text, keyRange: key.range, value: value))
    return nil
  }

  /// Adds what the merge keys name and the mapping has not itself; returns how many they were.
  ///
  /// Source: the merge key type of YAML 1.1 (yaml.org/type/merge.html), which Hugo and Jekyll read.
  mutating func merge() -> Int {
    let own = all.count
    for entry in merged.flatMap({ $0.entries ?? [] }) where indices[entry.key] == nil {
      indices[entry.key] = all.count
      all.append(entry)
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
    case .duplicateKey(let key, let range, let first):
      .duplicateKey(key, at: source.location(of: range), first: source.location(of: first))
    }
  }
}
