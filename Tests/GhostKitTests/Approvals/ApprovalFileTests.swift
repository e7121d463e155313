import Diagnostics
import Testing

@testable import GhostKit

@Suite struct ApprovalFileTests {
  private static let digest = String(repeating: "0a", count: 32)
  private static let text = """
    ghost approval v1
    workspace: meridian-blog-7f3a
    draft: cfo-pricing
    role: cfo
    number: 2
    previous: sha256:\(digest)
    signer: dana.reyes@meridian.example
    name: Dana Reyes
    meaning: approves for publication
    method: key
    text: sha256:\(digest)
    content: sha256:\(digest)
    asset: Drafts/media/a b.png sha256:\(digest)
    signed-at: 2026-11-23T17:40:00Z
    note: Ship it.
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lH
    -----END SSH SIGNATURE-----

    """

  private func file(_ text: String) throws(Diagnostic) -> ApprovalFile {
    try ApprovalFile(parsing: SourceText(path: "a.approval", text: text))
  }

  @Test("the design's example is read whole", arguments: [false, true])
  func example(isCRLF: Bool) throws {
    let file = try file(isCRLF ? Self.text.replacing("\n", with: "\r\n") : Self.text)
    #expect(file.record.draft == "cfo-pricing")
    #expect(file.record.number == 2)
    #expect(file.record.previous == Self.digest)
    #expect(file.record.meaning == .approves)
    #expect(file.record.method == .key)
    #expect(file.record.assets == [.init(path: "Drafts/media/a b.png", sha256: Self.digest)])
    #expect(file.record.signedAt.description == "2026-11-23T17:40:00Z")
    #expect(file.record.note == "Ship it.")
    #expect(Self.text.hasPrefix(String(decoding: file.signed, as: UTF8.self)))
    #expect(file.armor.starts(with: "-----BEGIN SSH SIGNATURE-----\nU1NI".utf8))
  }

  @Test("a mark that would combine with the blank before a value is part of the value")
  func combiningMark() throws {
    let file = try file(Self.text.replacing("name: Dana", with: "name: \u{301}Dana"))
    #expect(Array(file.record.name.utf8) == Array("\u{301}Dana Reyes".utf8))
  }

  @Test(
    "another spelling is refused at its line",
    arguments: [
      ("ghost approval v1", "ghost approval v2", 1), ("draft: ", "draft:  ", 3),
      ("role: cfo\n", "", 4), ("role: cfo\n", "role: cfo\nrole: cfo\n", 5),
      ("number: 2", "number: 02", 5), ("number: 2", "number: 0", 5), ("number: 2", "number: x", 5),
      ("previous: sha256:0a", "previous: sha256:0A", 6), ("previous: sha256", "previous: md5", 6),
      ("name: Dana", "name: Dana\u{202E}", 8), ("name: Dana", "name: \u{1B}[2JDana", 8),
      ("name: Dana Reyes", "name: Dana Reyes ", 8), ("name: Dana Reyes", "name: ", 8),
      ("meaning: approves for publication", "meaning: approves", 9),
      ("method: key", "method: telepathy", 10), ("method: key", "method: key\nunknown: 1", 11),
      (" sha256:\(digest)\nsigned-at", "\nsigned-at", 13), ("17:40:00Z", "17:40:00+01:00", 14),
      ("note: Ship it.", "note: Ship it.\nnote: twice", 16), ("note: Ship it.\n", "\n", 15),
      ("-----BEGIN SSH SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----", 19),
    ]
  )
  func refused(old: String, new: String, line: Int) throws {
    #expect(Self.text.contains(old))
    let changed = Self.text.replacing(old, with: new, maxReplacements: 1)
    let error = #expect(throws: Diagnostic.self) { try file(changed) }
    #expect(error?.code == "approval-malformed")
    #expect(error?.location?.line == line, "\(error?.message ?? "")")
  }
}
