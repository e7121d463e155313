public import Diagnostics
import Subprocess

/// What a merge of two commits comes to.
public enum Merge: Sendable {
  /// It can be done: the root folder of the result, and a repository in which that can be read.
  case clean(tree: ObjectID, in: Repository)
  /// People have to decide about these files.
  case conflicts([GitPath])
}

extension Repository {
  /// Merges a change into its base, in memory as it were: no branch, index or file is touched.
  ///
  /// The merge is git's own, without anything that a repository or a change could steer it by. There
  /// is no way to have git 2.39 leave out `.gitattributes` (`merge=union`, merge drivers),
  /// `info/attributes` and `merge.default`, so it works in an empty bare repository of its own, which
  /// borrows the objects of this one; the new objects stay in there, too.
  ///
  /// - Throws: a diagnostic if the histories have nothing in common (content), or if the clone is
  ///   too shallow to tell or git fails (environment).
  public func merge(_ change: ObjectID, into base: ObjectID) throws(Diagnostic) -> Merge {
    // Where history is cut off, git would take the wrong common ancestor and say nothing.
    guard !isShallow else { throw .shallowHistory() }
    let objects = try ask(["rev-parse", "--path-format=absolute", "--git-path", "objects"])
    let scratch = try ScratchFolder(in: environment.temporaryFolder)
    try scratch.write("ref: refs/heads/none\n", to: "HEAD")
    try scratch.write(Self.configuration(usesSHA256: usesSHA256), to: "config")
    try scratch.makeFolder("refs")
    try scratch.makeFolder("objects")

    var merge = command([
      "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "--end-of-options",
      Argument(base.hex), Argument(change.hex),
    ])
    merge.environment["GIT_DIR"] = Argument(scratch.path)
    merge.environment["GIT_OBJECT_DIRECTORY"] = "\(scratch.path)/objects"
    Self.borrow(Argument(bytes: objects.dropLast()), in: &merge.environment)
    let outcome = try merge.run()
    let words = outcome.output.split(separator: 0)
    // An object that is not there is exit code 1 as well, but then no tree is named.
    guard outcome.status.isSuccess || outcome.status == .exited(1),
      let tree = words.first.flatMap({ ObjectID(hex: $0) })
    else {
      if outcome.errorLine.contains("unrelated histories") { throw .unrelatedHistories() }
      throw .gitFailed("merge-tree", outcome)
    }
    guard outcome.status.isSuccess else {
      return .conflicts(Set(words.dropFirst().map { GitPath(bytes: $0) }).sorted())
    }
    var result = self
    result.scratch.append(scratch)
    return .clean(tree: tree, in: result)
  }

  private static func configuration(usesSHA256: Bool) -> String {
    let core = "[core]\n\tbare = true\n\trepositoryformatversion = "
    return usesSHA256 ? core + "1\n[extensions]\n\tobjectformat = sha256\n" : core + "0\n"
  }
}
