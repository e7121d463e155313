/// A path inside a repository: bytes, with `/` between its parts and none at either end.
///
/// A file's name need not be UTF-8, so it becomes text only for people.
public struct GitPath: Sendable, Hashable, Comparable, ExpressibleByStringInterpolation {
  /// The path as git stores it; empty for the root.
  public let bytes: [UInt8]

  /// Takes a path as git gives it.
  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Takes a path as text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Takes a path written in the source.
  public init(stringLiteral value: String) { self.init(value) }

  /// The path as text, which may hold control characters; what is not UTF-8 is replaced.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The parts between the slashes.
  public var parts: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "/")) }

  /// Returns the path of something below this one.
  public func appending(_ below: some Collection<UInt8>) -> GitPath {
    if bytes.isEmpty { return GitPath(bytes: below) }
    var result = bytes
    result.reserveCapacity(bytes.count + 1 + below.count)
    result.append(UInt8(ascii: "/"))
    result.append(contentsOf: below)
    return GitPath(bytes: result)
  }

  /// Returns the path of something below this one.
  public func appending(_ below: GitPath) -> GitPath {
    below.bytes.isEmpty ? self : appending(below.bytes)
  }

  /// Whether this is the folder or lies below it; everything lies below the root.
  public func isInside(_ folder: GitPath) -> Bool {
    guard !folder.bytes.isEmpty else { return true }
    guard bytes.starts(with: folder.bytes) else { return false }
    return bytes.count == folder.bytes.count
      || bytes[folder.bytes.count] == UInt8(ascii: "/")
  }

  /// Orders by bytes.
  public static func < (left: GitPath, right: GitPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
