#if canImport(Glibc)
@unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
@unsafe @preconcurrency import Musl
#else
import Darwin
#endif

/// The environment variables of a child: a base and changes, handed in explicitly.
///
/// Nothing is inherited unasked, so that a test and a server-side hook decide for themselves what a
/// child may see.
public struct ChildEnvironment: Sendable, Hashable {
  private var values: [String: Argument] = [:]

  /// Starts from nothing.
  public init() {}

  /// Takes variables written down, as tests do.
  public init(_ values: [String: String]) { self.values = values.mapValues { Argument($0) } }

  /// Returns this process's own variables.
  public static func inherited() -> ChildEnvironment {
    var result = ChildEnvironment()
    #if canImport(Darwin)
    var next = unsafe _NSGetEnviron().pointee
    #else
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
    #endif
    while let entry = unsafe next, let text = unsafe entry.pointee {
      let bytes = unsafe UnsafeBufferPointer(start: text, count: strlen(text))
        .map(UInt8.init(bitPattern:))
      if let equals = bytes.dropFirst().firstIndex(of: UInt8(ascii: "=")) {
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        result.values[name] = Argument(bytes: bytes[(equals + 1)...])
      }
      unsafe next = entry + 1
    }
    return result
  }

  /// The value of a variable, or `nil` where it is not set.
  public subscript(name: String) -> Argument? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Returns this environment with other values for some variables.
  public func setting(_ changes: [String: Argument]) -> ChildEnvironment {
    var result = self
    result.values.merge(changes) { $1 }
    return result
  }

  /// Returns this environment without the variables whose names are meant.
  public func removing(where isMeant: (String) -> Bool) -> ChildEnvironment {
    var result = self
    result.values = values.filter { !isMeant($0.key) }
    return result
  }

  /// The entries `NAME=VALUE`, in the order of their names.
  var entries: [Argument] {
    values.sorted { $0.key < $1.key }.map { Argument($0.key) + "=" + $0.value }
  }
}
