/// A place in a file, resolved once, when a diagnostic is made.
public struct Location: Sendable, Hashable {
  /// The file as the user knows it, usually relative to the workspace.
  public var path: String
  /// The line, from 1; 0 speaks of the file as a whole.
  public var line: Int
  /// The column, from 1, in Unicode code points; 0 speaks of the line as a whole.
  public var column: Int
  /// The line on which the marked text ends.
  public var endLine: Int
  /// The column just behind the marked text.
  public var endColumn: Int
  /// The source line itself, without its line break; `nil` where there is nothing to show.
  public var excerpt: String?

  /// Makes a place from its parts; without an end it marks a single point.
  public init(
    path: String,
    line: Int = 0,
    column: Int = 0,
    endLine: Int? = nil,
    endColumn: Int? = nil,
    excerpt: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.endLine = endLine ?? line
    self.endColumn = endColumn ?? column
    self.excerpt = excerpt
  }
}

extension Location {
  /// Returns the same place as it is seen from further up.
  ///
  /// - Parameter folder: Where its path begins, seen from there; empty for the same folder.
  /// - Returns: the place; a `..` at its beginning leads out of the folder.
  public func below(_ folder: String) -> Location {
    var folders = folder.split(separator: "/")
    var rest = path[...]
    while rest.hasPrefix("../"), folders.popLast() != nil { rest = rest.dropFirst(3) }
    var place = self
    place.path = (folders + [rest]).joined(separator: "/")
    return place
  }
}

extension Location: Comparable {
  /// Orders by path, line and column.
  public static func < (left: Location, right: Location) -> Bool {
    guard left.path == right.path else { return left.path < right.path }
    return (left.line, left.column) < (right.line, right.column)
  }
}
