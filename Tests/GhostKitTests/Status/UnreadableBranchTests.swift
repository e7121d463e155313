import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

/// Whoever pushes a branch that nobody can read takes away that branch alone.
@Suite(
  .enabled(if: Program(named: "git") != nil && Program(named: "sh") != nil, "git is not installed")
)
struct UnreadableBranchTests {
  private func scene() throws -> StatusScene {
    let scene = try StatusScene()
    for (index, name) in ["a", "b", "c"].enumerated() {
      try scene.git.git("checkout", "-q", "-b", name, "main")
      try scene.draft("Drafts/\(name).md", "I am \(name).\n\n[TK: why? ~7 words]\n")
      try scene.git.commit(at: 1_700_000_000 + index)
    }
    try scene.git.git("checkout", "-q", "main")
    return scene
  }

  private func shell(_ script: String, _ scene: StatusScene) throws {
    let outcome = try Program(path: "/bin/sh").run(
      ["-ec", script],
      in: scene.git.path,
      environment: scene.git.environment
    )
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  private static let remove = """
    remove() { o=$(git rev-parse "$1"); rm -f ".git/objects/${o%${o#??}}/${o#??}"; }
    damage() {
      o=$(git rev-parse "$1"); f=".git/objects/${o%${o#??}}/${o#??}"
      chmod u+w "$f"; printf x > "$f"
    }

    """

  @Test(
    "a branch that cannot be read is one finding, and the others are shown",
    arguments: [
      ("folders without end", bomb, 3), ("a folder that is gone", "remove b:Drafts", 2),
      ("a root that is gone", "remove b^{tree}", 2), ("a commit that is gone", "remove b", 2),
      ("a commit that is damaged", "damage b", 2), ("a damaged folder", "damage b:Drafts", 2),
    ]
  )
  func branch(_ name: String, _ script: String, _ count: Int) throws {
    let scene = try scene()
    try shell(Self.remove + script, scene)
    let board = try scene.board()
    #expect(board.drafts.map(\.name) == (count == 3 ? ["a", "b", "c"] : ["a", "c"]), "\(name)")
    #expect(board.diagnostics.map(\.code) == ["branch-unreadable"], "\(name)")
    let finding = try #require(board.diagnostics.first)
    #expect(finding.severity == .warning)
    #expect(finding.message.hasPrefix("the branch '\(count == 3 ? "evil" : "b")' is left out: "))
  }

  /// 2^40 files, named by 40 folders.
  private static let bomb = #"""
    t=$(printf '100644 blob %s\tx.md\n' $(git hash-object -w --stdin </dev/null) | git mktree)
    i=0; while [ $i -lt 40 ]; do
      t=$(printf "040000 tree $t\t%s\n" a b | git mktree); i=$((i+1))
    done
    \#(commit)
    """#

  private static let commit = #"""
    r=$(printf "040000 tree $t\tDrafts\n" | git mktree)
    git branch evil $(git commit-tree -m evil -p main $r)
    """#

  @Test("a text that is damaged is one draft that cannot be read")
  func text() throws {
    let scene = try scene()
    try shell(Self.remove + "damage b:Drafts/b.md", scene)
    let board = try scene.board()
    #expect(board.drafts.map(\.name) == ["a", "b", "c"])
    #expect(board.drafts.map(\.state) == [.outlined, .unreadable, .outlined])
  }

  @Test("where nothing can be read, git's own words are the error")
  func nothing() throws {
    let scene = try scene()
    try shell(Self.remove + "for b in a b c main; do remove $b:; done", scene)
    #expect(throws: Diagnostic.self) { try scene.board() }
  }
}
