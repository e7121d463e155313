import Diagnostics
import Foundation
import Git
import Subprocess
import TestSupport
import Testing

@testable import GhostKit

/// How much below `Drafts/` is looked at, and what is not followed.
@Suite(
  .enabled(if: Program(named: "git") != nil && Program(named: "sh") != nil, "git is not installed")
)
struct DraftFolderTests {
  private let sandbox: GitFolder

  init() throws {
    sandbox = try GitFolder()
    try sandbox.write("workspace: w\n", to: ".ghost/policy.yml")
    try sandbox.commit()
  }

  /// Has git store a folder from lines of `git ls-tree`, and returns its name.
  private func tree(_ lines: [String]) throws -> String {
    let outcome = try #require(Program(named: "git")).run(
      ["mktree"],
      input: lines.map { $0 + "\n" }.joined(),
      in: sandbox.path,
      environment: sandbox.environment
    )
    #expect(outcome.status == 0, "\(outcome.error)")
    return String(outcome.output.prefix(40))
  }

  private func blob() throws -> String {
    try sandbox.git("hash-object", "-w", ".ghost/policy.yml")
  }

  /// Lists the drafts of a commit whose folder of drafts is such a tree.
  private func folder(_ tree: String) throws -> DraftFolder {
    let mark = try sandbox.git("rev-parse", "HEAD:.ghost")
    let root = try self.tree(["040000 tree \(mark)\t.ghost", "040000 tree \(tree)\tDrafts"])
    let repository = try #require(
      try Repository.find(
        from: sandbox.path,
        environment: ChildEnvironment(sandbox.environment)
      )
    )
    let id = try #require(ObjectID(hex: root.utf8))
    return try DraftFolder(
      of: Workspace(of: id, in: repository, below: "", root: sandbox.path),
      variables: [:]
    )
  }

  private func fault(_ tree: String) -> Diagnostic? {
    #expect(throws: Diagnostic.self) { try folder(tree) }
  }

  @Test("as many files as it says and not one more")
  func files() throws {
    let blob = try blob()
    let leaf = try tree((1...1023).map { "100644 blob \(blob)\t\($0).md" })
    let folders = (1...256).map { "040000 tree \(leaf)\t\($0)" }
    #expect(try folder(tree(folders)).entries.count == 256 * 1023)
    let found = fault(try tree(folders + ["100644 blob \(blob)\tx.md"]))
    #expect(found?.code == "file-too-many")
    #expect(found?.message == "'Drafts' holds more than 262144 files")
  }

  @Test("as many folders as it says and not one more, however they multiply")
  func folders() throws {
    let empty = try tree([])
    let folders = (1...8191).map { "040000 tree \(empty)\t\($0)" }
    #expect(try folder(tree(folders)).entries.isEmpty)
    let found = fault(try tree(folders + ["040000 tree \(empty)\tx"]))
    #expect(found?.code == "file-too-many")
    #expect(found?.message == "'Drafts' holds more than 8192 folders")
    var bomb = try tree(["100644 blob \(blob())\tx.md"])
    for _ in 0..<40 { bomb = try tree(["040000 tree \(bomb)\ta", "040000 tree \(bomb)\tb"]) }
    #expect(fault(bomb)?.code == "file-too-many")
  }

  @Test("links and submodules are listed and not followed")
  func links() throws {
    let head = try sandbox.git("rev-parse", "HEAD")
    let link = try blob()
    let listed = try folder(
      tree(["120000 blob \(link)\ta.md", "120000 blob \(link)\tmedia", "160000 commit \(head)\tb"])
    )
    #expect(listed.entries.map(\.path) == ["Drafts/a.md", "Drafts/b", "Drafts/media"])
    #expect(listed.entries.allSatisfy { !$0.isFile } && listed.companions.isEmpty)
  }

  @Test("nor are links on the disk")
  func linksOnDisk() throws {
    try sandbox.write("x", to: "Elsewhere/x.md")
    try sandbox.write("x", to: "Drafts/a.md")
    for (name, target) in [("loop", "."), ("more", "../Elsewhere"), ("gone", "nowhere")] {
      try FileManager.default.createSymbolicLink(
        atPath: sandbox.path + "/Drafts/" + name,
        withDestinationPath: target
      )
    }
    let workspace = try Workspace(at: sandbox.path)
    let listed = try DraftFolder(of: workspace, variables: sandbox.environment)
    #expect(listed.entries.map(\.name) == ["a.md", "gone", "loop", "more"])
    #expect(listed.entries.map(\.isFile) == [true, false, false, false])
  }
}
