import Diagnostics
import GhostKit
import TestSupport
import Testing

/// A hundred files that people spoil, each with the findings that it must give and no others.
@Suite struct MalformedTests {
  private static let config = ".ghost/config.yml"
  private static let policy = ".ghost/policy.yml"
  private static let executive = "Templates/execs/cfo.yml"
  private static let topic = "Templates/topics/pricing.yml"

  private func findings(_ path: String, _ text: String) throws -> [String] {
    try SmallWorkspace(replacing: [path: text]).findings().map {
      $0.hasPrefix(path + ":") ? String($0.dropFirst(path.count + 1)) : $0
    }
  }

  @Test(
    "configurations",
    arguments: [
      ("", ["1:1 yaml.missing-key"]),
      ("# nothing\n", ["2:1 yaml.missing-key"]),
      ("organisation:\n", ["1:14 yaml.missing-value"]),
      ("organisation: ' '\n", ["1:15 yaml.missing-value"]),
      ("organisation: [A]\n", ["1:15 yaml.wrong-type"]),
      ("organization: A\n", ["1:1 yaml.unknown-key", "1:1 yaml.missing-key"]),
      ("organisation: A\norganisation: B\n", ["2:1 yaml.duplicate-key"]),
      ("organisation: A: B\n", ["1:16 yaml.syntax"]),
      ("organisation: 'A\n", ["1:15 yaml.syntax"]),
      ("organisation: A\n\tlang: en\n", ["2:1 yaml.syntax"]),
      ("organisation: A\nlang: english\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nlang: ../de\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nlang: [en]\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nsite: https://a.example\n", ["2:7 yaml.wrong-type"]),
      ("organisation: A\nsite:\n  url: a.example\n", ["3:8 yaml.wrong-type"]),
      ("organisation: A\nsite:\n  url: javascript:x\n", ["3:8 yaml.wrong-type"]),
      ("organisation: A\nsite: {uri: 'https://a'}\n", ["2:8 yaml.unknown-key"]),
      ("organisation: A\nprepared-share: half\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared-share: 100\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared-share: -1\n", ["2:17 yaml.wrong-type"]),
      ("organisation: A\nprepared_share: 60\n", ["2:1 yaml.unknown-key"]),
      ("organisation: A\ngoals: sell\n", ["2:8 yaml.wrong-type"]),
      ("organisation: A\ngoals:\n  - sell\n", ["3:5 yaml.wrong-type"]),
      ("organisation: A\ngoals:\n  - goal: sell\n", ["3:5 yaml.missing-key"]),
      ("- organisation\n", ["1:1 yaml.wrong-type"]),
      ("organisation\n", ["1:1 yaml.wrong-type"]),
      ("organisation: A\n---\nlang: en\n", ["2:1 yaml.several-documents"]),
      ("organisation: A\u{7}\n", ["1:16 yaml.unreadable"]),
      ("organisation: *name\n", ["1:15 yaml.unknown-alias"]),
      ("organisation: {{ name }}\n", ["1:16 yaml.key-no-text", "1:15 yaml.wrong-type"]),
      (
        "организация: A\nlang: xyzw\n",
        ["1:1 yaml.unknown-key", "2:7 yaml.wrong-type", "1:1 yaml.missing-key"]
      ),
    ]
  )
  func configs(text: String, found: [String]) throws {
    let actual = try findings(Self.config, text)
    #expect(actual == found)
  }

