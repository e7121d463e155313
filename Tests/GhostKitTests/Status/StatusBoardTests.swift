import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

@Suite(.enabled(if: Program(named: "git") != nil, "git is not installed"))
struct StatusBoardTests {
  private let dana = (name: "D", address: "1+dreyes@users.noreply.github.com")

  @Test("the newest version counts, on whatever branch")
  func newest() throws {
    let scene = try StatusScene()
    try scene.git.git("checkout", "-q", "-b", "a")
    try scene.draft()
    try scene.git.commit(at: 1_700_000_000)
    try scene.git.git("checkout", "-q", "-b", "later")
    try scene.draft("Drafts/a.md", "One two three.\n\nSeven words are what was asked for.\n")
    let later = try scene.git.commit(at: 1_700_000_200, by: dana)
    try scene.git.git("update-ref", "refs/remotes/origin/a", later)
    try scene.git.git("checkout", "-q", "main")
    try scene.git.git("branch", "-q", "-D", "later")
    let board = try scene.board()
    #expect(board.drafts.map(\.name) == ["a"])
    #expect(board.drafts[0].branch == "origin/a")
    #expect(board.drafts[0].state == .ready)
    #expect(board.drafts[0].touched?.name == "Dana Reyes")
    #expect(board.drafts[0].authorship.share?.executive == 7)
    #expect(board.drafts[0].authorship.percent == 30)

    // What is in no commit yet is newer than all.
    try scene.draft("Drafts/a.md", "One.\n\n[TK: why? ~9 words]\n")
    let working = try scene.board().drafts[0]
    #expect(working.isUncommitted && working.branch == nil && working.questions == ["why?"])
    #expect(working.authorship == .unknown(.notCommitted))
  }

  @Test("an edit of front matter alone leaves a draft outlined")
  func outlined() throws {
    let scene = try StatusScene()
    try scene.draft()
    try scene.git.commit(at: 1_700_000_000)
    try scene.draft(more: "asked: 2023-11-16\n")
    try scene.git.commit(at: 1_700_000_100)
    var draft = try scene.board().drafts[0]
    #expect(draft.state == .outlined && draft.turn == .executive("Dana Reyes"))
    #expect(draft.next == "answer 1 question" && draft.authorship.percent == 30)
    try scene.draft("Drafts/a.md", "One two three four.\n\n[TK: why? ~6 words]\n")
    draft = try scene.board().drafts[0]
    #expect(draft.state == .edited && draft.turn == .author)
    #expect(draft.authorship.share?.uncommitted == 1)
  }

  @Test("a workspace below the repository's root, and a commit that is checked out by itself")
  func places() throws {
    let scene = try StatusScene(below: "blog/")
    try scene.draft("Drafts/2023/a.md")
    let first = try scene.git.commit(at: 1_700_000_000)
    try scene.git.git("checkout", "-q", "--detach")
    try scene.draft("Drafts/2023/a.md", "One two.\n")
    try scene.git.commit(at: 1_700_000_100)
    let board = try scene.board()
    #expect(board.drafts.map(\.path) == ["Drafts/2023/a.md"])
    #expect(board.drafts[0].state == .ready && board.drafts[0].branch == nil)
    try scene.git.git("checkout", "-q", first)
    #expect(try scene.board().drafts[0].state == .outlined)
  }

  @Test("a draft in another folder of another branch is the same draft")
  func moved() throws {
    let scene = try StatusScene()
    try scene.draft()
    try scene.git.commit(at: 1_700_000_000)
    try scene.git.git("checkout", "-q", "-b", "move")
    try scene.git.git("rm", "-q", "Drafts/a.md")
    try scene.draft("Drafts/old/a.md", "One two three and four.\n")
    try scene.git.commit(at: 1_700_000_100, by: dana)
    try scene.git.git("checkout", "-q", "main")
    let board = try scene.board()
    #expect(board.drafts.map(\.path) == ["Drafts/old/a.md"])
    #expect(board.drafts[0].authorship.share?.executive == 2)
  }

