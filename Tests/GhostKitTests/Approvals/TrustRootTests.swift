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

  @Test("a link makes it unreadable")
  func links() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.files { try folder.write(text, to: path) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.ghost/more",
      withDestinationPath: "config.yml"
    )
    let workspace = try Workspace(at: folder.path)
    let found = #expect(throws: Diagnostic.self) { try TrustRoot(of: workspace, Libcrypto()) }
    #expect(found?.code == "trust-root-unreadable")
  }

  @Test(
    "letters' case is no way around it",
    arguments: [
      (".ghost", true), (".GHOST/policy.yml", true), (".ghost/Config.yml", true),
      ("templates/Pages/x.html", true), ("Templates/pages", true), (".ghost/config.yml", false),
      (".ghost/approvals/a", false), ("Templates/article.md", false), ("Drafts/a.md", false),
      (".ghostly/x", false),
    ]
  )
  func membership(path: String, isInside: Bool) {
    #expect(TrustRoot.contains(path) == isInside)
  }
}