  @Test(
    "policies",
    arguments: [
      ("roles: {}\n", ["1:1 yaml.missing-key"]),
      ("workspace: My Blog\n", ["1:12 yaml.wrong-type"]),
      ("workspace: ../x\n", ["1:12 yaml.wrong-type"]),
      ("workspace: x\nrole: {}\n", ["2:1 yaml.unknown-key"]),
      ("workspace: x\nroles: [cfo]\n", ["2:8 yaml.wrong-type"]),
      ("workspace: x\nroles:\n  cfo: Dana\n", ["3:8 yaml.wrong-type"]),
      ("workspace: x\nroles:\n  cfo: { name: D }\n", ["3:8 yaml.missing-key"]),
      ("workspace: x\nroles:\n  cfo: { name: D, principal: '*@a' }\n", ["3:30 yaml.wrong-type"]),
      ("workspace: x\nroles:\n  cfo: { name: D, principal: d }\n", ["3:30 yaml.wrong-type"]),
      ("workspace: x\nroles:\n  CFO: { name: D, principal: d@a.b }\n", ["3:3 policy-role-name"]),
      (
        "workspace: x\nroles:\n  cfo: { name: D, principal: d@a.b, mail: e }\n",
        ["3:37 yaml.unknown-key"]
      ),
      (
        "workspace: x\nroles:\n  a: { name: D, principal: d@a.b }\n  a: { name: E, principal: e@a.b }\n",
        ["4:3 yaml.duplicate-key"]
      ),
      (
        "workspace: x\nroles:\n  a:\n    name: D\n    principal: d@a.b\n    former: [{ name: E, principal: e@a.b }]\n",
        ["6:14 yaml.missing-key"]
      ),
      (
        "workspace: x\nroles:\n  a:\n    name: D\n    principal: d@a.b\n    former:\n      - { name: E, principal: e@a.b, until: 2026-02-30 }\n",
        ["7:45 yaml.wrong-type"]
      ),
      ("workspace: x\nowners: [legal]\n", ["2:10 policy-unknown-role"]),
      ("workspace: x\nowners: legal\n", ["2:9 yaml.wrong-type"]),
      ("workspace: x\nrewrap: maybe\n", ["2:9 yaml.unknown-word"]),
      ("workspace: x\nrewrap: true\n", ["2:9 yaml.unknown-word"]),
      ("workspace: x\nmethods: [keys]\n", ["2:11 yaml.unknown-word"]),
      ("workspace: x\nmethods: []\n", ["2:10 policy-no-method"]),
      ("workspace: x\nmethods: key\n", ["2:10 yaml.wrong-type"]),
      ("workspace: x\nallow: [html]\n", ["2:9 yaml.unknown-word"]),
      ("workspace: x\nrequire: { when: {} }\n", ["2:10 yaml.wrong-type"]),
      ("workspace: x\nrequire:\n  - approvals: []\n", ["3:5 yaml.missing-key"]),
      ("workspace: x\nrequire:\n  - when: { topic: a }\n", ["3:5 policy-asks-nothing"]),
      (
        "workspace: x\nrequire:\n  - when: { topik: a }\n    rewrap: void\n",
        ["3:13 yaml.unknown-key"]
      ),
      (
        "workspace: x\nrequire:\n  - when: { topic: A b }\n    rewrap: void\n",
        ["3:20 yaml.wrong-type"]
      ),
      (
        "workspace: x\nrequire:\n  - when: {}\n    approvals: [lgeal]\n",
        ["4:17 policy-unknown-role"]
      ),
      ("workspace: x\nrequire:\n  - when: {}\n    methods: []\n", ["4:14 policy-no-method"]),
      ("workspace: x\nrequire:\n  - when: {}\n    expires: 14\n", ["4:14 yaml.wrong-type"]),
      ("workspace: x\nrequire:\n  - when: {}\n    expires: 0d\n", ["4:14 yaml.wrong-type"]),
      ("workspace: x\nrequire:\n  - when: {}\n    expires: 2w\n", ["4:14 yaml.wrong-type"]),
      (
        "workspace: x\nrequire:\n  - when: {}\n    expire: 2d\n    rewrap: void\n",
        ["4:5 yaml.unknown-key"]
      ),
      ("workspace: x\nrules: { tk-left: fatal }\n", ["2:19 yaml.unknown-word"]),
      ("workspace: x\nrules: [tk-left]\n", ["2:8 yaml.wrong-type"]),
      ("workspace: x\nprotected: main\n", ["2:12 yaml.wrong-type"]),
    ]
  )
  func policies(text: String, found: [String]) throws {
    let actual = try findings(Self.policy, text)
    #expect(actual == found)
  }

  private static let person = "name: D\ntitle: CFO\nemail: d@a.b\n"

  @Test(
    "profiles",
    arguments: [
      ("", ["1:1 yaml.missing-key", "1:1 yaml.missing-key", "1:1 yaml.missing-key"]),
      ("name: D\ntitle: CFO\n", ["1:1 yaml.missing-key"]),
      ("name: D\ntitle: CFO\nemail: d\n", ["3:8 yaml.wrong-type"]),
      ("name: D\ntitle: CFO\nemail: d@a.b, e@a.b\n", ["3:8 yaml.wrong-type"]),
      ("name: \"D\ntitle: CFO\n", ["1:7 yaml.syntax"]),
      ("name: @D\n", ["1:7 yaml.syntax"]),
      (person + "voice: dry\n", ["4:8 yaml.wrong-type"]),
      (person + "voice:\n  tone: [dry]\n", ["5:9 yaml.wrong-type"]),
      (person + "voice:\n  opening: [x]\n", ["5:3 yaml.unknown-key"]),
      (person + "voice:\n  openings: x\n", ["5:13 yaml.wrong-type"]),
      (person + "voice:\n  openings:\n    - x\n    -\n", ["7:6 yaml.missing-value"]),
      (person + "voice:\n  openings:\n    - Be brief: always\n", ["6:7 yaml.wrong-type"]),
      (person + "voice:\n  replace: [use]\n", ["5:12 yaml.wrong-type"]),
      (person + "formats:\n  like: [article]\n", ["5:3 yaml.unknown-key"]),
      (person + "formats:\n  likes: [articel]\n", ["5:11 unknown-reference"]),
      (person + "formats:\n  likes: [../x]\n", ["5:11 yaml.wrong-type"]),
      (person + "rivals: Piet\n", ["4:9 yaml.wrong-type"]),
      (person + "rivals:\n  - title: x\n", ["5:5 yaml.missing-key"]),
      (person + "rivals:\n  - name: P\n    url: corvid.example\n", ["6:10 yaml.wrong-type"]),
      (person + "rivals:\n  - name: P\n    date: 31.12.2026\n", ["6:11 yaml.wrong-type"]),
      (person + "rivals:\n  - name: P\n   date: 2026\n", ["6:4 yaml.syntax"]),
      (person + "github: {a: b}\n", ["4:9 yaml.wrong-type"]),
      (person + "lang: de_DE\n", ["4:7 yaml.wrong-type"]),
      (person + "phone: 1\n", ["4:1 yaml.unknown-key"]),
    ]
  )
  func profiles(text: String, found: [String]) throws {
    let actual = try findings(Self.executive, text)
    #expect(actual == found)
  }

