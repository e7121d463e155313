import Diagnostics
import Markdown
import TestSupport
import Testing

@testable import GhostKit

/// The guide to the policy says what is so.
@Suite struct PolicyGuideTests {
  private static func policy(_ example: PolicyGuide.Example) throws -> Policy {
    let text = PolicyGuide.head + "\n" + example.policy
    var log = DiagnosticLog()
    let policy = Policy.read(SourceText(path: Policy.path, bytes: Array(text.utf8)), log: &log)
    #expect(log.isEmpty, "\(log.diagnostics)")
    return try #require(policy)
  }

  @Test("every example is a policy, and asks what it says", arguments: PolicyGuide.examples)
  func examples(example: PolicyGuide.Example) throws {
    let policy = try Self.policy(example)
    guard let draft = example.draft else { return }
    let text = "---\n{ title: A, byline: B, \(draft) }\n---\nWords.\n"
    var log = DiagnosticLog()
    let document = try Document(parsing: SourceText(path: "a.md", bytes: Array(text.utf8)))
    let metadata = try #require(Metadata.read(of: document, log: &log))
    let found = Requirements(
      of: policy,
      naming: policy.people(profiles: []),
      new: DraftTerms(metadata)
    )
    let parts = [
      "the approval of " + found.roles.joined(separator: " and "),
      "by " + found.methods.map(\.rawValue).joined(separator: " or "),
      (found.expires.map { "for \($0.days) days" } ?? "for ever")
        + (found.rewrap == .keep ? "; a re-wrap keeps it" : "; a re-wrap voids it"),
    ]
    #expect(example.asks == parts.joined(separator: ", "))
  }

  @Test("every key of the file, of a rule and of a condition is in the guide")
  func completeness() {
    let text = PolicyGuide.text
    let keys = [
      "workspace", "roles", "owners", "protected", "rewrap", "methods", "allow", "require", "rules",
      "when", "approvals", "expires", "topic", "exec", "format", "tag",
    ]
    for key in keys { #expect(text.contains("\(key):"), "\(key)") }
    for word in ["raw-html", "remote-images", "self-witness", "key", "witness", "review", "email"] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
