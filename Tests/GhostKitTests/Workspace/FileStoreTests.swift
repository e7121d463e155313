import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

@Suite struct FileStoreTests {
  private let folder: TemporaryFolder
  private let files: FileStore

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("inside", to: "in/a.txt")
    try folder.write("outside", to: "secret.txt")
    files = try FileStore(root: folder.path + "/in")
  }

  private func code(_ body: () throws(Diagnostic) -> Void) -> String {
    do {
      try body()
      return "none"
    } catch {
      return error.code.rawValue
    }
  }

  private func link(_ target: String, at path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/" + path,
      withDestinationPath: target
    )
  }

  @Test("reads what is there, and nothing where nothing is")
  func reads() throws {
    #expect(try files.read("a.txt")?.bytes == Array("inside".utf8))
    #expect(try files.read("a.txt")?.path == "a.txt")
    #expect(try files.read("b.txt") == nil)
    #expect(try files.read("b/c/d.txt") == nil)
    #expect(try files.read("a.txt/b") == nil)
  }

  @Test(
    "paths that climb out are refused, for reading and writing",
    arguments: [
      "../secret.txt", "..", "x/../../secret.txt", "/etc/passwd", "", "a//b", "./a.txt", "a.txt/",
      "a\u{0}", "a\nb", "a\u{1B}[2J", "x/..",
    ]
  )
  func climbing(path: String) {
    #expect(code { () throws(Diagnostic) in _ = try files.read(path) } == "file-outside")
    #expect(code { () throws(Diagnostic) in try files.write([1], to: path) } == "file-outside")
    #expect(
      code { () throws(Diagnostic) in _ = try files.create([1], at: path) } == "file-outside"
    )
    #expect(code { () throws(Diagnostic) in try files.makeFolder(path) } == "file-outside")
  }

  @Test("links that stay inside are followed, others are refused")
  func links() throws {
    try link("a.txt", at: "good.txt")
    try link("../secret.txt", at: "bad.txt")
    try link(folder.path + "/secret.txt", at: "absolute.txt")
    try link("..", at: "up")
    try link("nowhere", at: "dead.txt")
    try link("round", at: "round")
    #expect(try files.read("good.txt")?.bytes == Array("inside".utf8))
    for path in ["bad.txt", "absolute.txt", "up/secret.txt"] {
      #expect(code { () throws(Diagnostic) in _ = try files.read(path) } == "file-outside")
    }
    #expect(code { () throws(Diagnostic) in _ = try files.read("dead.txt") } == "file-dead-link")
    #expect(code { () throws(Diagnostic) in _ = try files.read("round") } == "file-failed")
    #expect(code { () throws(Diagnostic) in _ = try files.names(in: "up") } == "file-outside")
    for path in ["up/new.txt", "up/deep/new.txt"] {
      #expect(code { () throws(Diagnostic) in try files.write([1], to: path) } == "file-outside")
    }
    #expect(code { () throws(Diagnostic) in try files.write([1], to: "bad.txt") } != "none")
    #expect(try files.create([1], at: "bad.txt") == false)
    #expect(try files.create([1], at: "dead.txt") == false)
    #expect(try folder.read("secret.txt") == "outside")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test("a sibling whose name begins like the root's is outside")
  func prefix() throws {
    try folder.write("x", to: "inner/secret.txt")
    try link("../inner/secret.txt", at: "sibling.txt")
    #expect(code { () throws(Diagnostic) in _ = try files.read("sibling.txt") } == "file-outside")
  }

  @Test("pipes, devices and folders are not read, and nobody waits for them")
  func irregular() throws {
    let made = unsafe mkfifo(folder.path + "/in/pipe", 0o600)
    #expect(made == 0)
    for path in ["pipe"] {
      #expect(code { () throws(Diagnostic) in _ = try files.read(path) } == "file-not-regular")
      #expect(
        code { () throws(Diagnostic) in try files.write([1], to: path) } == "file-not-regular"
      )
    }
    try files.makeFolder("sub/deep")
    #expect(code { () throws(Diagnostic) in _ = try files.read("sub") } == "file-not-regular")
    #expect(code { () throws(Diagnostic) in try files.write([1], to: "sub") } == "file-not-regular")
    let devices = try FileStore(root: "/dev")
    #expect(code { () throws(Diagnostic) in _ = try devices.read("null") } == "file-not-regular")
    #expect(try files.kind(of: "pipe") == .other)
    #expect(try files.kind(of: "sub") == .folder)
    #expect(try files.kind(of: "a.txt") == .file)
    #expect(try files.kind(of: "none") == nil)
  }

  @Test("a file is read up to a limit")
  func limit() throws {
    try folder.write(String(repeating: "x", count: 100), to: "in/big.txt")
    #expect(try files.read("big.txt", limit: 100)?.bytes.count == 100)
    #expect(
      code { () throws(Diagnostic) in _ = try files.read("big.txt", limit: 99) } == "file-too-large"
    )
    try folder.write("", to: "in/empty.txt")
    #expect(try files.read("empty.txt", limit: 0)?.bytes == [])
  }

  @Test("a file without a size of its own is read to its end", .enabled(if: isLinux, "no /proc"))
  func sizeless() throws {
    let proc = try FileStore(root: "/proc/self")
    let status = try proc.read("status")
    #expect(try #require(status).bytes.count > 100)
  }

  @Test("writing replaces a file, keeps its permissions and leaves nothing else")
  func writes() throws {
    let path = folder.path + "/in/a.txt"
    let changed = unsafe chmod(path, 0o640)
    #expect(changed == 0)
    try files.write(Array("new".utf8), to: "a.txt")
    #expect(try folder.read("in/a.txt") == "new")
    #expect(
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640
    )
    try files.write(Array("deep".utf8), to: "x/y/z.txt")
    #expect(try folder.read("in/x/y/z.txt") == "deep")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/in").sorted() == [
        "a.txt", "x",
      ]
    )
    #expect(try files.names(in: "x/y") == ["z.txt"])
  }

  @Test("creating never touches what is there")
  func creates() throws {
    #expect(try files.create(Array("new".utf8), at: "n/new.txt"))
    #expect(try folder.read("in/n/new.txt") == "new")
    #expect(try files.create(Array("other".utf8), at: "n/new.txt") == false)
    #expect(try files.create(Array("other".utf8), at: "n") == false)
    #expect(try folder.read("in/n/new.txt") == "new")
    #expect(try files.names(in: "n") == ["new.txt"])
  }

  @Test("of many that create one file, one wins")
  func race() async throws {
    let files = files
    let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask { try files.create(Array("\(number)".utf8), at: "race.txt") }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(winners == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/in").count == 2)
  }

  @Test("what the system refuses is the environment's fault, and says what helps")
  func refusals() throws {
    let long = String(repeating: "a", count: 300)
    do throws(Diagnostic) {
      try files.write([1], to: long)
      Issue.record("a name of 300 bytes was taken")
    } catch {
      #expect(error.cause == .environment)
      #expect(error.message.hasSuffix("file name too long"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/in") == ["a.txt"])
    #expect(code { () throws(Diagnostic) in try files.makeFolder("a.txt/b") } == "file-not-folder")
  }

  @Test("a folder that takes no files says so", .enabled(if: isLinux, "no /proc"))
  func refusingFolder() throws {
    let proc = try FileStore(root: "/proc/self")
    for path in ["new.txt", "net/new.txt"] {
      #expect(code { () throws(Diagnostic) in try proc.write([1], to: path) } == "file-failed")
      #expect(code { () throws(Diagnostic) in _ = try proc.create([1], at: path) } == "file-failed")
    }
  }

  @Test(
    "what the system says comes with what helps",
    arguments: [
      (ENOSPC, "make room on the disk"), (EACCES, "ask for the right to write it"),
      (EROFS, "the disk can only be read"), (EIO, nil),
    ] as [(Int32, String?)]
  )
  func hints(code: Int32, hint: String?) {
    let diagnostic = Diagnostic.file("write", "a.txt", code: code)
    #expect(diagnostic.hint == hint)
    #expect(diagnostic.cause == .environment)
  }

  @Test("a root must be a folder", arguments: ["nowhere", "secret.txt", "secret.txt/x"])
  func roots(name: String) {
    #expect(
      code { () throws(Diagnostic) in _ = try FileStore(root: folder.path + "/" + name) }
        == "folder-missing"
    )
  }
}

private let isLinux: Bool = FileManager.default.fileExists(atPath: "/proc/self/status")
