import Diagnostics
import SSHSig
import Testing

@testable import GhostKit

@Suite struct GateTests {
  private static let draft = """
    ---
    title: T
    byline: Dana Reyes, CFO
    exec: cfo
    topic: pricing
    format: article
    ---
    Text.

    """

  private func run(_ files: [String: String]) throws -> (Gate, CheckRun) {
    let small = try SmallWorkspace(replacing: files)
    let gate = try Gate.workingTree(small.workspace, variables: [:], now: Timestamp(seconds: 1))
    return (gate, try CheckRun(of: small.workspace, selection: [], gate: gate, variables: [:]))
  }

  @Test("libcrypto is not started where there is no approval")
  func noCrypto() throws {
    let (gate, run) = try run(["Drafts/cfo-pricing.md": Self.draft])
    let judge = try #require(gate.judge)
    #expect(judge.tools == nil)
    // Nobody has a key in this workspace.
    #expect(run.diagnostics.map(\.code.rawValue) == ["unmet-rule"])
    #expect(run.judgements.map(\.state) == [.notApproved])
  }

  @Test("an open question is asked before an approval is")
  func unfinished() throws {
    let draft = Self.draft.replacing("Text.", with: "[TK: why? ~5 words]")
    let (_, run) = try run(["Drafts/cfo-pricing.md": draft])
    #expect(run.diagnostics.map(\.code.rawValue) == ["tk-left"])
    #expect(run.judgements.map(\.state) == [.notApproved])
  }

  @Test("what belongs to no draft is pointed out")
  func strays() throws {
    let (_, run) = try run([
      "Drafts/approvals/cfo-gone.cfo.1.approval": "x\n", "Drafts/approvals/odd.txt": "x\n",
      "Drafts/approvals/evidence/mail.eml": "x\n", "Drafts/approvals/.gitkeep": "",
    ])
    #expect(
      run.diagnostics.map { "\($0.location?.path ?? "") \($0.severity) \($0.code.rawValue)" } == [
        "Drafts/approvals/cfo-gone.cfo.1.approval warning stray-approval",
        "Drafts/approvals/odd.txt warning stray-approval",
      ]
    )
  }

  @Test("a state is the worst that a role's approval came to")
  func states() {
    func outcome(_ failure: ApprovalFailure) -> DraftJudgement.Outcome {
      .init(role: "cfo", person: "Dana", verdict: .refused(failure, .refused(failure, "x")))
    }
    func state(_ failures: [ApprovalFailure]) -> DraftJudgement.State {
      DraftJudgement(path: "a.md", outcomes: failures.map(outcome), isDeclined: false).state
    }
    #expect(state([.notApproved]) == .notApproved)
    #expect(state([.notApproved, .changed]) == .changed)
    #expect(state([.assetChanged]) == .changed)
    #expect(state([.revoked, .notApproved]) == .revoked)
    #expect(state([.expired]) == .expired)
    #expect(state([.badSignature]) == .invalid)
    #expect(DraftJudgement(path: "a.md", outcomes: [], isDeclined: true).state == .declined)
  }
}
