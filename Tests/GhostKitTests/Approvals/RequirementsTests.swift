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
    let usual = [
      "byline": "B", "exec": "cfo", "topic": "pricing", "format": "article", "tags": "[]",
    ]
    let lines = usual.merging(changes) { $1 }.map { "\($0): \($1)\n" }.sorted().joined()
    let text = "---\ntitle: T\n\(lines)---\nText.\n"
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
    var profile = Executive()
    (profile.slug, profile.name) = (try #require(Slug("cto")), "王伟")
    // What the policy says of a role stands above the profile.
    var other = profile
    (other.slug, other.name) = (try #require(Slug("legal")), "Dana")
    return Requirements(
      of: policy,
      naming: policy.people(profiles: [profile, other]),
      old: try old.map(terms),
      new: try terms(new)
    )
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

  @Test(
    "whom the byline names approves too, once",
    arguments: [
      ("Dana, CFO", ["cfo"]), ("Sam, General Counsel", ["cfo", "legal"]),
      ("dana and SAM.", ["cfo", "legal"]), ("Dana Samson, Evelyn", ["cfo"]),
      ("\"Eve\" (CEO) with Sam", ["cfo", "legal", "ceo"]), ("首席技术官王伟", ["cfo", "cto"]),
      ("S\u{430}m", ["cfo", "legal"]), ("S\u{200B}am", ["cfo", "legal"]),
      ("𝐒am", ["cfo", "legal"]), ("𝓈𝒶𝓂 and ℰve", ["cfo", "legal", "ceo"]),
      ("Ｓａｍ", ["cfo", "legal"]), ("Ⓢⓐⓜ", ["cfo", "legal"]), ("S**a**m", ["cfo", "legal"]),
      ("_Sam_", ["cfo", "legal"]), ("Sams, 𝐒", ["cfo"]),
      // Letters of other scripts, compatibility forms, and a blank without a shape.
      ("\u{13DA}am", ["cfo", "legal"]), ("\u{A4E2}am", ["cfo", "legal"]),
      ("S\u{251}m", ["cfo", "legal"]), ("Sa\u{217F}", ["cfo", "legal"]),
      ("S\u{1D43}m", ["cfo", "legal"]), ("\u{2174}ictor, E\u{2174}e", ["cfo", "ceo"]),
      ("🅂🄰🄼", ["cfo", "legal"]), ("ꜱᴀᴍ", ["cfo", "legal"]), ("⒮am", ["cfo", "legal"]),
      ("S\u{2800}am", ["cfo", "legal"]), ("S-a-m", ["cfo", "legal"]), ("5am", ["cfo"]),
      ("Sam\u{B9} and Eve2", ["cfo", "legal", "ceo"]), ("S\u{FFF9}am", ["cfo", "legal"]),
      // What a page makes of Markdown and HTML.
      ("&#83;am", ["cfo", "legal"]), ("&#x0000053;am", ["cfo", "legal"]),
      ("by&nbsp;Sam", ["cfo", "legal"]), ("by&nbspSam", ["cfo", "legal"]),
      ("S<wbr>am", ["cfo", "legal"]), ("by<br>S<i>am</i>", ["cfo", "legal"]),
      ("S<!-- > -->am", ["cfo", "legal"]), ("S&ordf;m", ["cfo", "legal"]),
      ("[S](/x)am", ["cfo", "legal"]), ("S\\am", ["cfo", "legal"]),
      ("Dana&*S*am", ["cfo", "legal"]), ("Dana < Sam > Eve", ["cfo", "legal", "ceo"]),
      // Other names.
      ("Samuel, Samantha and Steve", ["cfo"]), ("Same&shy;r", ["cfo"]), ("Adam S", ["cfo"]),
    ]
  )
  func byline(text: String, expected: [String]) throws {
    #expect(try requirements(["byline": "'\(text)'"]).roles == expected)
    #expect(try requirements(old: [["byline": "'\(text)'"]]).roles == expected)
  }

  @Test("a person with two roles approves once for a byline")
  func twoRoles() throws {
    let people = ["chair", "ceo"].map { Byline.Person(role: $0, name: "Eve Black") }
    var log = DiagnosticLog()
    let source = SourceText(path: "policy.yml", text: Self.policy)
    let policy = try #require(Policy.read(source, log: &log))
    for (exec, expected) in [("ceo", ["ceo"]), ("cfo", ["cfo", "chair"])] {
      let terms = try terms(["exec": exec, "byline": "Eve Black"])
      #expect(Requirements(of: policy, naming: people, new: terms).roles == expected)
    }
  }

  @Test(
    "blanks around a tag, and what nobody sees in it, are no way out",
    arguments: [
      "[\"investors \"]", "[\"\\tinvestors\"]", "[\"in\\u200Bvestors\"]", "[\"investors\\u00A0\"]",
      "[\"INVESTORS\\u3000\"]", "[\"\\u2800investors\\u2060\"]",
    ]
  )
  func tags(tags: String) throws {
    #expect(try requirements(["tags": tags]).roles == ["cfo", "ceo", "legal"])
  }

  @Test("a declined draft asks for nobody; only that word declines it")
  func declined() throws {
    #expect(try requirements(["topic": "guidance", "status": "declined"]).roles.isEmpty)
    #expect(try requirements(["status": "Declined"]).roles == ["cfo"])
    #expect(try requirements(["status": "open"]).roles == ["cfo"])
  }
}
