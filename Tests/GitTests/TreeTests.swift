import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

@Suite struct TreeTests {
  private let sandbox: Sandbox
  private static let blob = [UInt8](repeating: 0xAB, count: 20)

  init() throws { sandbox = try Sandbox() }

  private func tree(_ lines: [(String, [UInt8])]) throws -> Tree {
    var bytes: [UInt8] = []
    for (mode, name) in lines {
      bytes += Array(mode.utf8) + [UInt8(ascii: " ")]
      bytes += name + [0]
      bytes += Self.blob
    }
    return try Tree(parsing: bytes, id: try #require(ObjectID(bytes: Self.blob)))
  }

  @Test("every mode that git writes, and those that it once wrote")
  func modes() throws {
    let tree = try tree([
      ("100644", [0x61]), ("100755", [0x62]), ("120000", [0x63]), ("40000", [0x64]),
      ("160000", [0x65]), ("100664", [0x66]), ("040000", [0xFF, 0xFE]),
    ])
    let kinds: [TreeEntry.Kind] = [
      .file, .executable, .link, .folder, .submodule, .file, .folder,
    ]
    #expect(tree.entries.map(\.kind) == kinds)
    #expect(tree.entries.last?.name == [0xFF, 0xFE])
    #expect(tree.entries.allSatisfy { $0.id.bytes == Self.blob })
  }

  @Test(
    "a folder that git fsck would find fault with is refused",
    arguments: [
      [("100644", "b"), ("100644", "a")],
      [("100644", "a"), ("100644", "a")],
      [("100644", "a"), ("100644", "a.md"), ("40000", "a")],
      [("100644", "")], [("100644", "a/b")], [("100644", ".")], [("40000", "..")],
      [("", "a")], [("8", "a")], [("0", "a")], [("77777777777777777777777", "a")], [("x", "a")],
    ]
  )
  func damaged(lines: [(String, String)]) {
    let error = diagnostic { _ = try tree(lines.map { ($0.0, Array($0.1.utf8)) }) }
    #expect(error?.code == "git.damaged-tree")
  }

  @Test("a folder stands where a slash behind its name would put it")
  func order() throws {
    let lines = [("100644", "a"), ("100644", "a.md"), ("40000", "a-b"), ("100644", "a0")]
    #expect(diagnostic { _ = try tree(lines.map { ($0.0, Array($0.1.utf8)) }) } != nil)
    for lines in [
      [("40000", "a-b"), ("100644", "a.md"), ("40000", "a"), ("100644", "a0")],
      [("100644", "a"), ("100644", "a.md"), ("40000", "a0")],
    ] {
      #expect(try tree(lines.map { ($0.0, Array($0.1.utf8)) }).entries.count == lines.count)
    }
  }

  @Test("no cut of a folder's bytes does harm")
  func cuts() throws {
    let id = try #require(ObjectID(bytes: Self.blob))
    let whole = Array("100644 name".utf8) + [0] + Self.blob
    for count in 1..<whole.count {
      #expect(throws: Diagnostic.self) { _ = try Tree(parsing: Array(whole[..<count]), id: id) }
    }
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      var bytes = whole + whole
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255,
          using: &random
        )
      }
      _ = try? Tree(parsing: bytes, id: id)
    }
  }

  @Test("files of every kind are found, with names of every kind")
  func files() throws {
    try sandbox.commit([
      "Drafts/a.md": "a", "Drafts/sub/b.md": "b", "Drafts/-f": "c", "Drafts/new\nline": "d",
      "Drafts.md": "e", "zzz": "f",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.root + "/Drafts/link",
      withDestinationPath: "/etc/passwd"
    )
    try sandbox.git(["add", "-A"])
    // No file system is asked to bear these.
    let blob = try sandbox.git(["rev-parse", "HEAD:zzz"])
    var lines = Array("100644 \(blob) 0\tDrafts/".utf8) + [0xE9, 0xFF, 0]
    lines += Array("160000 \(String(repeating: "5", count: 40)) 0\tDrafts/module".utf8) + [0]
    try sandbox.git(["update-index", "-z", "--index-info"], input: lines)
    let commit = try sandbox.commit()

    var store = try TreeStore(sandbox.repository())
    let root = try store.reader.tree(of: commit)
    let drafts = try #require(try store.entry(at: "Drafts", in: root))
    #expect(drafts.kind == .folder)
    let files = try store.files(below: drafts.id)
    #expect(
      files.map(\.path) == [
        "-f", "a.md", "link", "module", "new\nline", "sub/b.md", GitPath(bytes: [0xE9, 0xFF]),
      ]
    )
    #expect(files.map(\.kind) == [.file, .file, .link, .submodule, .file, .file, .file])
    #expect(try files[1].id == sandbox.id("HEAD:Drafts/a.md"))
    #expect(try store.files(below: [drafts.id, root, drafts.id])[drafts.id] == files)
    #expect(try store.files(below: root).count == 9)
  }

  @Test(
    "paths that lead nowhere",
    arguments: ["nowhere", "Drafts/a.md/b", "drafts", "Drafts/..", "../Drafts", "Drafts/a"]
  )
  func nowhere(path: GitPath) throws {
    let commit = try sandbox.commit(["Drafts/a.md": "a"])
    var store = try TreeStore(sandbox.repository())
    let root = try store.reader.tree(of: commit)
    #expect(try store.entry(at: path, in: root) == nil)
    #expect(try store.entry(at: "", in: root)?.id == root)
  }

  @Test("a folder that is no folder")
  func wrongKind() throws {
    let commit = try sandbox.commit(["a": "a"])
    var store = try TreeStore(sandbox.repository())
    let blob = try sandbox.id("HEAD:a")
    let nobody = try #require(ObjectID(bytes: Self.blob))
    #expect(throws: Diagnostic.wrongKind(blob, expected: "tree")) { try store.files(below: blob) }
    #expect(throws: Diagnostic.missingObject(nobody)) { try store.files(below: nobody) }
    #expect(try store.files(below: store.reader.tree(of: commit)).count == 1)
  }

  /// Has git store a folder whose entries all stand for the same thing; returns its name.
  private func folder(of mode: String, _ id: String, names: [String]) throws -> String {
    let kind = mode == "040000" ? "tree" : "blob"
    let lines = names.map { "\(mode) \(kind) \(id)\t\($0)\n" }.joined()
    return try sandbox.git(["mktree"], input: Array(lines.utf8))
  }

  @Test("folders that multiply without end are not followed to it", arguments: [true, false])
  func bomb(hasFiles: Bool) throws {
    let blob = try sandbox.git(["hash-object", "-w", "--stdin"])
    var name = try folder(of: "100644", blob, names: hasFiles ? ["file"] : [])
    for _ in 0..<12 { name = try folder(of: "040000", name, names: ["a", "b", "c", "d"]) }
    let bomb = try #require(ObjectID(hex: name.utf8))
    let empty = try #require(
      ObjectID(hex: folder(of: "100644", blob, names: ["other"]).utf8)
    )
    var store = try TreeStore(sandbox.repository())
    #expect(diagnostic { _ = try store.files(below: [bomb]) }?.code == "git.too-many-files")
    #expect(
      diagnostic { _ = try store.changes(from: empty, to: bomb) }?.code == "git.too-many-files"
    )
    #expect(
      diagnostic { _ = try store.folders(holding: "x", in: bomb) }?.code == "git.too-many-files"
    )
  }

  @Test("folders that lie too deep are refused, and no stack overflows")
  func depth() throws {
    let blob = try sandbox.git(["hash-object", "-w", "--stdin"])
    var name = try folder(of: "100644", blob, names: ["file"])
    for _ in 0..<200 { name = try folder(of: "040000", name, names: ["d"]) }
    let deep = try #require(ObjectID(hex: name.utf8))
    var store = try TreeStore(sandbox.repository())
    #expect(diagnostic { _ = try store.files(below: [deep]) }?.code == "git.tree-too-deep")
    #expect(diagnostic { _ = try store.files(below: deep) }?.code == "git.tree-too-deep")
    #expect(
      diagnostic { _ = try store.folders(holding: "x", in: deep) }?.code == "git.tree-too-deep"
    )
  }

  @Test("folders that hold a folder of a name, at any depth, and no file or link of it")
  func holding() throws {
    let commit = try sandbox.commit([
      ".mark/a": "", "one/.mark/b": "", "one/two/.mark/.mark/c": "", "three/.mark": "file",
      "four/five/x.mark/d": "",
    ])
    var store = try TreeStore(sandbox.repository())
    let root = try store.reader.tree(of: commit)
    #expect(try store.folders(holding: ".mark", in: root) == ["", "one", "one/two"])
    #expect(try store.folders(holding: "mark", in: root) == [])
  }

  @Test("what differs between two folders is what git finds")
  func changes() throws {
    var random = SeededRandom(seed: 11)
    var commits: [ObjectID] = []
    for _ in 0..<8 {
      for _ in 0..<6 {
        let name = (0..<Int.random(in: 1...3, using: &random))
          .map { _ in ["a", "b", "a.md", "c d"].randomElement(using: &random) ?? "" }
          .joined(separator: "/")
        // A file may take the place of a folder, and the other way round.
        try? FileManager.default.removeItem(atPath: sandbox.root + "/" + name)
        if Bool.random(using: &random) {
          try? sandbox.write("\(Int.random(in: 0...3, using: &random))", to: name)
        }
      }
      commits.append(try sandbox.commit([:]))
    }
    var store = try TreeStore(sandbox.repository())
    for old in commits {
      for new in commits {
        let changes = try store.changes(
          from: store.reader.tree(of: old),
          to: store.reader.tree(of: new)
        )
        let found = changes.map { change in
          [change.old?.id.hex ?? "", change.new?.id.hex ?? "", change.path.text]
            .map { $0.isEmpty ? String(repeating: "0", count: 40) : $0 }
        }
        let raw = try sandbox.git([
          "diff-tree", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", Argument(old.hex),
          Argument(new.hex),
        ]).split(separator: "\0")
        let expected = stride(from: 0, to: raw.count - 1, by: 2).map { index in
          let words = raw[index].split(separator: " ").map(String.init)
          return [words[2], words[3], String(raw[index + 1])]
        }
        #expect(found == expected.sorted { $0[2] < $1[2] })
      }
    }
  }
}
