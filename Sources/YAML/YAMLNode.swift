/// One value of a YAML document, with its place in the file.
///
/// A tree of plain values: aliases are already resolved, merge keys already merged, and no
/// mapping holds a key twice. Depth and size are bounded by ``YAMLLimits``, so it can be walked
/// recursively.
public struct YAMLNode: Sendable, Hashable {
  /// What a value consists of.
  public enum Content: Sendable, Hashable {
    /// A single text; `isPlain` says that no quotes, block mark or tag made it text for certain,
    /// so that it may be read as a number, a truth value or nothing.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file.
    case mapping([Entry])
  }

  /// One key of a mapping with its value.
  public struct Entry: Sendable, Hashable {
    /// The key as it reads without its quotes.
    public let key: String
    /// The bytes of the key in the file.
    public let keyRange: Range<Int>
    /// What stands under the key.
    public let value: YAMLNode
  }

  /// What it consists of.
  public let content: Content
  /// Its bytes in the file; an alias stands where it is used, what it holds where it was written.
  public let range: Range<Int>
}

extension YAMLNode {
  /// The entries of a mapping, or `nil` if it is none.
  public var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The values of a list, or `nil` if it is none.
  public var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The value under a key of a mapping, or `nil` if there is none.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}
