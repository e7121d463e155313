import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

@Suite struct WorkingTreeTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.commit(["Drafts/a.md": "a", "Drafts/b c.md": "b", "top": "t"])
  }

  @Test("files that git ignores, by the workspace's rules and by the user's")
  func ignored() throws {
    try sandbox.write("*.tmp\nnode/\n", to: ".gitignore")
    try sandbox.folder.write("*.mine\n", to: "home/.config/git/ignore")
    for name in [
      "Drafts/x.tmp", "Drafts/x.mine", "Drafts/new\nline.tmp", "Drafts/node/y", "x.tmp",
      "Drafts/x.md",
    ] { try sandbox.write("", to: name) }
    let repository = try sandbox.repository()
    #expect(
      try repository.ignoredFiles(below: "Drafts") == [
        "Drafts/x.tmp", "Drafts/x.mine", "Drafts/new\nline.tmp", "Drafts/node/y",
      ]
    )
    #expect(try repository.ignoredFiles().count == 5)
    #expect(try repository.ignoredFiles(below: "nowhere").isEmpty)

    // What git knows is not ignored, whatever the rules say.
    try sandbox.git(["add", "-f", "Drafts/x.tmp"])
    #expect(try !repository.ignoredFiles(below: "Drafts").contains("Drafts/x.tmp"))
  }

  @Test("what is not as it was committed")
  func states() throws {
    try sandbox.write("A", to: "Drafts/a.md")
    try sandbox.write("", to: "Drafts/sub/new file\n.md")
    try sandbox.git(["rm", "-q", "Drafts/b c.md"])
    let repository = try sandbox.repository(from: "Drafts")
    #expect(
      try repository.workingStates(below: "Drafts") == [
        "Drafts/a.md": .changed, "Drafts/b c.md": .changed, "Drafts/sub/new file\n.md": .untracked,
      ]
    )
    #expect(try repository.workingStates(below: "top").isEmpty)
  }

  @Test("a merge that waits for a person")
  func conflict() throws {
    try sandbox.git(["checkout", "-q", "-b", "side"])
    try sandbox.commit(["Drafts/b c.md": "side"])
    try sandbox.git(["checkout", "-q", "main"])
    try sandbox.commit(["Drafts/b c.md": "main"])
    try sandbox.git(["merge", "-q", "side"], fails: true)
    let states = try sandbox.repository().workingStates()
    #expect(states == ["Drafts/b c.md": .conflicted])
  }

  @Test("to look at a working tree runs nothing and writes nothing")
  func harmless() throws {
    let proof = sandbox.folder.path + "/proof"
    let program = sandbox.folder.path + "/program"
    try sandbox.writeProgram("touch '\(proof)'", to: program)
    try sandbox.git(["config", "core.fsmonitor", Argument(program)])
    try sandbox.git(["config", "core.hooksPath", Argument(sandbox.folder.path)])
    try sandbox.git(["status"])
    #expect(FileManager.default.fileExists(atPath: proof))
    try FileManager.default.removeItem(atPath: proof)

    // An index whose stamps are out of date would be written anew.
    try sandbox.write("a", to: "Drafts/a.md")
    let index = URL(filePath: sandbox.root + "/.git/index")
    let before = try Data(contentsOf: index)
    let repository = try sandbox.repository()
    #expect(try repository.workingStates().isEmpty)
    #expect(try repository.ignoredFiles().isEmpty)
    #expect(try Data(contentsOf: index) == before)
    #expect(!FileManager.default.fileExists(atPath: proof))
  }

  @Test("a clone that leaves objects out does not fetch them by itself")
  func partialClone() throws {
    let clone = sandbox.folder.path + "/clone"
    try sandbox.git(["config", "uploadpack.allowFilter", "true"])
    try sandbox.git([
      "clone", "-q", "--bare", "--filter=blob:none", Argument("file://" + sandbox.root),
      Argument(clone),
    ])
    let found = try Repository.find(from: clone, environment: sandbox.environment)
    let repository = try #require(found)
    var store = try TreeStore(repository)
    let file = try #require(
      try store.entry(at: "top", in: store.reader.tree(of: repository.resolve("main")))
    )
    do {
      #expect(try store.reader.read(file.id) == .missing)
    } catch {
      #expect(error.cause == .environment)
      #expect(error.hint?.contains("git fetch") == true)
    }
  }
}
