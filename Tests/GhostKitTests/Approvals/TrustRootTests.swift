import Diagnostics
import Foundation
import SSHSig
import TestSupport
import Testing

@testable import GhostKit

@Suite struct TrustRootTests {
  private static let files = [
    ".ghost/allowed_signers": "x\n", ".ghost/policy.yml": "workspace: acme\n",
    "Templates/pages/a/b.html": "<p>\n",
    ".ghost/config.yml": "organisation: Acme\n",
    ".ghost/approvals/trust-root.legal.1.approval": "ghost approval v1\n",
    "Templates/article.md": "---\n",
  ]

  private func root(_ files: [String: String]) throws -> TrustRoot {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return try TrustRoot(of: Workspace(at: folder.path), Libcrypto())
  }

  /// The digest was computed by a script of a few lines from the specification alone.
  @Test("the digest is that of the specification")
  func digest() throws {
    let root = try root(Self.files)
    #expect(
      root.files.map(\.path)
        == [".ghost/allowed_signers", ".ghost/policy.yml", "Templates/pages/a/b.html"]
    )
    #expect(
      try root.digest(Libcrypto())
        == "0b247922567c591338d2c494a9af19c874d1ffb5bfdbaaab04be9235f4e717c7"
    )
  }

  @Test("settings, approvals and outlines are no part of it")
  func outsiders() throws {
    var others = Self.files
    others[".ghost/config.yml"] = "organisation: Other\n"
    others[".ghost/approvals/trust-root.legal.1.approval"] = nil
    others["Templates/article.md"] = "other\n"
    #expect(try root(others) == root(Self.files))
    for path in [".ghost/policy.yml", "Templates/pages/a/b.html"] {
      var changed = Self.files
      changed[path]?.append(" ")
      #expect(try root(changed) != root(Self.files))
    }
    #expect(try root(Self.files.merging([".ghost/config.yml.bak": ""]) { $1 }) != root(Self.files))
  }

  private func fault(
    _ files: [String: String] = Self.files,
    _ change: (TemporaryFolder) throws -> Void
  ) throws -> Diagnostic? {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    try change(folder)
    let workspace = try Workspace(at: folder.path)
    return #expect(throws: Diagnostic.self) { try TrustRoot(of: workspace, Libcrypto()) }
  }

  @Test(
    "a link makes it unreadable, to whatever it leads",
    arguments: [
      (".ghost/more", "config.yml"), (".ghost/more", "."), (".ghost/more", "nowhere"),
      (".ghost/Approvals", "approvals"), ("Templates/pages/more", "../pages"),
      ("Templates/pages/a/more.html", "b.html"),
    ]
  )
  func links(path: String, target: String) throws {
    let found = try fault { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + path,
        withDestinationPath: target
      )
    }
    #expect(found?.code == "trust-root-unreadable" && found?.location?.path == path)
  }

  @Test("a link in the place of a whole folder is not followed")
  func folderLink() throws {
    var files = Self.files
    files["Templates/pages/a/b.html"] = nil
    files["Elsewhere/b.html"] = "<p>\n"
    let found = try fault(files) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/Templates/pages",
        withDestinationPath: "../Elsewhere"
      )
    }
    #expect(found?.code == "trust-root-unreadable" && found?.location?.path == "Templates/pages")
  }

  @Test("as many files and folders as it says and not one more, none larger than it says")
  func bounds() throws {
    let files = Dictionary(uniqueKeysWithValues: (1...500).map { (".ghost/\($0)", "") })
    #expect(try root(files).files.count == 500)
    let found = try fault(files) { try $0.write("", to: ".ghost/501") }
    #expect(found?.code == "trust-root-unreadable")
    // Settings and approvals do not count.
    let more = files.merging([".ghost/config.yml": "", ".ghost/approvals/a": ""]) { $1 }
    #expect(try root(more).files.count == 500)

    func make(_ count: Int, in folder: TemporaryFolder) throws {
      for index in 0..<count {
        try FileManager.default.createDirectory(
          atPath: folder.path + "/Templates/pages/\(index)",
          withIntermediateDirectories: true
        )
      }
    }
    let folder = try TemporaryFolder()
    try folder.write("", to: ".ghost/policy.yml")
    try make(498, in: folder)
    #expect(try TrustRoot(of: Workspace(at: folder.path), Libcrypto()).files.count == 1)
    let tooMany = try fault([".ghost/policy.yml": ""]) { try make(499, in: $0) }
    #expect(tooMany?.code == "file-too-many")

    let large = String(repeating: "x", count: 1 << 22)
    #expect(try root([".ghost/policy.yml": large]).files.count == 1)
    let tooLarge = try fault { try $0.write(large + "x", to: ".ghost/large") }
    #expect(tooLarge?.location?.path == ".ghost/large", "\(String(describing: tooLarge))")
  }

  @Test(
    "letters' case is no way around it",
    arguments: [
      (".ghost", true), (".GHOST/policy.yml", true), (".ghost/Config.yml", true),
      ("templates/Pages/x.html", true), ("Templates/pages", true), (".ghost/config.yml", false),
      (".ghost/approvals/a", false), ("Templates/article.md", false), ("Drafts/a.md", false),
      (".ghostly/x", false), (".ghost/\u{301}x", true), ("Templates/pages/\u{301}x.html", true),
    ]
  )
  func membership(path: String, isInside: Bool) {
    #expect(TrustRoot.contains(path) == isInside)
  }
}
