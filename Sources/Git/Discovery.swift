import Diagnostics
import Subprocess

/// How git is asked which repository a folder belongs to.
///
/// git takes any folder with a `HEAD`, `objects` and `refs` for a bare repository, and those are
/// files that a change can bring: it would then be judged by references of its own, and a program
/// that it names in `config` would run. So a bare repository within another one's working tree is
/// refused, as git itself does under `safe.bareRepository=explicit`.
struct Discovery {
  let git: Executable
  let environment: GitEnvironment

  /// Asks for all that ``Repository`` knows of itself.
  ///
  /// - Returns: what git answered, a failure where there is no repository.
  /// - Throws: `git.embedded-repository` if a bare one lies in the working tree of another.
  func find(from folder: Argument) throws(Diagnostic) -> Command.Outcome {
    let questions: [Argument] = [
      "--is-inside-work-tree", "--is-shallow-repository", "--show-object-format", "--show-cdup",
      "--absolute-git-dir",
    ]
    let outcome = try ask(questions, in: folder, trustsBare: false)
    guard Self.isBareRefused(outcome) else { return outcome }
    let directory = try ask(["--absolute-git-dir"], in: folder, trustsBare: true)
    guard directory.status.isSuccess else { return directory }
    let path = Argument(bytes: directory.output.dropLast())
    let outside = try ask(["--absolute-git-dir"], in: path + "/..", trustsBare: false)
    // The inside of `.git` looks like a bare repository too, and is that of the folder around it.
    guard outside.isNoRepository || outside.output == directory.output else {
      throw .embeddedRepository(path)
    }
    return try ask(questions, in: folder, trustsBare: true)
  }

  private func ask(
    _ questions: [Argument],
    in folder: Argument,
    trustsBare: Bool
  ) throws(Diagnostic) -> Command.Outcome {
    let setting: Argument = trustsBare ? "all" : "explicit"
    return try Command(
      git,
      ["-C", folder, "-c", "safe.bareRepository=" + setting, "rev-parse"] + questions,
      environment: environment.discovering
    ).run()
  }

  private static func isBareRefused(_ outcome: Command.Outcome) -> Bool {
    !outcome.status.isSuccess && outcome.errorLine.hasPrefix("fatal: cannot use bare repository")
  }
}

extension Command.Outcome {
  /// Whether git found no repository at or above a folder.
  var isNoRepository: Bool {
    !status.isSuccess && errorLine.hasPrefix("fatal: not a git repository (or any")
  }
}
