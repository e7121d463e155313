import Foundation
import TestSupport
import Testing

/// The script of the composite action, given what GitHub Actions gives it.
@Suite struct JudgeTests {
  private static let bash = Program(named: "bash")
  private static let script =
    ProjectFolder.root.appending(path: ".github/actions/check/judge").path

  /// A repository whose main branch is a workspace, with a draft that nobody approved on another.
  private static func repository() throws -> GitFolder {
    let origin = try GitFolder()
    try ProjectFolder.copyWorkspace(to: origin.path)
    try origin.commit()
    try origin.git("checkout", "-q", "-b", "draft")
    try ghost(
      ["draft", "--exec", "cto", "--topic", "reliability", "--format", "ghostwritten"],
      origin
    )
    try origin.commit()
    // Who may push a tag must not choose the judge.
    try origin.git("tag", "origin/main")
    return origin
  }

  private static func ghost(_ arguments: [String], _ origin: GitFolder) throws {
    let outcome = try BuiltGhost.program.run(
      arguments,
      in: origin.path,
      environment: origin.environment
    )
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  /// Runs the script in a clone with a branch checked out as GitHub does it.
  private static func judge(
    _ revision: String,
    of origin: GitFolder,
    _ event: [String: String]
  ) throws -> (outcome: Program.Outcome, summary: String) {
    let bash = try #require(bash)
    let root = origin.folder.path + "/" + UUID().uuidString
    try origin.git("clone", "-q", origin.path, root + "/change")
    try origin.git("-C", root + "/change", "checkout", "-q", "--detach", revision)
    let variables = origin.environment.merging(
      [
        "GITHUB_WORKSPACE": root, "FOLDER": "change", "GITHUB_STEP_SUMMARY": root + "/summary.md",
        "PATH": BuiltGhost.searchPath, "BASE": "", "BEFORE": "",
      ]
    ) { $1 }.merging(event) { $1 }
    let outcome = try bash.run([script], environment: variables)
    let summary = try String(contentsOfFile: root + "/summary.md", encoding: .utf8)
    return (outcome, summary)
  }

  @Test("a draft that nobody approved is stopped, whatever the event")
  func stopped() throws {
    let origin = try Self.repository()
    let main = try origin.git("rev-parse", "main")
    for event in [
      ["EVENT": "pull_request", "BASE": "main"],
      ["EVENT": "merge_group", "BASE": "refs/heads/main"],
      ["EVENT": "push", "BEFORE": main],
      ["EVENT": "push", "BEFORE": String(repeating: "0", count: 40)],
    ] {
      let (outcome, summary) = try Self.judge("origin/draft", of: origin, event)
      #expect(outcome.status == 1, "\(event) \(outcome.error)")
      #expect(outcome.output.contains("::error file=Drafts/cto-reliability.md,"), "\(event)")
      #expect(summary.contains("Priya Raman"), "\(summary)")
    }
  }

  @Test("a change without a draft passes; a base that is not there is no pass")
  func passed() throws {
    let origin = try Self.repository()
    try origin.git("checkout", "-q", "main")
    try origin.git("checkout", "-q", "-b", "readme")
    try origin.write("Read me.\n", to: "README.md")
    try origin.commit()
    let event = ["EVENT": "pull_request", "BASE": "main"]
    #expect(try Self.judge("origin/readme", of: origin, event).outcome.status == 0)
    let missing = ["EVENT": "pull_request", "BASE": "nope"]
    #expect(try Self.judge("origin/readme", of: origin, missing).outcome.status == 2)
    #expect(try Self.judge("origin/readme", of: origin, ["EVENT": "other"]).outcome.status != 0)
  }

  @Test("the change that brings the first policy passes, and no second one does")
  func first() throws {
    let origin = try GitFolder()
    try origin.commit()
    try origin.git("checkout", "-q", "-b", "begin")
    try Self.ghost(["init"], origin)
    try origin.commit()
    let event = ["EVENT": "pull_request", "BASE": "main"]
    let (outcome, _) = try Self.judge("origin/begin", of: origin, event)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")

    try origin.git("checkout", "-q", "main")
    try origin.git("merge", "-q", "begin")
    try origin.git("rm", "-q", "-r", ".ghost")
    try origin.commit()
    try origin.git("checkout", "-q", "-b", "again", "begin")
    try origin.git("merge", "-q", "-s", "ours", "main")
    let (again, _) = try Self.judge("origin/again", of: origin, event)
    #expect(again.status == 1, "\(again.output)\(again.error)")
  }
}
