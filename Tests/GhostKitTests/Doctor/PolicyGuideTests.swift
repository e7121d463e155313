import Diagnostics
import TestSupport
import Testing

@testable import GhostKit

/// The guide to the policy says what is so.
@Suite struct PolicyGuideTests {
  @Test("every example is a policy", arguments: PolicyGuide.examples.map(\.title))
  func examples(title: String) throws {
    let example = try #require(PolicyGuide.examples.first { $0.title == title })
    let text = PolicyGuide.head + "\n" + example.policy
    var log = DiagnosticLog()
    let policy = Policy.read(SourceText(path: Policy.path, bytes: Array(text.utf8)), log: &log)
    #expect(policy != nil)
    #expect(log.isEmpty, "\(log.diagnostics)")
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
