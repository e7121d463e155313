public import Diagnostics
import Subprocess

extension Repository {
  /// What git makes of a file in the working tree that is not as it was committed.
  public enum WorkingState: Sendable, Hashable {
    /// git knows the file, and it differs from what was committed.
    case changed
    /// A merge left it for a person to decide.
    case conflicted
    /// git does not know the file.
    case untracked
  }

  /// Returns the files below a folder that git neither knows nor wants to know.
  ///
  /// The user's own configuration has a say: it is their working tree.
  ///
  /// - Throws: a diagnostic about the usage where there is no working tree.
  public func ignoredFiles(below folder: GitPath = "") throws(Diagnostic) -> Set<GitPath> {
    let output = try askWorkTree(
      ["ls-files", "-z", "--others", "--ignored", "--exclude-standard"],
      below: folder
    )
    return Set(output.split(separator: 0).map { GitPath(bytes: $0) })
  }

  /// Returns the files below a folder that are not as they were committed; those that git ignores
  /// are left out.
  ///
  /// - Throws: a diagnostic about the usage where there is no working tree.
  public func workingStates(below folder: GitPath = "")
    throws(Diagnostic) -> [GitPath: WorkingState]
  {
    let output = try askWorkTree(
      [
        "status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames",
        "--ignore-submodules=none",
      ],
      below: folder
    )
    var states: [GitPath: WorkingState] = [:]
    for line in output.split(separator: 0) {
      // The path is the last field, and may hold spaces.
      let (state, fields): (WorkingState, Int)
      switch line.first {
      case UInt8(ascii: "1"): (state, fields) = (.changed, 8)
      case UInt8(ascii: "u"): (state, fields) = (.conflicted, 10)
      case UInt8(ascii: "?"): (state, fields) = (.untracked, 1)
      default: continue
      }
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: fields)
      guard words.count == fields + 1 else { throw .unexpectedAnswer("status") }
      states[GitPath(bytes: words[fields])] = state
    }
    return states
  }

  private func askWorkTree(_ arguments: [Argument], below folder: GitPath)
    throws(Diagnostic) -> [UInt8]
  {
    guard let treeRoot else { throw .noWorkTree() }
    let path = folder.bytes.isEmpty ? "." : Argument(bytes: folder.bytes)
    return try answer(
      arguments.first ?? "",
      command(arguments + ["--", path], inWorkTree: treeRoot)
    )
  }
}
