import TestSupport
import Testing

@testable import GhostKit

/// Where a check gets ghost from: the clone that the running one was built in.
@Suite struct GhostSourceTests {
  @Test(
    "an address is one that everybody reaches",
    arguments: [
      ("https://git.example.org/team/ghost.git", "https://git.example.org/team/ghost.git"),
      ("git@git.example.org:team/ghost.git", "https://git.example.org/team/ghost.git"),
      ("ssh://git@git.example.org/team/ghost", "https://git.example.org/team/ghost"),
      ("https://me:secret@git.example.org/ghost", nil),
      ("https://token@git.example.org/ghost", nil),
      ("http://git.example.org/ghost", nil),
      ("/srv/git/ghost.git", nil), ("../ghost", nil), ("", nil),
      ("https://git.example.org/$(id)", nil), ("https://git.example.org/a\nb", nil),
    ]
  )
  func address(remote: String, expected: String?) {
    #expect(GhostSource.publicAddress(remote) == expected)
  }

  @Test("a clone is named by its remote and its commit, once others have that commit")
  func clone() throws {
    let repository = try GitFolder()
    try repository.write(".build/\n", to: ".gitignore")
    let commit = try repository.commit()
    try repository.write("", to: ".build/debug/ghost")
    let program = repository.path + "/.build/debug/ghost"
    let find = { GhostSource.find(builtAt: program, variables: repository.environment) }
    try repository.git("remote", "add", "origin", "git@git.example.org:team/ghost.git")
    #expect(find() == .unknown, "nobody has the commit")
    try repository.git("update-ref", "refs/remotes/origin/main", commit)
    #expect(find().address == "https://git.example.org/team/ghost.git")
    #expect(find().revision == commit)
  }

  @Test("a program that was not built in a clone has no source")
  func elsewhere() throws {
    let repository = try GitFolder()
    let commit = try repository.commit()
    try repository.git("remote", "add", "origin", "https://git.example.org/team/blog.git")
    try repository.git("update-ref", "refs/remotes/origin/main", commit)
    try repository.write("", to: "bin/ghost")
    for program in [repository.path + "/bin/ghost", "ghost", "/nowhere/ghost", nil] {
      let source = GhostSource.find(builtAt: program, variables: repository.environment)
      #expect(source == .unknown, "\(program ?? "nil")")
    }
  }
}
