/// What an option's value or an operand may be: checked when parsing, offered when completing.
public enum ValueKind: Sendable, Hashable {
  /// Any text; nothing to offer.
  case text
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// One of a few words.
  case choice([String])
  /// The path of a file.
  case file
  /// The path of a folder.
  case folder
  /// One of the names that only the program can list when asked, such as its executives.
  ///
  /// Such a name is not checked here: the program says better what is missing where.
  case listed(String)
}
