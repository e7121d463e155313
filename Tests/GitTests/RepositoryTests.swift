import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

@Suite struct RepositoryTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.commit(["a/b/file": "text"])
  }

  @Test("a repository is found from its root and from below", arguments: ["", "a", "a/b"])
  func below(place: String) throws {
    let repository = try sandbox.repository(from: place)
    #expect(repository.workTree == sandbox.root)
    #expect(repository.gitDirectory == sandbox.root + "/.git")
    #expect(repository.prefix == GitPath(place))
    #expect(!repository.isShallow && !repository.usesSHA256)
  }

  @Test("names with line breaks are names", arguments: ["x\ny", "true\nfalse\nsha1", "-C"])
  func lineBreaks(name: String) throws {
    let sandbox = try Sandbox(name)
    try sandbox.write("", to: "sub\nfolder/file")
    let repository = try sandbox.repository(from: "sub\nfolder")
    #expect(repository.workTree == sandbox.root)
    #expect(repository.prefix == "sub\nfolder")
  }

  @Test("a second working tree belongs to the same repository")
  func workTree() throws {
    let other = sandbox.folder.path + "/other"
    try sandbox.git(["worktree", "add", "-q", "-b", "other", Argument(other)])
    let found = try Repository.find(from: other + "/a", environment: sandbox.environment)
    let repository = try #require(found)
    #expect(repository.workTree == other)
    #expect(repository.prefix == "a")
    #expect(try repository.currentBranch() == "other")
    #expect(try repository.refs().map(\.shortName) == ["main", "other"])
  }

  @Test("a bare repository has no working tree, and neither has the inside of .git")
  func bare() throws {
    let bare = sandbox.folder.path + "/bare.git"
    try sandbox.git(["clone", "-q", "--bare", ".", Argument(bare)])
    for place in [bare, sandbox.root + "/.git"] {
      let found = try Repository.find(from: place, environment: sandbox.environment)
      let repository = try #require(found)
      #expect(repository.workTree == nil)
      #expect(repository.gitDirectory == place)
      #expect(repository.prefix == "")
      #expect(try repository.resolve("main") == sandbox.id("main"))
      #expect(diagnostic { _ = try repository.ignoredFiles() }?.code == "git.no-work-tree")
    }
  }

  @Test("a bare repository among the files of a working tree is none to be judged by")
  func embedded() throws {
    let bare = sandbox.root + "/a/bare"
    try sandbox.git(["clone", "-q", "--bare", ".", Argument(bare)])
    for place in [bare, bare + "/objects"] {
      let error = diagnostic {
        _ = try Repository.find(from: place, environment: sandbox.environment)
      }
      #expect(error?.code == "git.embedded-repository", "\(place)")
      #expect(error?.cause == .environment)
    }
  }

  @Test("a submodule is a repository of its own")
  func submodule() throws {
    let outer = try Sandbox("outer")
    try outer.git([
      "-c", "protocol.file.allow=always", "submodule", "add", "-q", Argument(sandbox.root), "inner",
    ])
    let repository = try outer.repository(from: "inner/a")
    #expect(repository.workTree == outer.root + "/inner")
    #expect(repository.prefix == "a")
  }

  @Test("outside of repositories there is none")
  func none() throws {
    let found = try Repository.find(from: sandbox.folder.path, environment: sandbox.environment)
    #expect(found == nil)
  }

  @Test("a folder that is not there is no answer")
  func missingFolder() throws {
    let error = diagnostic { _ = try sandbox.repository(from: "nowhere") }
    #expect(error?.code == "git.failed")
    #expect(error?.cause == .environment)
    #expect(error?.message.contains("No such file or directory") == true)
  }

  @Test("SHA-256 repositories are like others")
  func sha256() throws {
    let sandbox = try Sandbox(options: ["--object-format=sha256"])
    let commit = try sandbox.commit(["file": "text"])
    let repository = try sandbox.repository()
    #expect(repository.usesSHA256)
    #expect(commit.hex.count == 64)
    #expect(try repository.resolve("main") == commit)
    var store = try TreeStore(repository)
    let files = try store.files(below: store.reader.tree(of: commit))
    #expect(files.map(\.path) == ["file"])
    #expect(try files.map(\.id) == [sandbox.id("HEAD:file")])
  }

  @Test("an inherited variable that speaks of another repository is not believed")
  func inheritedVariables() throws {
    let other = try Sandbox("other")
    let repository = try sandbox.repository(
      from: "",
      [
        "GIT_DIR": Argument(other.root + "/.git"), "GIT_WORK_TREE": Argument(other.root),
        "GIT_INDEX_FILE": "/nonexistent", "GIT_OBJECT_DIRECTORY": "/nonexistent",
        "GIT_NAMESPACE": "x", "GIT_CEILING_DIRECTORIES": "/", "GIT_GLOB_PATHSPECS": "1",
        "GIT_COMMON_DIR": "/nonexistent", "GIT_SHALLOW_FILE": "/etc/passwd",
      ]
    )
    #expect(repository.workTree == sandbox.root)
    #expect(try repository.resolve("main") == sandbox.id("main"))
    #expect(try repository.workingStates().isEmpty)
  }

  @Test("git that is missing or too old is named, with a remedy")
  func version() throws {
    let folder = sandbox.folder
    let path = try folder.write("", to: "bin/git")
    let environment = ChildEnvironment(["PATH": folder.path + "/bin"])
    // An empty file is no program yet.
    let missing = diagnostic { _ = try Repository.find(from: "/", environment: environment) }
    #expect(missing?.code == "subprocess.program-missing")
    #expect(missing?.hint == "install git 2.38 or newer")

    for (version, isEnough) in [
      ("2.37.9", false), ("1.99", false), ("2.38.0", true), ("3.0.0-rc0", true),
      ("2.50.1 (Apple Git-155)", true), ("nonsense", false),
    ] {
      let answer = "[ $1 = version ] && echo 'git version \(version)' || exit 9"
      try sandbox.writeProgram(answer, to: path)
      let error = diagnostic { _ = try Repository.find(from: "/", environment: environment) }
      #expect(error?.code == (isEnough ? "git.failed" : "git.too-old"), "\(version)")
      #expect(error?.cause == .environment)
    }
  }

  @Test(
    "git's own refusal of a stranger's repository stands, and so does the user's word for it",
    .enabled(if: getuid() == 0, "only root can give a folder away")
  )
  func ownership() throws {
    let folder = sandbox.root
    for path in [folder, folder + "/.git"] {
      try FileManager.default.setAttributes([.ownerAccountID: 12_345], ofItemAtPath: path)
    }
    let error = diagnostic { _ = try sandbox.repository() }
    #expect(error?.message.contains("dubious ownership") == true)
    #expect(error?.hint?.contains("safe.directory") == true)

    try sandbox.folder.write("[safe]\n\tdirectory = *\n", to: "home/.gitconfig")
    #expect(try sandbox.repository().resolve("main") == sandbox.id("main"))
    try sandbox.folder.write("", to: "home/.gitconfig")
    let byVariable: [String: Argument] = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    ]
    #expect(try sandbox.repository(from: "", byVariable).workTree == folder)
  }

  @Test("the quarantine of a push is seen as git's hook sees it")
  func quarantine() throws {
    let bare = sandbox.folder.path + "/bare.git"
    try sandbox.git(["clone", "-q", "--bare", ".", Argument(bare)])
    // The hook keeps the quarantine, which is gone once the push is refused.
    let kept = sandbox.folder.path + "/kept"
    try sandbox.writeProgram(
      "cp -r \"$GIT_QUARANTINE_PATH\" '\(kept)'\n"
        + "printf %s \"$GIT_ALTERNATE_OBJECT_DIRECTORIES\" > '\(kept)/alternates'\nexit 1",
      to: bare + "/hooks/pre-receive"
    )
    let base = try sandbox.id("HEAD")
    let pushed = try sandbox.commit(["new": "pushed"])
    try sandbox.git(["push", "-q", Argument(bare), "main"], fails: true)
    let hook: [String: Argument] = try [
      "GIT_DIR": Argument(bare), "GIT_QUARANTINE_PATH": Argument(kept),
      "GIT_OBJECT_DIRECTORY": Argument(kept),
      "GIT_ALTERNATE_OBJECT_DIRECTORIES": Argument(sandbox.folder.read("kept/alternates")),
    ]
    let found = try Repository.find(from: bare, environment: sandbox.environment.setting(hook))
    let repository = try #require(found)
    #expect(try repository.resolve(pushed.hex) == pushed)
    #expect(try repository.isAncestor(base, of: pushed))
    guard case .clean(let tree, let merged) = try repository.merge(pushed, into: base) else {
      Issue.record("the merge is clean")
      return
    }
    var store = try TreeStore(merged)
    #expect(try store.entry(at: "new", in: tree)?.id == sandbox.id("HEAD:new"))

    let outside = try Repository.find(from: bare, environment: sandbox.environment)
    #expect(diagnostic { _ = try outside?.resolve(pushed.hex) }?.code == "git.unknown-revision")
  }
}
