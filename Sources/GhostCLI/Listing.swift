internal import Arguments

/// The kinds of names that only ghost itself can list, for the completion of command lines.
enum Listing: String {
  case commands

  /// Returns the names, or none where there is no workspace: completing must never complain.
  func names(in context: Context) -> [String] {
    switch self {
    case .commands: CommandTable.all.map(\.spec.name)
    }
  }
}