  @Test("the groups and their order")
  func groups() throws {
    let scene = try StatusScene()
    let asked = "asked: 2023-11-10\n"
    try scene.draft("Drafts/a.md", more: "due: 2023-11-22\n" + asked)
    try scene.draft("Drafts/b.md", exec: "ceo", more: "due: 2023-11-18\n" + asked)
    try scene.draft("Drafts/c.md", more: asked)
    try scene.draft("Drafts/d.md", more: "due: 2023-12-01\n")
    try scene.draft("Drafts/e.md", more: "status: declined\nbecause: No time\ndue: 2023-11-01\n")
    try scene.draft("Drafts/f.md", more: "due: 2024-01-01\n" + asked)
    try scene.write("no draft", to: "Drafts/g.md")
    try scene.git.commit(at: 1_700_000_000)
    let board = try scene.board()
    let show = { (groups: [StatusBoard.Group]) in
      groups.map { "\($0.title): \($0.drafts.map(\.name).joined(separator: " "))" }
    }
    #expect(
      show(board.byTurn) == [
        "Your turn: d g", "Waiting for Henrik Aalto: b", "Waiting for Dana Reyes: a f c",
        "Declined: e",
      ]
    )
    #expect(
      show(board.byWeek) == [
        "Overdue: b", "This week, 20 to 26 November: a",
        "Next week, 27 November to 3 December: d", "1 to 7 January 2024: f", "No day set: c g",
        "Declined: e",
      ]
    )
    #expect(board.drafts.map(\.daysOverdue) == [nil, 2, nil, nil, nil, nil, nil])
    #expect(try scene.board(executive: "ceo").drafts.map(\.name) == ["b"])
  }

  @Test("where history ends early nobody can know")
  func shallow() throws {
    let scene = try StatusScene()
    try scene.draft()
    try scene.git.commit(at: 1_700_000_000)
    let clone = scene.git.folder.path + "/clone"
    try scene.git.git("clone", "-q", "--depth", "1", "file://" + scene.git.path, clone)
    let board = try StatusBoard(
      of: Workspace(at: clone),
      clock: .fixed(1_700_000_000),
      variables: scene.git.environment
    )
    #expect(board.drafts[0].authorship == .unknown(.shallow))
    #expect(board.drafts[0].touched == nil)
  }

  @Test("every key of the data is documented")
  func documented() throws {
    let scene = try StatusScene()
    try scene.draft(more: "due: 2023-11-18\n")
    try scene.git.commit(at: 1_700_000_000)
    try scene.draft("Drafts/b.md")
    let page = ProjectFolder.root.appending(path: "Sources/GhostKit/Status/README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    func check(_ json: JSON) {
      switch json {
      case .array(let items): for item in items { check(item) }
      case .object(let entries):
        for entry in entries {
          #expect(text.contains("`\(entry.key)`"), "\(entry.key)")
          check(entry.value)
        }
      default: break
      }
    }
    let json = try scene.board().json
    check(json)
    for word in DraftState.allCases.map(\.rawValue) { #expect(text.contains("`\(word)`")) }
    #expect(json["version"] == 1)
  }

  @Test("untouched drafts are parsed only where their words count")
  func untouched() throws {
    let scene = try StatusScene()
    try scene.draft("Drafts/a.md", "One two three.\n")
    try scene.git.commit(at: 1_700_000_000)
    let board = try StatusBoard(
      of: Workspace(at: scene.git.path),
      countingWords: false,
      clock: .fixed(1_700_000_000),
      variables: scene.git.environment
    )
    #expect(board.drafts[0].authorship == .untouched)
    #expect(board.drafts[0].authorship.percent == 100)
    #expect(try scene.board().drafts[0].authorship.share?.prepared == 3)
  }
}
