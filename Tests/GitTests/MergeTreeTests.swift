import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

/// Each way by which somebody could have git invent a merge; `{}` is the file that proves it.
private let waysToSteer: [(attributes: String, place: String, settings: [String])] = [
  ("* merge=union\n", ".gitattributes", []),
  ("* merge=union\n", ".git/info/attributes", []),
  ("* merge=union\n", "home", []),
  ("* merge=mine\n", ".gitattributes", ["merge.mine.driver=touch {}; cp %B %A"]),
  ("* merge=mine\n", ".git/info/attributes", ["merge.mine.driver=touch {}; cp %B %A"]),
  ("* merge=mine\n", "home", ["merge.mine.driver=touch {}; cp %B %A"]),
  ("", ".gitattributes", ["merge.default=union"]),
  ("", ".gitattributes", ["merge.default=mine", "merge.mine.driver=touch {}; cp %B %A"]),
]

@Suite struct MergeTreeTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Commits three states of a file: the base's, the change's and where they parted.
  private func fork(_ start: String, base: String, change: String) throws -> (ObjectID, ObjectID) {
    try sandbox.commit(["f": start, "other": "o"])
    try sandbox.git(["checkout", "-q", "-b", "change"])
    let changed = try sandbox.commit(["f": change])
    try sandbox.git(["checkout", "-q", "main"])
    let based = try sandbox.commit(["f": base])
    return (changed, based)
  }

  @Test(
    "two edits become one text, and the repository stays as it was",
    arguments: ["sha1", "sha256"]
  )
  func clean(format: String) throws {
    let sandbox = try Sandbox(options: ["--object-format=\(format)"])
    try sandbox.commit(["f": "1\n2\n3\n4\n5\n6\n7\n8\n9\n"])
    try sandbox.git(["checkout", "-q", "-b", "change"])
    let change = try sandbox.commit(["f": "one\n2\n3\n4\n5\n6\n7\n8\n9\n"])
    try sandbox.git(["checkout", "-q", "main"])
    let base = try sandbox.commit(["f": "1\n2\n3\n4\n5\n6\n7\n8\nnine\n"])
    let before = try sandbox.git(["count-objects", "-v"])
    do {
      let merge = try sandbox.repository().merge(change, into: base)
      guard case .clean(let tree, let repository) = merge else {
        Issue.record("\(merge)")
        return
      }
      var store = try TreeStore(repository)
      let file = try #require(try store.entry(at: "f", in: tree))
      #expect(
        try store.reader.read(file.id)
          == .object(.blob, Array("one\n2\n3\n4\n5\n6\n7\n8\nnine\n".utf8))
      )
      #expect(try store.entry(at: "f", in: store.reader.tree(of: base)) != file)
    }
    #expect(try sandbox.git(["count-objects", "-v"]) == before)
    #expect(try sandbox.git(["status", "--porcelain"]) == "")
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
    #expect(!left.contains { $0.hasPrefix("ghost-git-") })
  }

  @Test("a change that its base already has, and a base that it already has")
  func fastForward() throws {
    let base = try sandbox.commit(["f": "1"])
    let change = try sandbox.commit(["f": "2"])
    for (change, base) in [(change, base), (base, change), (change, change)] {
      guard case .clean(let tree, _) = try sandbox.repository().merge(change, into: base) else {
        Issue.record("the merge is clean")
        return
      }
      #expect(try tree == sandbox.id("HEAD^{tree}"))
    }
  }

  @Test("conflicts are an answer, with the names of the files")
  func conflicts() throws {
    try sandbox.commit(["f": "1", "d/new\nline": "1", "gone": "1"])
    try sandbox.git(["checkout", "-q", "-b", "change"])
    let change = try sandbox.commit(["f": "2", "d/new\nline": "2", "gone": "2", "add": "2"])
    try sandbox.git(["checkout", "-q", "main"])
    try sandbox.git(["rm", "-q", "gone"])
    let base = try sandbox.commit(["f": "3", "d/new\nline": "3", "add": "3"])
    guard case .conflicts(let paths) = try sandbox.repository().merge(change, into: base) else {
      Issue.record("the merge conflicts")
      return
    }
    #expect(paths == ["add", "d/new\nline", "f", "gone"])
  }

  @Test("histories without a common beginning are a fault of the change")
  func unrelated() throws {
    let base = try sandbox.commit(["f": "1"])
    try sandbox.git(["checkout", "-q", "--orphan", "stranger"])
    let change = try sandbox.commit(["g": "2"])
    let error = diagnostic { _ = try sandbox.repository().merge(change, into: base) }
    #expect(error?.code == "git.unrelated-histories")
    #expect(error?.cause == .content)
  }

  @Test("an object that is not there is no conflict")
  func missing() throws {
    let base = try sandbox.commit(["f": "1"])
    let nobody = try #require(ObjectID(hex: String(repeating: "1", count: 40).utf8))
    let error = diagnostic { _ = try sandbox.repository().merge(nobody, into: base) }
    #expect(error?.code == "git.failed")
    #expect(error?.cause == .environment)
  }

  @Test("nobody steers a merge", arguments: waysToSteer.indices)
  func steering(index: Int) throws {
    let way = waysToSteer[index]
    let proof = sandbox.folder.path + "/proof"
    if way.place == "home" {
      try sandbox.folder.write(way.attributes, to: "home/.config/git/attributes")
    } else {
      try sandbox.write(way.attributes, to: way.place)
    }
    for setting in way.settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      let value = Argument(parts[1].replacingOccurrences(of: "{}", with: "'\(proof)'"))
      try sandbox.git(["config", Argument(parts[0]), value])
    }
    let (change, base) = try fork("1\n", base: "2\n", change: "3\n")

    // The test is worth something only if git itself is steered by it.
    try sandbox.git(["merge", "-q", "--no-commit", Argument(change.hex)])
    try sandbox.git(["reset", "-q", "--hard"])
    let isDriver = way.settings.contains { $0.contains("touch") }
    #expect(FileManager.default.fileExists(atPath: proof) == isDriver)
    try? FileManager.default.removeItem(atPath: proof)

    guard case .conflicts(let paths) = try sandbox.repository().merge(change, into: base) else {
      Issue.record("the merge conflicts")
      return
    }
    #expect(paths == ["f"])
    #expect(!FileManager.default.fileExists(atPath: proof))
  }

  @Test("a bare repository and a clone that borrows its objects merge alike")
  func elsewhere() throws {
    let (change, base) = try fork(
      "1\n2\n3\n4\n5\n",
      base: "one\n2\n3\n4\n5\n",
      change: "1\n2\n3\n4\n5!\n"
    )
    for options: [Argument] in [["--bare"], ["--shared"]] {
      let clone = sandbox.folder.path + "/clone:\"" + options[0].text
      try sandbox.git(["clone", "-q"] + options + [Argument(sandbox.root), Argument(clone)])
      let found = try Repository.find(from: clone, environment: sandbox.environment)
      guard case .clean(let tree, let repository) = try found?.merge(change, into: base) else {
        Issue.record("the merge is clean")
        return
      }
      var store = try TreeStore(repository)
      let file = try #require(try store.entry(at: "f", in: tree))
      #expect(try store.reader.read(file.id) == .object(.blob, Array("one\n2\n3\n4\n5!\n".utf8)))
    }
  }

  @Test("where nothing can be written, the environment is to blame")
  func noScratch() throws {
    let base = try sandbox.commit(["f": "1"])
    let found = try Repository.find(
      from: sandbox.root,
      environment: sandbox.environment.setting(["TMPDIR": "/nonexistent"])
    )
    let error = diagnostic { _ = try found?.merge(base, into: base) }
    #expect(error?.code == "git.no-scratch")
    #expect(error?.cause == .environment)
  }
}
