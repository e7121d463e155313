import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing
import YAML

@Suite struct ModelTests {
  @Test("a right workspace has no findings")
  func clean() throws {
    #expect(try SmallWorkspace().findings() == [])
  }

  @Test("the example company has no findings")
  func example() throws {
    let workspace = try Workspace(at: ProjectFolder.root.path)
    var log = DiagnosticLog()
    #expect(workspace.config(log: &log)?.organisation == "Meridian")
    #expect(workspace.policy(log: &log) != nil)
    let executives = workspace.executives(log: &log)
    #expect(!executives.isEmpty)
    for name in executives {
      #expect(workspace.executive(name.description, log: &log)?.slug == name)
    }
    let topics = workspace.topics(log: &log)
    #expect(!topics.isEmpty)
    for name in topics { #expect(workspace.topic(name.description, log: &log)?.slug == name) }
    #expect(log.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test("the config")
  func config() throws {
    var log = DiagnosticLog()
    let small = try SmallWorkspace()
    let config = try #require(small.workspace.config(log: &log))
    #expect(config.organisation == "Acme")
    #expect(config.site.url?.description == "https://acme.example/blog")
    #expect(config.goals.map(\.measure) == ["money"])
    #expect(config.preparedShare.value == 60)
    #expect(config.lang == .english)
    let short = try SmallWorkspace(replacing: [".ghost/config.yml": "organisation: Acme\n"])
    #expect(short.workspace.config(log: &log)?.preparedShare.value == 50)
    #expect(short.workspace.config(log: &log)?.lang == .english)
    #expect(log.isEmpty)
  }

  @Test("the policy")
  func policy() throws {
    var log = DiagnosticLog()
    let small = try SmallWorkspace()
    let policy = try #require(small.workspace.policy(log: &log))
    #expect(policy.workspace.description == "acme-blog")
    #expect(policy.roles.keys == ["cfo", "legal"])
    #expect(policy.roles["cfo"]?.principal.description == "dana@acme.example")
    #expect(policy.roles["cfo"]?.former.map(\.until).description == "[2026-03-31]")
    #expect(policy.owners.map(\.value.description) == ["legal"])
    #expect(policy.protected == ["main"])
    #expect(policy.rewrap == .void)
    #expect(policy.acceptedMethods == [.key, .review])
    #expect(policy.allow == [.rawHTML])
    let requirement = try #require(policy.require.first)
    #expect(requirement.location.line == 15)
    #expect(requirement.value.when.topic?.description == "guidance")
    #expect(requirement.value.when.tag == "investors")
    #expect(requirement.value.when.exec == nil)
    #expect(requirement.value.expires?.days == 14)
    #expect(requirement.value.methods?.value == [.key])
    #expect(requirement.value.rewrap == .void)
    #expect(policy.rules["tk-bare"]?.severity == .error)
  }

  @Test("a policy that says little accepts keys and keeps approvals over new line breaks")
  func policyDefaults() throws {
    var log = DiagnosticLog()
    let source = SourceText(path: "p.yml", text: "workspace: x\n")
    let policy = try #require(Policy.read(source, log: &log))
    #expect(policy.acceptedMethods == [.key])
    #expect(policy.rewrap == .keep)
    #expect(policy.allow.isEmpty && policy.require.isEmpty && policy.owners.isEmpty)
  }

  @Test("an executive without questions of their own is asked those for any")
  func parts() throws {
    var log = DiagnosticLog()
    let small = try SmallWorkspace()
    let topic = try #require(small.workspace.topic("pricing", log: &log))
    let cfo = topic.part(for: try #require(Slug("cfo")))
    #expect(cfo.whyYou == "You signed it.")
    #expect(cfo.questions.map(\.ask) == ["how did churn change?"])
    #expect(cfo.questions.map(\.words.value) == [50])
    let other = topic.part(for: try #require(Slug("ceo")))
    #expect(other.whyYou == nil)
    #expect(other.questions.map(\.ask) == ["what next?"])
    #expect(topic.text == "A complete text.\n")
    #expect(topic.proofPoints.map(\.location.line) == [12])
  }

  @Test(
    "dates of sources, as exactly as they are known",
    arguments: ["2026", "2026-09", "2026-09-30", "2024-02-29"]
  )
  func sourceDates(text: String) {
    #expect(SourceDate(text)?.description == text)
  }

  @Test(
    "no dates of sources",
    arguments: ["26", "2026-13", "2026-02-29", "2026-9", "Q3 2026", "2026-09-30T10:00:00Z", ""]
  )
  func noSourceDates(text: String) {
    #expect(SourceDate(text) == nil)
  }

  @Test(
    "addresses that may stand in a page, a mail and a trust root",
    arguments: [
      ("https://a.example", true), ("http://a.example/b?c=d#e", true), ("HTTPS://A.EXAMPLE", true),
      ("javascript:alert(1)", false), ("https://", false), ("https://a b", false),
      ("https://a>b", false), ("https://a\"b", false), ("//a.example", false), ("ftp://a", false),
      ("https://a\n", false), ("https://ä.example", true),
    ]
  )
  func webAddresses(text: String, isOne: Bool) {
    #expect((WebAddress(text) != nil) == isOne)
  }

  @Test(
    "principals match exactly, so patterns are none",
    arguments: [
      ("dana@acme.example", true), ("d.r+x@acme.example", true), ("*@acme.example", false),
      ("dana", false), ("a@b@c", false), ("@b", false), ("a@", false), ("a b@c", false),
      ("a@b,c@d", false), ("a@b\nBcc: x@y", false), ("!a@b", false), ("a?@b", false),
    ]
  )
  func emailAddresses(text: String, isOne: Bool) {
    #expect((EmailAddress(text) != nil) == isOne)
  }
}
