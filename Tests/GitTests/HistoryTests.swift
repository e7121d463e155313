import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

@Suite struct HistoryTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func history(
    _ range: CommitRange,
    touching paths: [GitPath] = [],
    includingUntouched: Bool = false
  ) throws -> [Commit] {
    var commits: [Commit] = []
    try sandbox.repository()
      .history(range, touching: paths, includingUntouched: includingUntouched) { commit in
        commits.append(commit)
        return true
      }
    return commits
  }

  private func merge(_ branch: String, at time: Int, resolving: [String: String]? = nil) throws
    -> ObjectID
  {
    try sandbox.git(
      ["merge", "-q", "--no-ff", "--no-commit", Argument(branch)],
      fails: resolving != nil
    )
    return try sandbox.commit(resolving ?? [:], at: time)
  }

  @Test("a commit has its times, its author and what it did to each file")
  func commit() throws {
    let first = try sandbox.commit(["a": "1", "gone": "x"], at: 1_700_000_000, as: "Ann Ü <a")
    let second = try sandbox.commit(["a": "2", "d/b c\n": "3"], at: 1_700_000_500, as: "Bob")
    try sandbox.git(["rm", "-q", "gone"])
    let third = try sandbox.commit(at: 1_700_000_400)
    let commits = try history(CommitRange([third]))
    #expect(commits.map(\.id) == [third, second, first])
    #expect(commits.map(\.committed) == [1_700_000_400, 1_700_000_500, 1_700_000_000])
    #expect(commits[1].authored == 1_700_000_440)
    #expect(commits.map(\.authorName) == ["Ann", "Bob", "Ann Ü a"])
    #expect(commits[0].authorEmail == "ann@example.org")
    let gone = try sandbox.id("\(first.hex):gone")
    #expect(commits[0].changes == [Commit.Change(path: "gone", old: gone, new: nil)])
    let changes = try [
      Commit.Change(
        path: "a",
        old: sandbox.id("\(first.hex):a"),
        new: sandbox.id("\(second.hex):a")
      ),
      Commit.Change(path: "d/b c\n", old: nil, new: sandbox.id("\(second.hex):d/b c\n")),
    ]
    #expect(commits[1].changes == changes)
    #expect(commits[2].changes.map(\.path) == ["a", "gone"])
    #expect(commits[2].changes.allSatisfy { $0.old == nil })
  }

  @Test("only commits that touch a path count, unless all are asked for")
  func paths() throws {
    let first = try sandbox.commit(["Drafts/a.md": "1", "Draftsman": "1"])
    let second = try sandbox.commit(["Draftsman": "2"])
    let third = try sandbox.commit(["Drafts/[ab].md": "3"])
    #expect(try history(CommitRange([third]), touching: ["Drafts"]).map(\.id) == [third, first])
    // Patterns and pathspec magic are plain names.
    #expect(try history(CommitRange([third]), touching: ["Drafts/[ab].md"]).map(\.id) == [third])
    #expect(try history(CommitRange([third]), touching: ["Drafts/*"]).isEmpty)
    #expect(try history(CommitRange([third]), touching: [":(top)Drafts"]).isEmpty)
    #expect(try history(CommitRange([third]), touching: ["--all"]).isEmpty)
    let all = try history(CommitRange([third]), touching: ["Drafts"], includingUntouched: true)
    #expect(all.map(\.id) == [third, second, first])
    #expect(all[1].changes.isEmpty)
    let range = CommitRange([third], excluding: [first])
    #expect(try history(range, touching: [""]).map(\.id) == [third, second])
    #expect(try history(CommitRange([])).isEmpty)
    #expect(try history(CommitRange([first], excluding: [third])).isEmpty)
  }

  @Test("along first parents a merge is one step; elsewhere only what it made itself is its own")
  func merges() throws {
    let base = try sandbox.commit(["f": "1\n2\n3\n4\n5\n", "g": "g"])
    try sandbox.git(["checkout", "-q", "-b", "side"])
    let side = try sandbox.commit(["f": "one\n2\n3\n4\n5\n"], at: 1_700_000_100)
    try sandbox.git(["checkout", "-q", "main"])
    let main = try sandbox.commit(["g": "G"], at: 1_700_000_200)
    let merged = try merge("side", at: 1_700_000_300)
    try sandbox.git(["checkout", "-q", "side"])
    let sideAgain = try sandbox.commit(["f": "ONE\n2\n3\n4\n5\n"], at: 1_700_000_400)
    try sandbox.git(["checkout", "-q", "main"])
    let mainAgain = try sandbox.commit(["f": "1!\n2\n3\n4\n5\n"], at: 1_700_000_500)
    let resolved = try merge("side", at: 1_700_000_600, resolving: ["f": "evil\n"])

    let line = try history(CommitRange([resolved], firstParentOnly: true), touching: ["f"])
    #expect(line.map(\.id) == [resolved, mainAgain, merged, base])
    #expect(try line[0].changes[0].old == sandbox.id("\(mainAgain.hex):f"))
    let every = try history(
      CommitRange([resolved], firstParentOnly: true),
      touching: ["f"],
      includingUntouched: true
    )
    #expect(every.map(\.id) == [resolved, mainAgain, merged, main, base])

    let touching = try history(CommitRange([resolved]), touching: ["f"])
    #expect(Set(touching.map(\.id)) == [resolved, mainAgain, sideAgain, side, base])
    #expect(touching[0].id == resolved)
    #expect(try touching[0].changes.map(\.new) == [sandbox.id("HEAD:f")])
    #expect(try touching[0].changes.map(\.old) == [sandbox.id("\(mainAgain.hex):f")])
  }

  @Test("a merge that takes one parent's side is seen where every parent counts")
  func everyParent() throws {
    let base = try sandbox.commit(["f": "1", "g": "g"])
    try sandbox.git(["checkout", "-q", "-b", "side"])
    try sandbox.commit(["g": "G"])
    try sandbox.git(["checkout", "-q", "main"])
    let main = try sandbox.commit(["f": "2"])
    try sandbox.git(["checkout", "-q", "side"])
    try sandbox.git(["merge", "-q", "-s", "ours", "-m", "evil", "main"])
    let evil = try sandbox.id("HEAD")
    let repository = try sandbox.repository()
    var changed: [GitPath] = []
    try repository.history(CommitRange([evil]), touching: ["f"], merges: .everyParent) { commit in
      if commit.isMerge { changed += commit.changes.map(\.path) }
      return true
    }
    #expect(changed == ["f"])
    #expect(try history(CommitRange([evil]), touching: ["f"]).map(\.id) == [main, base])
    #expect(try repository.mergeBases(of: evil, main) == [main])
    #expect(try repository.changes(from: main, to: evil, touching: ["f"]) == ["f"])
    #expect(try repository.changes(from: main, to: main, touching: ["f"]).isEmpty)
  }

  @Test("a few folders that stand for more files than there are atoms are an error, not the end")
  func bomb() throws {
    let first = try sandbox.commit(["a/f": "1", "f": "1"])
    var tree = try sandbox.git(["rev-parse", "\(first.hex):a"])
    for _ in 0..<40 {
      let lines = ["a", "b"].map { "040000 tree \(tree)\t\($0)\n" }.joined()
      tree = try sandbox.git(["mktree"], input: Array(lines.utf8))
    }
    let root = try sandbox.git(
      ["mktree"],
      input: Array("040000 tree \(tree)\tbomb\n".utf8)
    )
    let bomb = try sandbox.git(
      ["commit-tree", Argument(root), "-p", Argument(first.hex), "-m", "m"]
    )
    let back = try sandbox.git(
      ["commit-tree", "\(first.hex)^{tree}", "-p", Argument(bomb), "-m", "m"]
    )
    let tip = try sandbox.id(back)
    for paths: [GitPath] in [[], ["bomb"], ["bomb/a"]] {
      let error = diagnostic { _ = try history(CommitRange([tip]), touching: paths) }
      #expect(error?.code == "git.too-many-files")
    }
    #expect(try history(CommitRange([tip]), touching: ["a", "bomb/f"]).count == 3)
  }

  @Test("the versions of a file, with their authors")
  func versions() throws {
    try sandbox.commit(["f": "1"], as: "Ann")
    try sandbox.commit(["g": "1"], as: "Bob")
    try sandbox.commit(["f": "2"], as: "Cyd")
    try sandbox.git(["rm", "-q", "f"])
    try sandbox.commit(as: "Dee")
    let tip = try sandbox.commit([
      "f": "3", ".mailmap": "Eve <eve@example.org> Ann <ann@example.org>",
    ])
    let versions = try sandbox.repository().versions(of: "f", in: tip)
    #expect(versions.map(\.commit.authorName) == ["Ann", "Cyd", "Ann"])
    #expect(try versions.map(\.content) == ["HEAD:f", "HEAD~2:f", "HEAD~4:f"].map(sandbox.id))
    #expect(try sandbox.repository().versions(of: "nowhere", in: tip).isEmpty)
  }

  @Test("whoever has seen enough is done")
  func stopping() throws {
    for number in 0..<50 { try sandbox.commit(["f": "\(number)"]) }
    var count = 0
    try sandbox.repository().history(CommitRange([sandbox.id("HEAD")])) { _ in
      count += 1
      return count < 3
    }
    #expect(count == 3)
  }

  @Test("replaced commits and grafts do not rewrite history")
  func rewriting() throws {
    let first = try sandbox.commit(["f": "1"])
    let second = try sandbox.commit(["f": "2"])
    let third = try sandbox.commit(["f": "3"])
    try sandbox.git(["replace", "--graft", Argument(third.hex), Argument(first.hex)])
    #expect(try sandbox.git(["rev-list", "--count", "main"]) == "2")
    #expect(try history(CommitRange([third])).map(\.id) == [third, second, first])
    try sandbox.git(["replace", "-d", Argument(third.hex)])
    try sandbox.write("\(third.hex) \(first.hex)\n", to: ".git/info/grafts")
    #expect(try sandbox.git(["rev-list", "--count", "main"]) == "2")
    #expect(try history(CommitRange([third])).map(\.id) == [third, second, first])
  }

  @Test("configuration of the repository does not bend the answer")
  func configuration() throws {
    let first = try sandbox.commit(["f": "1\n2\n3\n4\n"])
    try sandbox.git(["mv", "f", "g"])
    let second = try sandbox.commit()
    for setting in [
      "diff.renames=copies", "log.follow=true", "diff.relative=true", "log.diffMerges=off",
      "diff.orderFile=/nonexistent", "core.quotePath=true", "log.showSignature=true",
      "diff.external=false", "log.showRoot=false", "color.ui=always", "core.abbrev=5",
      "i18n.logOutputEncoding=UTF-16", "log.date=relative", "core.pager=false",
      "diff.noprefix=true", "diff.ignoreSubmodules=all", "format.pretty=oneline",
    ] {
      let parts = setting.split(separator: "=").map { Argument(String($0)) }
      try sandbox.git(["config", parts[0], parts[1]])
    }
    let commits = try history(CommitRange([second]))
    #expect(commits.map(\.id) == [second, first])
    #expect(commits.map { $0.changes.map(\.path) } == [["f", "g"], ["f"]])
  }

  @Test("the end of a shallow clone's history is told from a true beginning")
  func shallow() throws {
    let first = try sandbox.commit(["f": "1"])
    let second = try sandbox.commit(["f": "2"])
    let third = try sandbox.commit(["f": "3"])
    let clone = sandbox.folder.path + "/clone"
    try sandbox.git([
      "clone", "-q", "--depth=2", Argument("file://" + sandbox.root), Argument(clone),
    ])
    let found = try Repository.find(from: clone, environment: sandbox.environment)
    let repository = try #require(found)
    #expect(repository.isShallow)
    var last: Commit?
    try repository.history(CommitRange([third], firstParentOnly: true)) { commit in
      last = commit
      return true
    }
    #expect(last?.id == second)
    var reader = try ObjectReader(repository)
    #expect(try reader.parents(of: second) == [first])
    #expect(diagnostic { _ = try repository.merge(third, into: second) }?.code == "git.shallow")
  }

  @Test("names in old encodings become readable, and hostile ones stay harmless")
  func encodings() throws {
    try sandbox.commit(["f": "1"])
    let root = try sandbox.git(["rev-parse", "HEAD^{tree}"])
    let raw =
      Array("tree \(root)\nauthor J".utf8) + [0xE9]
      + Array(" <j@example.org> 1700000000 +0000\ncommitter C <c> 9999999999 +0000\n".utf8)
      + Array("encoding ISO-8859-1\n\nmessage\n".utf8)
    let name = try sandbox.git(["hash-object", "-t", "commit", "-w", "--stdin"], input: raw)
    let commits = try history(CommitRange([try sandbox.id(name)]))
    #expect(commits.map(\.authorName) == ["Jé"])
    #expect(commits.map(\.committed) == [9_999_999_999])
    for person in ["", "x", "<>", "x <y", "x <y> z", "a <b> 99999999999999999999 +0000"] {
      let raw = "tree \(root)\nauthor \(person)\ncommitter \(person)\n\nmessage\n"
      let name = try sandbox.git(
        ["hash-object", "--literally", "-t", "commit", "-w", "--stdin"],
        input: Array(raw.utf8)
      )
      do {
        #expect(try history(CommitRange([try sandbox.id(name)])).count == 1)
      } catch let error as Diagnostic {
        #expect(error.code.rawValue.hasPrefix("git."), "\(person)")
      }
    }
  }
}
