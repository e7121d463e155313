import Diagnostics
import TestSupport
import Testing

@testable import GhostKit

@Suite struct ApprovalFolderTests {
  @Test(
    "a name has one spelling",
    arguments: [
      "", ".approval", "a.b.approval", "a.b.0.approval", "a.b.01.approval", "a.b.+1.approval",
      "a.b.-1.approval", "a.b.100000.approval", "a.b.1.Approval", "a.b.1.approval.bak",
      "a.b.1.approval\n", "A.b.1.approval", "a.B.1.approval", "a..1.approval", "a.b.١.approval",
      "a/c.b.1.approval", "a.b.c.1.approval", "-a.b.1.approval", "a.b.1 .approval",
      "a.b.99999999999999999999.approval",
    ]
  )
  func refused(name: String) {
    #expect(ApprovalName(fileName: name) == nil)
  }

  @Test("a folder's chains come in their order, and the rest apart")
  func listing() throws {
    let folder = try TemporaryFolder()
    let names = ["b.cfo.1.approval", "a.cfo.10.approval", "a.cfo.9.approval", "a.ceo.1.approval"]
    for name in names + ["a.cfo.03.approval", "notes.txt", "evidence/mail.eml"] {
      try folder.write("", to: "Drafts/approvals/" + name)
    }
    let store = try FileStore(root: folder.path)
    let approvals = try ApprovalFolder(in: store)
    #expect(
      approvals.names.map(\.fileName)
        == ["a.ceo.1.approval", "a.cfo.9.approval", "a.cfo.10.approval", "b.cfo.1.approval"]
    )
    #expect(approvals.strays.map(\.name) == ["a.cfo.03.approval", "evidence", "notes.txt"])
    let draft = try #require(Slug("a"))
    let role = try #require(Slug("cfo"))
    #expect(approvals.chain(of: draft, as: role).map(\.number) == [9, 10])
    #expect(try ApprovalFolder("Drafts/none", in: store).names.isEmpty)
  }
}
