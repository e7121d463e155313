import Diagnostics
import Foundation
import Git
import Subprocess
import TestSupport
import Testing

@testable import GhostKit

@Suite("A workspace as a commit has it") struct CommittedFilesTests {
  private let sandbox: GitFolder

  init() throws {
    sandbox = try GitFolder()
    for (path, text) in SmallWorkspace.files { try sandbox.write(text, to: "site/" + path) }
    try sandbox.write("committed", to: "site/Drafts/a.md")
    try sandbox.write("hidden", to: "site/Drafts/ignored.md")
    try sandbox.write("ignored.md", to: "site/Drafts/.gitignore")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path + "/site/Drafts/link.md",
      withDestinationPath: "a.md"
    )
    try sandbox.git("add", "-A", "-f")
    try sandbox.commit()
  }

  private func workspace(below prefix: GitPath = "site") throws -> Workspace {
    let found = try Repository.find(
      from: sandbox.path,
      environment: ChildEnvironment(sandbox.environment)
    )
    let repository = try #require(found)
    var reader = try ObjectReader(repository)
    let tree = try reader.tree(of: repository.resolve("HEAD"))
    return try Workspace(of: tree, in: repository, below: prefix, root: sandbox.path + "/site")
  }

  private func code(_ body: () throws(Diagnostic) -> Void) -> String {
    do {
      try body()
      return "none"
    } catch { return error.code.rawValue }
  }

  @Test("says the same as the one on the disk it was made from")
  func same() throws {
    let (committed, onDisk) = (try workspace(), try Workspace(at: sandbox.path + "/site"))
    var log = DiagnosticLog()
    #expect(committed.policy(log: &log)?.workspace == onDisk.policy(log: &log)?.workspace)
    #expect(committed.executives(log: &log) == onDisk.executives(log: &log))
    #expect(
      committed.topic("pricing", log: &log)?.title == onDisk.topic("pricing", log: &log)?.title
    )
    #expect(log.diagnostics.isEmpty)
    for folder in ["Drafts", ".ghost", "Templates", "Templates/execs"] {
      #expect(try committed.files.entries(in: folder) == onDisk.files.entries(in: folder))
    }
  }

  @Test("has no say for the working tree")
  func workingTree() throws {
    let workspace = try workspace()
    try sandbox.write("changed", to: "site/Drafts/a.md")
    try sandbox.write("new", to: "site/Drafts/b.md")
    #expect(try workspace.files.read("Drafts/a.md")?.bytes == Array("committed".utf8))
    #expect(try workspace.files.kind(of: "Drafts/b.md") == nil)
    #expect(try workspace.files.read("Drafts/b.md") == nil)
    #expect(try workspace.files.names(in: "none") == [])
  }

  @Test("lists what was added though git ignores it, and follows no link")
  func oddities() throws {
    let workspace = try workspace()
    let folder = try DraftFolder(of: workspace, variables: sandbox.environment)
    #expect(
      folder.entries.map { "\($0.path) \($0.isFile)" }
        == ["Drafts/a.md true", "Drafts/ignored.md true", "Drafts/link.md false"]
    )
    let link = code { () throws(Diagnostic) in _ = try workspace.files.read("Drafts/link.md") }
    #expect(link == "file-not-regular")
  }

  @Test("is only read, within its folder and limits")
  func limits() throws {
    let workspace = try workspace()
    #expect(code { () throws(Diagnostic) in _ = try workspace.folder } == "read-only")
    for path in ["../.keep", "/etc/passwd", "Drafts/../../.keep", "", "a//b"] {
      #expect(
        code { () throws(Diagnostic) in _ = try workspace.files.read(path) } == "file-outside"
      )
    }
    let files = workspace.files
    #expect(
      code { () throws(Diagnostic) in _ = try files.read("Drafts/a.md", limit: 8) }
        == "file-too-large"
    )
    #expect(try files.read("Drafts/a.md", limit: 9)?.bytes.count == 9)
    #expect(code { () throws(Diagnostic) in _ = try files.read("Drafts") } == "file-not-regular")
    #expect(throws: Diagnostic.self) { try self.workspace(below: "") }
    #expect(throws: Diagnostic.self) { try self.workspace(below: "other") }
  }
}
