import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

@Suite struct WorkspaceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "site/.ghost/config.yml")
    try folder.write("", to: "site/Drafts/media/x")
    try folder.write("", to: "site/other/.git")
    try folder.write("", to: "site/other/deep/x")
    try folder.write("", to: "repo/.git/HEAD")
    try folder.write("", to: "repo/.ghost/config.yml")
    try folder.write("", to: "repo/sub/x")
  }

  @Test(
    "is found by walking up, no further than the repository",
    arguments: [
      ("site", "site"), ("site/Drafts/media", "site"), ("site/.ghost", "site"), ("repo", "repo"),
      ("repo/sub", "repo"), ("site/other", nil), ("site/other/deep", nil),
    ] as [(String, String?)]
  )
  func find(start: String, found: String?) {
    let root = try? Workspace.find(from: folder.path + "/" + start).root
    #expect(root == found.map { folder.path + "/" + $0 })
  }

  @Test("a link is no workspace's mark")
  func link() throws {
    try folder.write("", to: "linked/.git")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/linked/.ghost",
      withDestinationPath: folder.path + "/site/.ghost"
    )
    #expect(throws: Diagnostic.self) { try Workspace.find(from: folder.path + "/linked") }
  }

  @Test("none is a usage error with a way out")
  func none() {
    do throws(Diagnostic) {
      _ = try Workspace.find(from: folder.path + "/site/other")
    } catch {
      #expect(error.code == "no-workspace")
      #expect(error.cause == .usage)
      #expect(error.hint == "ghost init")
    }
    #expect(throws: Diagnostic.self) { try Workspace(at: folder.path + "/repo/sub") }
    #expect(throws: Diagnostic.self) { try Workspace.find(from: folder.path + "/nowhere") }
  }
}
