import Diagnostics
import TestSupport
import Testing

@testable import GhostKit

/// Each thing that can keep a rule from being met is found, and nothing is found where all is well.
@Suite struct DoctorTests {
  private static let keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMuNsTB9jtInlS7Ux990hcRpcezi4+qujYzvM0XN+Hzj",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMwLwDlxvwDNsVXOcZPVM+dK2rwncWstsXXdmq/5fn7j",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDfUMgkMhaY9/+kJk5+YWdLtEX/KQuHUA/zdVQulP5LS",
  ]
  private static let own = #"namespaces="ghost-approval""#
  private static let dana = "dana@acme.example \(own) \(keys[0])\n"
  private static let sam = "sam@acme.example \(own) \(keys[1])\n"

  /// A workspace in which everything is as it should be, below a repository's root.
  private static let whole = [
    ".ghost/policy.yml": """
    workspace: acme-blog
    roles:
      cfo: { name: Dana Reyes, principal: dana@acme.example }
      legal: { name: Sam Okafor, principal: sam@acme.example }
    owners: [legal]
    protected: [main]
    require:
      - when: { topic: guidance, exec: cfo, format: article }
        approvals: [legal]
    """,
    ".ghost/allowed_signers": dana + sam,
    ".gitattributes": "Drafts/approvals/** text eol=lf\n",
    ".github/CODEOWNERS": "/.ghost/ @sokafor\n",
    ".github/workflows/ghost.yml": "name: ghost\n",
    "Templates/execs/cfo.yml": "name: Dana Reyes\ntitle: CFO\nemail: dana@acme.example\n",
    "Templates/topics/guidance.yml": "title: Guidance\naudience: All\nangle: Once a year\n",
    "Templates/article.md": "---\n",
  ]

  /// 2026-11-18T11:06:40Z.
  private static let now = 1_795_000_000

  /// Puts files in the place of others, an empty text in that of a file that is not to be there.
  private static func run(_ replaced: [String: String]) throws -> DoctorRun {
    let repository = try GitFolder()
    for (path, text) in whole.merging(replaced, uniquingKeysWith: { $1 }) where !text.isEmpty {
      try repository.write(text, to: path)
    }
    try repository.commit()
    return DoctorRun(
      of: try Workspace(at: repository.path),
      clock: .fixed(now),
      variables: repository.environment
    )
  }

  private static func findings(_ replaced: [String: String] = [:]) throws -> [String] {
    try run(replaced).diagnostics.map { diagnostic in
      let line = diagnostic.location.map { "\($0.path):\($0.line) " } ?? ""
      return line + diagnostic.code.rawValue
    }
  }

  private static func policy(_ changes: (String, String)...) -> [String: String] {
    var text = whole[".ghost/policy.yml", default: ""]
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return [".ghost/policy.yml": text]
  }

  @Test("nothing is found where all is well")
  func nothing() throws { #expect(try Self.findings() == []) }

  @Test("keys that do not count today are told, and which role they leave without one")
  func liveKeys() throws {
    let path = ".ghost/allowed_signers"
    #expect(
      try Self.findings([path: Self.dana])
        == [".ghost/policy.yml:4 role-without-key", ".ghost/policy.yml:4 trust-root-unguarded"]
    )
    let withSam = { (line: String) in try Self.findings([path: line + "\n" + Self.sam]) }
    let lost = [".ghost/policy.yml:3 role-without-key"]
    for options in [
      #"namespaces="ghost-witness""#, #"namespaces="ghost-approval",valid-before="20260101Z""#,
      #"namespaces="ghost-approval",valid-after="20270101Z""#,
    ] {
      #expect(try withSam("dana@acme.example \(options) \(Self.keys[0])") == lost, "\(options)")
    }
    #expect(
      try withSam("Dana@acme.example \(Self.own) \(Self.keys[0])")
        == [".ghost/allowed_signers:1 key-of-nobody"] + lost
    )
    // 2026-12-18T11:06:40Z is thirty days later.
    let until = { (day: String) in
      #"dana@acme.example \#(Self.own),valid-before="\#(day)Z" \#(Self.keys[0])"#
    }
    #expect(try withSam(until("20261217")) == [".ghost/allowed_signers:1 key-expires-soon"])
    #expect(try withSam(until("20261220")) == [])
    // Another key counts longer.
    #expect(
      try Self.findings([
        path: until("20261217") + "\ndana@acme.example \(Self.own) \(Self.keys[2])\n" + Self.sam
      ]) == []
    )
  }

  @Test("owners without a key guard nothing, and owners whose keys ran out lock the trust root")
  func owners() throws {
    let message = { (options: String) in
      let line = "sam@acme.example \(options) \(Self.keys[1])\n"
      return try Self.run([".ghost/allowed_signers": Self.dana + line]).diagnostics
        .first { $0.code == "trust-root-unguarded" }?.message
    }
    let locked =
      "nobody can approve a change of the trust root: no owner has a key that counts today"
    #expect(try message(Self.own) == nil)
    #expect(
      try message(#"namespaces="git""#) == "nobody guards the trust root: no owner has a key"
    )
    #expect(try message(Self.own + #",valid-before="20260101Z""#) == locked)
    #expect(try message(Self.own + #",valid-after="20270101Z""#) == locked)
  }

  @Test("an owner's last key is watched, be the role asked for by a rule or not")
  func ownersKeys() throws {
    var files = Self.policy(
      (
        "require:\n  - when: { topic: guidance, exec: cfo, format: article }\n    approvals: [legal]",
        ""
      )
    )
    let options = Self.own + #",valid-before="20261217Z""#
    files[".ghost/allowed_signers"] = Self.dana + "sam@acme.example \(options) \(Self.keys[1])\n"
    #expect(try Self.findings(files) == [".ghost/allowed_signers:2 key-expires-soon"])
  }

  @Test(
    "whatever could make a line mean more than it says is an error, and nobody has a key then",
    arguments: [
      ("*@acme.example \(own) \(keys[0])", "signers.pattern"),
      ("!dana@acme.example \(own) \(keys[0])", "signers.pattern"),
      ("dana@acme.example cert-authority \(keys[0])", "signers.cert-authority"),
      ("dana@acme.example \(own) \(keys[1])", "signers.shared-key"),
      (
        #"dana@acme.example \#(own),valid-before="20300101" \#(keys[0])"#, "signers.local-time"
      ),
    ]
  )
  func strictness(line: String, code: String) throws {
    let found = try Self.findings([".ghost/allowed_signers": line + "\n" + Self.sam])
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(" " + code) == true, "\(found)")
    #expect(DoctorTable.pages.contains { $0.code.rawValue == code })
  }

  @Test(
    "each fault of the policy is found at its place",
    arguments: [
      ("  cfo: {", "  ceo: {", ["Templates/execs/cfo.yml:0 exec-without-role"]),
      ("topic: guidance", "topic: guidence", [".ghost/policy.yml:8 rule-unknown-name"]),
      ("exec: cfo", "exec: cof", [".ghost/policy.yml:8 rule-unknown-name"]),
      ("format: article", "format: artikel", [".ghost/policy.yml:8 rule-unknown-name"]),
      ("name: Dana Reyes", "name: Dana Rayes", [".ghost/policy.yml:3 profile-disagrees"]),
      ("owners: [legal]", "owners: []", [".ghost/policy.yml:0 trust-root-unguarded"]),
      ("protected: [main]", "protected: []", [".ghost/policy.yml:0 no-protected-branch"]),
      (
        "protected: [main]", "protected: [mian]", [".ghost/policy.yml:0 protected-branch-missing"]
      ),
      (
        "protected:", "methods: [key, witness]\nprotected:",
        [".ghost/policy.yml:6 method-without-key"]
      ),
      (
        "protected:", "methods: [key, email]\nprotected:",
        [".ghost/policy.yml:6 method-without-key"]
      ),
      (
        "approvals: [legal]", "approvals: [legal]\n    methods: [witness]",
        [".ghost/policy.yml:8 rule-without-method"]
      ),
    ]
  )
  func faults(old: String, new: String, expected: [String]) throws {
    #expect(try Self.findings(Self.policy((old, new))) == expected)
  }

  @Test("rules that leave no method together, or one that nobody has a key for")
  func methods() throws {
    let witness = #"pat@acme.example namespaces="ghost-witness" \#(Self.keys[2])"# + "\n"
    var files = Self.policy(
      ("protected:", "methods: [key, witness]\nprotected:"),
      (
        "approvals: [legal]",
        "approvals: [legal]\n    methods: [key]\n  - when: { exec: cfo }\n    methods: [witness]\n"
          + "  - when: { topic: other-one }\n    methods: [witness]"
      )
    )
    files[".ghost/allowed_signers"] = Self.dana + Self.sam + witness
    files["Templates/topics/other-one.yml"] = Self.whole["Templates/topics/guidance.yml"]
    #expect(try Self.findings(files) == [".ghost/policy.yml:12 rule-without-method"])

    // Sam can be witnessed, and has no key of their own.
    files = Self.policy(
      ("owners: [legal]", "owners: [cfo]"),
      ("protected:", "methods: [key, witness]\nprotected:"),
      ("approvals: [legal]", "approvals: [legal]\n    methods: [key]")
    )
    files[".ghost/allowed_signers"] = Self.dana + witness
    #expect(try Self.findings(files) == [".ghost/policy.yml:9 rule-unmet"])
    // Nobody witnesses for themself, whatever the policy allows.
    for allowed in ["[]", "[self-witness]"] {
      files = Self.policy(("protected:", "methods: [witness]\nallow: \(allowed)\nprotected:"))
      files[".ghost/allowed_signers"] =
        Self.sam + #"sam@acme.example namespaces="ghost-witness" \#(Self.keys[2])"# + "\n"
      #expect(try Self.findings(files) == [".ghost/policy.yml:4 role-without-key"])
    }
    // A reply cannot be verified yet.
    files = Self.policy(("protected:", "methods: [email]\nprotected:"))
    files[".ghost/allowed_signers"] = Self.dana + Self.sam + witness
    #expect(
      try Self.findings(files) == [
        ".ghost/policy.yml:3 role-without-key", ".ghost/policy.yml:4 role-without-key",
        ".ghost/policy.yml:6 method-without-key",
      ]
    )
  }

  @Test("people with two roles, two addresses or two names")
  func people() throws {
    let third = { (holder: String) in
      Self.policy(("owners:", "  cso: { \(holder) }\nowners:"))
    }
    let place = ".ghost/policy.yml:5 "
    #expect(
      try Self.findings(third("name: Sam Okafor, principal: sam@acme.example"))
        == [place + "roles-of-one-person"]
    )
    #expect(
      try Self.findings(third("name: Sam Okafor, principal: sam@other.example"))
        == [place + "person-of-two-principals"]
    )
    #expect(
      Set(try Self.findings(third("name: Sam O., principal: sam@acme.example")))
        == [place + "roles-of-one-person", place + "person-of-two-principals"]
    )
  }

  @Test("who left has a last day that is past, and a key that ends")
  func former() throws {
    let ivo = { (until: String, principal: String) in
      Self.policy(
        (
          "dana@acme.example }",
          "dana@acme.example,\n    former: [{ name: Ivo, principal: \(principal), until: \(until) }] }"
        )
      )
    }
    let place = ".ghost/policy.yml:3 "
    #expect(try Self.findings(ivo("2026-11-17", "ivo@acme.example")) == [])
    #expect(
      try Self.findings(ivo("2026-11-18", "ivo@acme.example")) == [place + "former-not-past"]
    )
    #expect(
      try Self.findings(ivo("2026-03-31", "dana@acme.example")) == [place + "former-not-past"]
    )
    var files = ivo("2026-03-31", "ivo@acme.example")
    let key = Self.dana + Self.sam + "ivo@acme.example \(Self.own)"
    files[".ghost/allowed_signers"] = key + " \(Self.keys[2])\n"
    #expect(
      try Self.findings(files) == [".ghost/allowed_signers:3 former-key-without-end"]
    )
    files[".ghost/allowed_signers"] = key + #",valid-before="20260401Z" \#(Self.keys[2])"# + "\n"
    #expect(try Self.findings(files) == [])
  }

  @Test("what guards the check itself")
  func surroundings() throws {
    #expect(
      try Self.findings([".gitattributes": ""]) == [".gitattributes:0 approval-line-ends"]
    )
    for line in ["*.approval -text", "* text eol=lf"] {
      #expect(try Self.findings([".gitattributes": line + "\n"]) == [], "\(line)")
    }
    #expect(try Self.findings([".github/CODEOWNERS": ""]) == ["codeowners-missing"])
    #expect(
      try Self.findings([".github/CODEOWNERS": "# /.ghost/ @ACCOUNT\n"]) == ["codeowners-missing"]
    )
    #expect(
      try Self.findings([".github/workflows/ghost.yml": ""]) == ["merge-check-missing"]
    )
    // pre-commit's hooks can be skipped by each author.
    let hook = "repos:\n  - repo: https://x.example/ghost\n    hooks: [{ id: ghost-check }]\n"
    let reminder = [".github/workflows/ghost.yml": "", ".pre-commit-config.yaml": hook]
    #expect(try Self.findings(reminder) == ["merge-check-missing"])
  }

  @Test("without a repository, and without git or ssh-keygen")
  func tools() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.whole { try folder.write(text, to: path) }
    let run = { (variables: [String: String]) in
      DoctorRun(of: try Workspace(at: folder.path), clock: .fixed(Self.now), variables: variables)
        .diagnostics
    }
    let search = try GitFolder().environment
    #expect(try run(search).map(\.code.rawValue) == ["no-repository"])
    let missing = try run(["PATH": folder.path])
    #expect(missing.map(\.cause) == [.environment, .environment])
  }

  @Test("every question has a page of its own, and every page an example or an advice")
  func pages() {
    let codes = DoctorTable.pages.map(\.code.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isDisjoint(with: CheckTable.all.map(\.code.rawValue)))
    for page in DoctorTable.pages {
      #expect(page.summary.first?.isUppercase == false && page.summary.last != ".")
      #expect(page.help.count > 80, "\(page.code.rawValue)")
    }
  }
}
