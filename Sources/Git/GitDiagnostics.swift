import Diagnostics
import Subprocess

extension Diagnostic {
  static func gitTooOld(_ version: String, remedy: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.too-old",
      "git \(version) is too old",
      hint: remedy,
      cause: .environment
    )
  }

  static func gitFailed(_ command: String, _ outcome: Command.Outcome) -> Diagnostic {
    gitFailed(command, outcome.status, outcome.error)
  }

  static func gitFailed(_ command: String, _ status: ExitStatus, _ error: [UInt8]) -> Diagnostic {
    let complaint = complaint(in: error)
    let reason =
      switch (status, complaint) {
      case (.signalled(let signal), _): "stopped by signal \(signal)"
      case (.exited(let code), ""): "exit code \(code)"
      default: complaint
      }
    return Diagnostic(
      .error,
      "git.failed",
      "git \(command) failed: \(reason)",
      hint: hint(for: complaint),
      cause: .environment
    )
  }

  /// Returns the first line that says why git failed; warnings and advice may stand above it.
  private static func complaint(in error: [UInt8]) -> String {
    let lines = error.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    for line in lines {
      for prefix in ["fatal: ", "error: "] where line.hasPrefix(prefix) {
        return String(line.dropFirst(prefix.count))
      }
    }
    return lines.first ?? ""
  }

  private static func hint(for line: String) -> String? {
    if line.contains("dubious ownership") {
      return "git config --global --add safe.directory '*', or a folder in place of '*'"
    }
    if line.contains("promisor remote") {
      return "this clone leaves objects out: git fetch --refetch --no-filter"
    }
    return nil
  }

  static func embeddedRepository(_ directory: Argument) -> Diagnostic {
    Diagnostic(
      .error,
      "git.embedded-repository",
      "'\(directory.text)' is a bare repository inside of another one's working tree",
      hint: "remove it, or run ghost outside of it: nobody can say whose references count",
      cause: .environment
    )
  }

  static func unexpectedAnswer(_ command: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.unexpected-answer",
      "git \(command) gave an answer of an unknown form",
      cause: .environment
    )
  }

  static func unknownRevision(_ name: String, hint: String?) -> Diagnostic {
    Diagnostic(
      .error,
      "git.unknown-revision",
      "there is no commit '\(name)'",
      hint: hint,
      cause: .usage
    )
  }

  static func ambiguousRevision(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.ambiguous-revision",
      "'\(name)' names more than one commit",
      hint: "write it in full: refs/heads/\(name)",
      cause: .usage
    )
  }

  static func missingObject(_ id: ObjectID) -> Diagnostic {
    Diagnostic(
      .error,
      "git.missing-object",
      "the object \(id.hex) is not in the repository",
      hint: "is the clone whole? git fetch --unshallow, or git fsck",
      cause: .environment
    )
  }

  static func wrongKind(_ id: ObjectID, expected: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.wrong-kind",
      "the object \(id.hex) is no \(expected)",
      cause: .environment
    )
  }

  static func objectTooLarge(_ id: ObjectID, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "git.object-too-large",
      "the object \(id.hex) has \(size) bytes, more than the \(limit) allowed",
      cause: .content
    )
  }

  static func damagedTree(_ id: ObjectID, _ fault: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.damaged-tree",
      "the tree \(id.hex) is damaged: \(fault)",
      hint: "git fsck",
      cause: .content
    )
  }

  static func treeTooDeep(_ path: GitPath) -> Diagnostic {
    Diagnostic(
      .error,
      "git.tree-too-deep",
      "the folder '\(path.text)' lies too deep",
      cause: .content
    )
  }

  static func tooManyFiles(limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "git.too-many-files",
      "a folder holds more than \(limit) files",
      cause: .content
    )
  }

  static func shallowHistory() -> Diagnostic {
    Diagnostic(
      .error,
      "git.shallow",
      "the history of this clone is cut off, so the merge cannot be judged",
      hint: "git fetch --unshallow (in CI: fetch-depth: 0)",
      cause: .environment
    )
  }

  static func unrelatedHistories() -> Diagnostic {
    Diagnostic(
      .error,
      "git.unrelated-histories",
      "the change has no history in common with its base",
      cause: .content
    )
  }

  static func noWorkTree() -> Diagnostic {
    Diagnostic(
      .error,
      "git.no-work-tree",
      "this repository has no working tree",
      cause: .usage
    )
  }

  static func noScratch(in folder: String) -> Diagnostic {
    Diagnostic(
      .error,
      "git.no-scratch",
      "cannot write temporary files in '\(folder)'",
      hint: "set TMPDIR to a folder that can be written",
      cause: .environment
    )
  }
}
