import Diagnostics
import GhostKit
import Testing

@Suite struct UnansweredTKTests {
  private static func draft(status: String) -> String {
    MarkedDraft.frontMatter.replacing("format:", with: "status: \(status)\nformat:")
      + "[TK: how did churn change?]\n"
  }

  @Test func aDeclinedDraftIsNotAskedToBeFinished() throws {
    let run = try MarkedDraft.check(["Drafts/a.md": Self.draft(status: "declined")])
    #expect(run.diagnostics.isEmpty)
    #expect(run.tasks.isEmpty)
  }

  @Test(arguments: ["Declined", "declined soon", "ready"])
  func noOtherWordDeclinesIt(_ status: String) throws {
    let run = try MarkedDraft.check(["Drafts/a.md": Self.draft(status: status)])
    #expect(run.diagnostics.map(\.code) == ["tk-left"])
    #expect(run.tasks.map(\.text) == ["how did churn change?"])
  }

  @Test func frontMatterInDoubtDeclinesNothing() throws {
    let draft = Self.draft(status: "declined").replacing("format:", with: "due: soon\nformat:")
    let run = try MarkedDraft.check(["Drafts/a.md": draft])
    #expect(run.diagnostics.map(\.code).contains("tk-left"))
  }
}
