import Foundation
import TestSupport
import Testing

/// Records that no draft asks for today: none is ever deleted, so what is let in stays for good.
@Suite(
  "cheats with approvals that nobody asks for",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithNewRecordsTests {
  private static let owners = "owners: [legal]\n"
  private static let folder = "Drafts/approvals/"
  private static let record = folder + "cfo-pricing.cfo.1.approval"
  private static let ofTrustRoot = ".ghost/approvals/"

  private static func junk(_ name: String, _ code: String, at path: String) -> Cheat {
    Cheat(name, code, policy: owners) { try $0.repository.write("junk\n", to: path) }
  }

  /// A record of the trust root, which says nothing of the root that is there.
  @Sendable private static func approveTrustRoot(
    _ workspace: ApprovedWorkspace,
    as person: ApprovedWorkspace.Person,
    _ role: String,
    _ number: Int = 1
  ) throws {
    try workspace.approve("trust-root", at: "none", as: person) {
      ($0.role, $0.number, $0.folder) = (role, number, ".ghost/approvals")
    }
  }

  static let files = [
    junk(
      "junk in the owners' chain",
      "approval-malformed",
      at: ofTrustRoot + "trust-root.legal.1.approval"
    ),
    junk(
      "junk in a role's chain",
      "approval-malformed",
      at: folder + "cfo-pricing.legal.1.approval"
    ),
    junk(
      "junk for a draft to come",
      "approval-malformed",
      at: folder + "cfo-future.cfo.1.approval"
    ),
    junk("junk far up in a chain", "broken-chain", at: folder + "cfo-future.cfo.7.approval"),
    junk("a file in the place of a folder", "stray-approval", at: ".ghost/approvals"),
    junk("a text beside approvals", "stray-approval", at: folder + "notes.txt"),
    junk("a text beside the owners' approvals", "stray-approval", at: ofTrustRoot + "notes.txt"),
    junk(
      "a draft's approval among the owners'",
      "stray-approval",
      at: ofTrustRoot + "cfo-pricing.cfo.1.approval"
    ),
    junk(
      "an approval in a folder",
      "stray-approval",
      at: folder + "old/cfo-pricing.legal.1.approval"
    ),
    junk(
      "a name with a zero in front",
      "stray-approval",
      at: folder + "cfo-pricing.legal.01.approval"
    ),
    junk("evidence of nothing", "stray-approval", at: folder + "evidence/mail.eml"),
    Cheat("a link in the place of an approval", "stray-approval") {
      try FileManager.default.createSymbolicLink(
        atPath: $0.repository.path + "/Drafts/approvals/cfo-pricing.legal.1.approval",
        withDestinationPath: "cfo-pricing.cfo.1.approval"
      )
    },
    Cheat(
      "evidence that is not what its approval names",
      "stray-approval",
      policy: witnessing,
      options: both
    ) {
      try witness("cfo-future", in: $0)
      try $0.repository.write("another mail\n", to: "Drafts/approvals/evidence/mail.eml")
    },
  ]

  static let signatures = [
    Cheat("a stranger's approval of a draft to come", "unknown-key") { workspace in
      try workspace.approve("cfo-future") { $0.key = workspace.eve }
    },
    Cheat("a colleague's approval in another role", "wrong-principal") { workspace in
      try workspace.approve("cfo-pricing", as: workspace.dana) { $0.role = "legal" }
    },
    Cheat("an approval in a role that nobody holds", "wrong-role") { workspace in
      try workspace.approve("cfo-pricing") { $0.role = "board" }
    },
    Cheat("a method that counts nowhere", "method-not-accepted", options: both) {
      try witness("cfo-future", in: $0)
    },
    Cheat("a forged approval below an honest one", "unknown-key") { workspace in
      let first = try workspace.sha256(record)
      let forged = try workspace.approve("cfo-pricing") {
        ($0.number, $0.previous, $0.key) = (2, first, workspace.eve)
      }
      let second = try workspace.sha256(forged)
      try workspace.approve("cfo-pricing") { ($0.number, $0.previous) = (3, second) }
    },
    Cheat(
      "a retired key signs for a draft to come",
      "key-not-valid-then",
      options: [
        "sam": "namespaces=\"ghost-approval\",valid-before=\"20260101Z\""
      ]
    ) { workspace in
      try workspace.approve("cfo-future", as: workspace.sam) { $0.role = "legal" }
    },
    Cheat("an approval of the trust root by who is no owner", "wrong-role", policy: owners) {
      try approveTrustRoot($0, as: $0.dana, "cfo")
    },
    Cheat("a stranger's approval of the trust root", "unknown-key", policy: owners) { workspace in
      try workspace.approve("trust-root", at: "none", as: workspace.sam) {
        ($0.role, $0.folder, $0.key) = ("legal", ".ghost/approvals", workspace.eve)
      }
    },
    Cheat("two first approvals of the trust root", "broken-chain", policy: "owners: [legal, cfo]\n")
    {
      try approveTrustRoot($0, as: $0.dana, "cfo")
      try approveTrustRoot($0, as: $0.sam, "legal")
    },
    Cheat(
      "a first approval of the trust root beside the base's",
      "broken-chain",
      policy: "owners: [legal, cfo]\n",
      before: {
        try approveTrustRoot($0, as: $0.dana, "cfo")
        try $0.commit(at: $0.now - 7200)
      },
      change: { try approveTrustRoot($0, as: $0.sam, "legal") }
    ),
  ]

  private static let witnessing = "methods: [key, witness]\n"
  private static let both = [
    "dana": "namespaces=\"ghost-approval,ghost-witness\"",
    "sam": "namespaces=\"ghost-approval,ghost-witness\"",
  ]

  @Sendable private static func witness(
    _ slug: String,
    in workspace: ApprovedWorkspace
  ) throws {
    let path = "Drafts/approvals/evidence/mail.eml"
    try workspace.repository.write("a mail\n", to: path)
    let digest = try workspace.sha256(path)
    try workspace.approve(slug) {
      $0.method = "witness"
      $0.extra = [
        "witness: sam@acme.example", "said: by telephone", "evidence: \(path) sha256:\(digest)",
      ]
      ($0.namespace, $0.key) = ("ghost-witness", workspace.sam)
    }
  }

  static let honest = [
    HonestChange("an approval of a draft to come") { try $0.approve("cfo-future") },
    HonestChange("an approval of a text that went on since, as somebody else's") {
      try $0.approve("cfo-pricing", as: $0.sam) {
        ($0.role, $0.text) = ("legal", String(repeating: "0", count: 64))
      }
    },
    HonestChange("evidence with the approval that names it", policy: witnessing, options: both) {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try witness("cfo-prices", in: $0)
    },
    HonestChange("git's own files") {
      try $0.repository.write("", to: ".ghost/approvals/.gitkeep")
      try $0.repository.write("* text eol=lf\n", to: "Drafts/approvals/.gitattributes")
    },
    HonestChange("an approval by an old key below one by its successor") { workspace in
      try workspace.repository.git("checkout", "-q", "main")
      let old = try workspace.signers(
        [workspace.dana],
        ["dana": "namespaces=\"ghost-approval\",valid-before=\"20260101Z\""]
      )
      let new = try workspace.signers([workspace.eve])
        .replacing("eve@acme.example", with: "dana@acme.example")
      try workspace.repository.write(old + new, to: ".ghost/allowed_signers")
      try workspace.commit(at: workspace.now - 1800)
      try workspace.repository.git("checkout", "-q", "-B", "change")
      let first = try workspace.sha256(record)
      let under = try workspace.approve("cfo-pricing") { ($0.number, $0.previous) = (2, first) }
      let second = try workspace.sha256(under)
      try workspace.edit("Drafts/cfo-pricing.md", "118%", "119%")
      try workspace.approve("cfo-pricing") {
        ($0.number, $0.previous, $0.key) = (3, second, workspace.eve)
      }
    },
  ]

  @Test(arguments: files) func junkFiles(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: signatures) func forgedSignatures(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: honest) func passes(_ change: HonestChange) throws { try change.run() }

  @Test("an owner goes on approving, since a push of junk is refused")
  func hook() throws {
    let server = try PushServer(policy: Self.owners)
    let workspace = server.workspace
    try workspace.repository.write("junk\n", to: Self.ofTrustRoot + "trust-root.legal.1.approval")
    try workspace.commit()
    let refused = try server.push("main")
    #expect(refused?.contains("[approval-malformed]") == true, "\(refused ?? "")")
  }

  @Test("what is wrong with an approval that a draft asks for is said once")
  func once() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.branch()
    try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
    try workspace.approve("cfo-prices") { $0.key = workspace.eve }
    try workspace.commit()
    #expect(try workspace.check().errors == ["unknown-key"])
  }
}
