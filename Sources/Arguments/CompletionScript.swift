/// The scripts that teach the shells to complete a program's command lines.
public enum CompletionScript: String, Sendable, CaseIterable {
  case bash, zsh, fish

  /// The hidden command that the scripts call, with the words of the command line behind it.
  public static let command = "__complete"

  /// Returns the script for a program of this name.
  public func text(for program: String) -> String {
    switch self {
    case .bash: Self.bashScript(for: program)
    case .zsh: Self.zshScript(for: program)
    case .fish: Self.fishScript(for: program)
    }
  }
}
