import Diagnostics
import Testing

@testable import GhostKit

@Suite struct ApprovalCheckTableTests {
  @Test("every way to fail has one page, under a code of its own")
  func pages() {
    let codes = ApprovalCheckTable.all.map(\.code)
    #expect(Set(codes) == Set(ApprovalFailure.allCases.map(\.code)))
    #expect(codes.count == ApprovalFailure.allCases.count)
    #expect(Set(codes).isDisjoint(with: CheckTable.all.map(\.code)))
    for page in ApprovalCheckTable.all {
      #expect(page.help.split(separator: " ").count > 15, "\(page.code.rawValue)")
    }
  }

  @Test("a policy cannot make light of any of them")
  func severities() throws {
    let rules = ApprovalFailure.allCases.map { "  \($0.rawValue): note\n" }.joined()
    let source = SourceText(path: "policy.yml", text: "workspace: acme\nrules:\n" + rules)
    var log = DiagnosticLog()
    let policy = try #require(Policy.read(source, log: &log))
    let severities = CheckTable.severities(policy)
    for failure in ApprovalFailure.allCases { #expect(severities[failure.code] == nil) }
  }
}
