import Foundation
import TestSupport
import Testing

/// The last step of the composite action, given what GitHub Actions gives it.
@Suite struct JudgeTests {
  private static let bash = Program(named: "bash")
  private static let action = ProjectFolder.root.appending(path: ".github/actions/check").path

  /// What the step runs.
  private static func script() throws -> String {
    let text = try String(contentsOfFile: action + "/action.yml", encoding: .utf8)
    let step = try #require(text.components(separatedBy: "- name: Judge the change\n").last)
    return try #require(step.components(separatedBy: "run: |\n").last)
  }

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
        "PATH": BuiltGhost.searchPath, "BASE": "", "BEFORE": "", "BUILT": "",
        "GITHUB_ACTION_PATH": action,
      ]
    ) { $1 }.merging(event) { $1 }
    let arguments = try ["--noprofile", "--norc", "-eo", "pipefail", "-c", script()]
    let outcome = try bash.run(
      arguments,
      environment: variables.mapValues { $0.replacing("ROOT", with: root) }
    )
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

  @Test("the change brings no ghost of its own")
  func ownGhost() throws {
    let origin = try Self.repository()
    let evil = origin.path + "/.ghost-built/ghost"
    try origin.write("#!/bin/sh\necho ready\n", to: ".ghost-built/ghost")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: evil)
    try origin.commit()
    // As the action does by default: the change is checked out where the run is.
    let event = [
      "EVENT": "pull_request", "BASE": "main", "GITHUB_WORKSPACE": "ROOT/change", "FOLDER": ".",
    ]
    let (outcome, _) = try Self.judge("origin/draft", of: origin, event)
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("::error file=Drafts/cto-reliability.md,"))
  }

  @Test("a workspace below the root stays where the base has it")
  func elsewhere() throws {
    let origin = try GitFolder()
    try ProjectFolder.copyWorkspace(to: origin.path + "/site")
    try origin.commit()
    let event = ["EVENT": "pull_request", "BASE": "main", "FOLDER": "change/site"]
    #expect(try Self.judge("origin/main", of: origin, event).outcome.status == 0)

    try origin.git("checkout", "-q", "-b", "own")
    try origin.git("rm", "-rq", "site/.ghost")
    try Self.ghost(["init"], origin)
    try origin.commit()
    let (moved, _) = try Self.judge("origin/own", of: origin, event)
    #expect(moved.status == 1 && moved.output.contains("no-policy"), "\(moved.output)")

    // A link of the workspace's name to a workspace of the change's own.
    try origin.git("rm", "-rqf", "site")
    try FileManager.default.createSymbolicLink(
      atPath: origin.path + "/site",
      withDestinationPath: "."
    )
    try origin.commit()
    let (linked, _) = try Self.judge("origin/own", of: origin, event)
    #expect(linked.status == 1 && linked.output.contains("no-policy"), "\(linked.output)")
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