  private static let brief = "title: x\naudience: y\nangle: z\n"

  @Test(
    "briefs",
    arguments: [
      ("title: x\n", ["1:1 yaml.missing-key", "1:1 yaml.missing-key"]),
      ("title: Why: because\naudience: y\nangle: z\n", ["1:11 yaml.syntax"]),
      ("title: *Why*\naudience: y\nangle: z\n", ["1:8 yaml.syntax"]),
      ("title: x\naudience: y\nangel: z\n", ["3:1 yaml.unknown-key", "1:1 yaml.missing-key"]),
      ("title: x\naudience: y\nangle: ~\n", ["3:8 yaml.missing-value"]),
      (brief + "tags: pricing\n", ["4:7 yaml.wrong-type"]),
      (brief + "tags: [a, [b]]\n", ["4:11 yaml.wrong-type"]),
      (brief + "tags: [a, b\n", ["4:7 yaml.syntax"]),
      (brief + "text: none.md\n", ["4:7 topic-text-missing"]),
      (brief + "text: ../../.ghost/policy.yml\n", ["4:7 file-outside"]),
      (brief + "why: |\n  a\n b\n", ["6:2 yaml.syntax"]),
      (brief + "for: [cfo]\n", ["4:6 yaml.wrong-type"]),
      (brief + "for:\n  cfoo:\n    opening: x\n", ["5:3 unknown-reference"]),
      (brief + "for:\n  cfo: Only you\n", ["5:8 yaml.wrong-type"]),
      (brief + "for:\n  cfo:\n    why_you: x\n", ["6:5 yaml.unknown-key"]),
      (brief + "for:\n  cfo:\n    questions: [why]\n", ["6:17 yaml.wrong-type"]),
      (brief + "questions:\n  - words: 4\n", ["5:5 yaml.missing-key"]),
      (brief + "questions:\n  - ask: a\n    words: many\n", ["6:12 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: a\n    words: 0\n", ["6:12 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: a\n    minutes: 99999\n", ["6:14 yaml.wrong-type"]),
      (brief + "questions:\n  - ask: What: this?\n", ["5:14 yaml.syntax"]),
      (brief + "proof-points:\n  - source: x\n", ["5:5 yaml.missing-key"]),
      (brief + "proof-points:\n  - claim: c\n    date: 2026-02-30\n", ["6:11 yaml.wrong-type"]),
      (
        brief + "proof-points:\n  - claim: c\n    url: 'data:text/html,x'\n",
        ["6:10 yaml.wrong-type"]
      ),
      (brief + "proof-points:\n  - claim: c\n    claim: d\n", ["6:5 yaml.duplicate-key"]),
      (brief + "proof_points: []\n", ["4:1 yaml.unknown-key"]),
      (brief + "objections:\n  - answer: x\n", ["5:5 yaml.missing-key"]),
      (brief + "call-to-action: [Write](https://a.example)\n", ["4:24 yaml.syntax"]),
    ]
  )
  func briefs(text: String, found: [String]) throws {
    let actual = try findings(Self.topic, text)
    #expect(actual == found)
  }

  @Test("several faults of one file are all found, in any file at once")
  func several() throws {
    let small = try SmallWorkspace(replacing: [
      Self.config: "lang: 1\nsite: 2\n",
      Self.topic: Self.brief + "tags: x\nwhy: [y]\nfor: z\n",
    ])
    #expect(
      small.findings() == [
        ".ghost/config.yml:1:7 yaml.wrong-type", ".ghost/config.yml:2:7 yaml.wrong-type",
        ".ghost/config.yml:1:1 yaml.missing-key",
        "Templates/topics/pricing.yml:4:7 yaml.wrong-type",
        "Templates/topics/pricing.yml:5:6 yaml.wrong-type",
        "Templates/topics/pricing.yml:6:6 yaml.wrong-type",
      ]
    )
  }
}
