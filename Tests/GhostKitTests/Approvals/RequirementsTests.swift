import Diagnostics
import Markdown
import Testing

@testable import GhostKit

@Suite struct RequirementsTests {
  private static let policy = """
    workspace: acme
    roles:
      cfo: { name: Dana, principal: dana@acme.example }
      legal: { name: Sam, principal: sam@acme.example }
      ceo: { name: Eve, principal: eve@acme.example }
    methods: [key, witness]
    require:
      - when: { topic: guidance }
        approvals: [legal]
        methods: [key]
        expires: 14d
      - when: { tag: investors, exec: cfo }
        approvals: [ceo, legal]
        expires: 7d
        rewrap: void
      - when: { format: video }
        methods: [witness]
    """

  private func terms(_ changes: [String: String]) throws -> DraftTerms {
    let usual = ["exec": "cfo", "topic": "pricing", "format": "article", "tags": "[]"]
    let lines = usual.merging(changes) { $1 }.map { "\($0): \($1)\n" }.sorted().joined()
    let text = "---\ntitle: T\nbyline: B\n\(lines)---\nText.\n"
    let document = try Document(parsing: SourceText(path: "a.md", text: text))
    var log = DiagnosticLog()
    let metadata = try #require(Metadata.read(of: document, log: &log))
    #expect(log.isEmpty)
    return DraftTerms(metadata)
  }

  private func requirements(
    old: [[String: String]] = [],
    _ new: [String: String] = [:]
  ) throws -> Requirements {
    var log = DiagnosticLog()
    let source = SourceText(path: "policy.yml", text: Self.policy)
    let policy = try #require(Policy.read(source, log: &log))
    return Requirements(of: policy, old: try old.map(terms), new: try terms(new))
  }

  @Test("the executive approves always, whatever else is asked")
  func executive() throws {
    let plain = try requirements()
    #expect(plain.roles == ["cfo"])
    #expect(plain.methods == [.key, .witness])
    #expect(plain.expires == nil)
    #expect(plain.rewrap == .keep)
  }

  @Test("entries unite roles, intersect methods, and the stricter of them wins")
  func entries() throws {
    let both = try requirements(["topic": "guidance", "tags": "[x, investors]"])
    #expect(both.roles == ["cfo", "legal", "ceo"])
    #expect(both.methods == [.key])
    #expect(both.expires?.days == 7)
    #expect(both.rewrap == .void)
    #expect(try requirements(["topic": "guidance", "format": "video"]).methods.isEmpty)
    #expect(try requirements(["tags": "[investors]", "exec": "ceo"]).roles == ["ceo"])
  }

  @Test("what the draft was counts as well, and capitals are no way out")
  func shedding() throws {
    #expect(try requirements(old: [["topic": "guidance"]]).roles == ["cfo", "legal"])
    #expect(try requirements(old: [["exec": "ceo"]]).roles == ["cfo", "ceo"])
    #expect(
      try requirements(old: [["topic": "guidance", "status": "declined"]]).roles == [
        "cfo", "legal",
      ]
    )
    #expect(try requirements(["topic": "Guidance"]).roles == ["cfo", "legal"])
    #expect(try requirements(["tags": "[Investors]"]).roles == ["cfo", "ceo", "legal"])
  }

  @Test("a declined draft asks for nobody; only that word declines it")
  func declined() throws {
    #expect(try requirements(["topic": "guidance", "status": "declined"]).roles.isEmpty)
    #expect(try requirements(["status": "Declined"]).roles == ["cfo"])
    #expect(try requirements(["status": "open"]).roles == ["cfo"])
  }
}
