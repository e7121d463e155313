internal import Diagnostics

/// How a run ended, as the shell sees it.
public enum ExitCode: Int32, Sendable, Comparable {
  /// Done; warnings alone included.
  case done = 0
  /// Findings, or a fault in a file.
  case content = 1
  /// A command line that cannot be meant, or names what is not there.
  case usage = 2
  /// The file system, git or ssh-keygen failed.
  case environment = 3

  /// Orders by how little a run can be trusted to have seen everything.
  public static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }

  /// Takes the gravest of what was found.
  init(of diagnostics: some Sequence<Diagnostic>) {
    self =
      diagnostics.filter { $0.severity == .error }.map { ExitCode(of: $0.cause) }.max() ?? .done
  }

  private init(of cause: Diagnostic.Cause) {
    self =
      switch cause {
      case .content: .content
      case .usage: .usage
      case .environment: .environment
      }
  }
}
