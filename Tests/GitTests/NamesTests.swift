import Diagnostics
import Subprocess
import Testing

@testable import Git

@Suite struct NamesTests {
  private let sandbox: Sandbox
  private let first: ObjectID
  private let second: ObjectID

  init() throws {
    sandbox = try Sandbox()
    first = try sandbox.commit(["file": "1"])
    second = try sandbox.commit(["file": "2"], at: 1_700_000_100)
    try sandbox.git(["tag", "-a", "-m", "a tag", "v1", "HEAD~1"])
    try sandbox.git(["branch", "feature/prices", "HEAD~1"])
  }

  @Test(
    "names that git knows",
    arguments: [
      ("HEAD", true), ("main", true), ("refs/heads/main", true), ("main~1", false), ("v1", false),
      ("HEAD^", false), ("feature/prices", false), ("@", true),
    ]
  )
  func known(name: String, isSecond: Bool) throws {
    #expect(try sandbox.repository().resolve(name) == (isSecond ? second : first))
  }

  @Test("a commit's own name, whole and shortened")
  func hex() throws {
    #expect(try sandbox.repository().resolve(first.hex) == first)
    #expect(try sandbox.repository().resolve(String(first.hex.prefix(12))) == first)
  }

  @Test(
    "what is no commit is wrong usage, whatever it looks like",
    arguments: [
      "nowhere", "", "-", "--", "--all", "--upload-pack=touch pwned", "--end-of-options",
      "main main", "main\nmain", "main..HEAD", "^main", "HEAD:file", "HEAD^{tree}", "ü", "main ",
      String(repeating: "0", count: 40), String(repeating: "f", count: 40),
      String(repeating: "x", count: 100_000),
    ]
  )
  func unknown(name: String) throws {
    let repository = try sandbox.repository()
    let error = diagnostic { _ = try repository.resolve(name) }
    #expect(error?.code == "git.unknown-revision")
    #expect(error?.cause == .usage)
    #expect(error?.message == "there is no commit '\(name)'")
  }

  @Test("a name with a NUL reaches nobody")
  func nul() throws {
    let repository = try sandbox.repository()
    #expect(diagnostic { _ = try repository.resolve("main\0") }?.cause == .usage)
  }

  @Test("a slip of the pen is met with the branch that was meant")
  func suggestion() throws {
    let repository = try sandbox.repository()
    let error = diagnostic { _ = try repository.resolve("feature/price") }
    #expect(error?.hint == "did you mean 'feature/prices'?")
  }

  @Test("a tag cannot take a branch's place")
  func ambiguity() throws {
    try sandbox.git(["tag", "main", "HEAD~1"])
    let repository = try sandbox.repository()
    let error = diagnostic { _ = try repository.resolve("main") }
    #expect(error?.code == "git.ambiguous-revision")
    #expect(error?.hint == "write it in full: refs/heads/main")
    #expect(try repository.resolve("refs/heads/main") == second)

    // Nor has a tag that takes the full name of the branch.
    try sandbox.git(["tag", "refs/heads/main", "HEAD~1"])
    #expect(try repository.resolve("refs/heads/main") == second)

    // Configuration that keeps git from saying so has no say.
    try sandbox.git(["config", "core.warnAmbiguousRefs", "false"])
    #expect(diagnostic { _ = try repository.resolve("main") }?.code == "git.ambiguous-revision")
  }

  @Test("the branch that is checked out")
  func currentBranch() throws {
    let repository = try sandbox.repository()
    #expect(try repository.currentBranch() == "main")
    try sandbox.git(["checkout", "-q", "--orphan", "fresh"])
    #expect(try repository.currentBranch() == "fresh")
    try sandbox.git(["checkout", "-q", "-f", "--detach", "main"])
    #expect(try repository.currentBranch() == nil)
  }

  @Test("where a remote repository is", arguments: ["origin", "odd name.x", "-z"])
  func remote(name: String) throws {
    let repository = try sandbox.repository()
    #expect(try repository.remoteURL(name) == nil)
    try sandbox.git(["config", Argument("remote.\(name).url"), "https://example.org/a b\nc"])
    #expect(try repository.remoteURL(name) == "https://example.org/a b\nc")
  }

  @Test("who comes from whom")
  func ancestry() throws {
    let repository = try sandbox.repository()
    #expect(try repository.isAncestor(first, of: second))
    #expect(try repository.isAncestor(first, of: first))
    #expect(try !repository.isAncestor(second, of: first))
    let nobody = try #require(ObjectID(hex: String(repeating: "1", count: 40).utf8))
    #expect(diagnostic { _ = try repository.isAncestor(nobody, of: first) }?.code == "git.failed")
  }

  @Test("contents that git holds, also with Windows' line ends")
  func knownContent() throws {
    try sandbox.commit(["lines": "a\nb\n"])
    let repository = try sandbox.repository()
    #expect(try repository.isContentKnown(Array("a\nb\n".utf8)))
    #expect(try repository.isContentKnown(Array("a\r\nb\r\n".utf8)))
    #expect(try !repository.isContentKnown(Array("a\nb".utf8)))
    #expect(try !repository.isContentKnown(Array("a\rb\n".utf8)))
    #expect(try !repository.isContentKnown(Array("a\r\nc\r\n".utf8)))
  }

  @Test("branches, local and remote, each with its tip")
  func refs() throws {
    try sandbox.git(["update-ref", "refs/remotes/origin/main", "HEAD~1"])
    try sandbox.git(["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"])
    let blob = try sandbox.git(["rev-parse", "HEAD:file"])
    try sandbox.git(["update-ref", "refs/remotes/origin/blob", Argument(blob)])
    let refs = try sandbox.repository().refs()
    #expect(
      refs.map(\.name) == [
        "refs/heads/feature/prices", "refs/heads/main", "refs/remotes/origin/main",
      ]
    )
    #expect(refs.map(\.shortName) == ["feature/prices", "main", "origin/main"])
    #expect(refs.map(\.isRemote) == [false, false, true])
    #expect(refs.map(\.commit) == [first, second, first])
    #expect(try refs[1].tree == sandbox.id("main^{tree}"))
    #expect(refs.map(\.committed) == [1_700_000_000, 1_700_000_100, 1_700_000_000])
  }

  @Test("a repository without a commit has no branch")
  func empty() throws {
    let sandbox = try Sandbox()
    let repository = try sandbox.repository()
    #expect(try repository.refs().isEmpty)
    #expect(diagnostic { _ = try repository.resolve("HEAD") }?.code == "git.unknown-revision")
  }
}
