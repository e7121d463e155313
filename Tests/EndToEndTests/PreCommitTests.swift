import Foundation
import TestSupport
import Testing

/// The real pre-commit with this repository's hook.
@Suite(.enabled(if: preCommit != nil, "pre-commit is not installed")) struct PreCommitTests {
  private static let isLong =
    ProcessInfo.processInfo.environment["GHOST_DIFFERENTIAL", default: ""] == "full"

  @Test("the hook stops what is unfinished when asked to and when merging, not at a commit")
  func hook() throws {
    // Building takes minutes; the manifest is otherwise this repository's own.
    let manifest = try String(
      contentsOf: ProjectFolder.root.appending(path: ".pre-commit-hooks.yaml"),
      encoding: .utf8
    )
    #expect(manifest.contains("language: swift\n"))
    let hooks = try GitFolder()
    try hooks.write(
      manifest.replacing("language: swift\n", with: "language: system\n"),
      to: ".pre-commit-hooks.yaml"
    )
    try expectStops(hooks.path, try hooks.commit())
  }

  @Test(
    "so does the hook that pre-commit builds from a clone of this repository",
    .enabled(if: isLong, "it builds ghost for minutes; .ci/long runs it")
  )
  func built() throws {
    let git = try #require(Program(named: "git"))
    let root = ProjectFolder.root.path
    let head = try git.run(["rev-parse", "HEAD"], in: root).output
    try expectStops(root, String(head.dropLast()), hasGhost: false)
  }

  /// Drafts in a scratch repository, and merges the draft before and after it is finished.
  private func expectStops(
    _ hooks: String,
    _ revision: String,
    hasGhost: Bool = true
  ) throws {
    let repository = try GitFolder()
    let home = repository.folder.path + "/pre-commit"
    let system = ProcessInfo.processInfo.environment["PATH", default: ""]
    let path = ["PATH": hasGhost ? BuiltGhost.searchPath : system, "PRE_COMMIT_HOME": home]
    func ghost(_ arguments: String...) throws {
      let outcome = try BuiltGhost.program.run(
        arguments,
        in: repository.path,
        environment: repository.environment
      )
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    func run(_ arguments: String...) throws -> Program.Outcome {
      // Its own Python may be found by the user's home.
      let variables = repository.environment.merging(path) { $1 }.filter { $0.key != "HOME" }
      return try #require(preCommit).run(arguments, in: repository.path, environment: variables)
    }
    try ghost("init")
    try ghost("init", "--ci", "pre-commit")
    let config = try repository.folder.read("work/.pre-commit-config.yaml")
      .replacing("https://ghost.example/ghost.git", with: hooks)
      .replacing("v0.0.0", with: revision)
    try repository.write(config, to: ".pre-commit-config.yaml")
    try repository.commit()
    #expect(try run("install").status == 0)

    try repository.git("checkout", "-q", "-b", "draft")
    try ghost("draft", "--exec", "jane-doe", "--topic", "callbacks")
    try repository.git("add", "-A", with: path)
    try repository.git("commit", "-q", "-m", "draft", with: path)
    let found = try run("run", "--hook-stage", "manual", "--all-files")
    #expect(found.status == 1)
    #expect(found.output.contains("[tk-left]"), "\(found.output)\(found.error)")
    try repository.git("checkout", "-q", "main", with: path)
    #expect(throws: GitFolder.Failure.self) {
      try repository.git("merge", "-q", "--no-ff", "--no-edit", "draft", with: path)
    }
    try repository.git("merge", "--abort", with: path)
  }
}

private let preCommit = Program(named: "pre-commit")
