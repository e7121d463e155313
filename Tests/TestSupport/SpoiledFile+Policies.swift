extension SpoiledFile {
  /// Spoiled policies.
  public static let policies =
    ([
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
    ] as [(String, [String])]).map { SpoiledFile(".ghost/policy.yml", $0.0, $0.1) }
}
