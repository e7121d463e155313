import Foundation
import TestSupport
import Testing

/// Cheats with approvals, keys and who holds them.
@Suite(
  "cheats with approvals",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithRecordsTests {
  private static let record = "Drafts/approvals/cfo-pricing.cfo.1.approval"

  /// A new draft that is approved in a way in which it must not be.
  private static func approval(
    _ name: String,
    _ code: String,
    policy: String = "",
    options: [String: String] = [:],
    _ change: @escaping @Sendable (inout ApprovedWorkspace.Record, ApprovedWorkspace) throws -> Void
  ) -> Cheat {
    Cheat(name, code, policy: policy, options: options) { workspace in
      try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try workspace.approve("cfo-prices") { try change(&$0, workspace) }
    }
  }

  static let signatures = [
    approval("a colleague signs as themself", "wrong-principal") { record, workspace in
      (record.signer, record.key) = (workspace.sam, workspace.sam)
    },
    approval("a colleague signs with their key as the executive", "wrong-principal") {
      $0.key = $1.sam
    },
    approval("a stranger signs as the executive", "unknown-key") { $0.key = $1.eve },
    approval("the printed name is another's", "wrong-principal") { record, _ in
      record.name = "Dana Reyés"
    },
    approval("another workspace", "wrong-workspace") { record, _ in record.workspace = "other" },
    approval("another draft", "wrong-draft") { record, _ in record.draftName = "cfo-pricing" },
    approval("another role in the record", "wrong-role") { record, _ in
      record.role = "legal"
      record.file = "cfo-prices.cfo.1.approval"
    },
    approval("another number in the record", "wrong-number") { record, _ in
      record.number = 2
      record.previous = String(repeating: "0", count: 64)
      record.file = "cfo-prices.cfo.1.approval"
    },
    approval("a chain that does not begin at 1", "broken-chain") { record, _ in
      record.number = 2
      record.previous = String(repeating: "0", count: 64)
    },
    approval("a first record that follows another", "broken-chain") { record, _ in
      record.previous = String(repeating: "0", count: 64)
    },
    approval("a signature for git", "wrong-namespace") { record, _ in record.namespace = "git" },
    approval("a method that the policy does not accept", "method-not-accepted") {
      record,
      workspace in
      record.method = "witness"
      record.extra = ["witness: \(workspace.sam.principal)"]
      record.namespace = "ghost-witness"
      record.key = workspace.sam
    },
    approval("a date in the future", "date-in-future") { $0.signedAt = $1.now + 86_400 },
    approval("an approval that expired", "expired", policy: "  - { when: {}, expires: 3d }\n") {
      $0.signedAt = $1.now - 4 * 86_400
    },
    approval("digests of another text", "changed") { record, _ in
      record.text = String(repeating: "0", count: 64)
      record.content = String(repeating: "0", count: 64)
    },
    approval(
      "a key that may sign commits alone",
      "wrong-namespace",
      options: ["dana": "namespaces=\"git\",valid-before=\"20990101Z\""]
    ) { _, _ in },
    approval(
      "a key that has retired, under a record that is dated back",
      "key-not-valid-then",
      options: ["dana": "namespaces=\"ghost-approval\",valid-before=\"20260101Z\""]
    ) { record, _ in record.signedAt = 1_760_000_000 },
    approval(
      "a key that does not count yet",
      "key-not-valid-then",
      options: ["dana": "namespaces=\"ghost-approval\",valid-after=\"20980101Z\""]
    ) { _, _ in },
  ]

  private static let witnessing = "methods: [key, witness]\n"
  private static let both = "namespaces=\"ghost-approval,ghost-witness\""

  private static func witnessed(
    _ name: String,
    _ code: String,
    by witness: String,
    key: @escaping @Sendable (ApprovedWorkspace) -> ApprovedWorkspace.Person,
    options: [String: String] = ["dana": both, "sam": both]
  ) -> Cheat {
    approval(name, code, policy: witnessing, options: options) { record, workspace in
      record.method = "witness"
      if !witness.isEmpty { record.extra = ["witness: \(witness)"] }
      record.namespace = "ghost-witness"
      record.key = key(workspace)
    }
  }

  static let witnesses = [
    witnessed("a witness for themself", "wrong-witness", by: "dana@acme.example") { $0.dana },
    witnessed("a witness for themself in capitals", "wrong-witness", by: "Dana@acme.example") {
      $0.dana
    },
    witnessed("no witness", "wrong-witness", by: "") { $0.sam },
    witnessed("a witness whose key is the person's", "wrong-principal", by: "sam@acme.example") {
      $0.dana
    },
    witnessed(
      "a witness whom nobody granted it",
      "wrong-namespace",
      by: "sam@acme.example",
      key: { $0.sam },
      options: [:]
    ),
    witnessed(
      "a witness whose key may sign anything",
      "wrong-namespace",
      by: "sam@acme.example",
      key: { $0.sam },
      options: ["sam": ""]
    ),
  ]

  static let authors = [
    Cheat(
      "a witness who wrote the draft",
      "wrong-witness",
      policy: witnessing,
      options: ["dana": both, "sam": both]
    ) { workspace in
      let (sam, time) = (workspace.sam, workspace.now - 60)
      try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try workspace.repository.commit(at: time, by: (sam.name, sam.principal))
      try workspace.approve("cfo-prices") {
        $0.method = "witness"
        $0.extra = ["witness: \(sam.principal)"]
        $0.namespace = "ghost-witness"
        $0.key = sam
      }
    }
  ]

  static let files = [
    Cheat("a record that was edited", "record-tampered") {
      try $0.edit(record, "name: Dana", "name: Diana")
    },
    Cheat("a record that was signed anew", "record-tampered") {
      try $0.edit("Drafts/cfo-pricing.md", "118%", "119%")
      try $0.approve("cfo-pricing")
    },
    Cheat("a record that was deleted", "record-deleted") {
      try $0.repository.git("rm", "-q", record)
    },
    Cheat("a record that was renumbered", "record-deleted") {
      try $0.repository.git("mv", record, "Drafts/approvals/cfo-pricing.cfo.2.approval")
    },
    Cheat("a record that becomes a link", "record-tampered") {
      let path = $0.repository.path + "/" + record
      try FileManager.default.moveItem(atPath: path, toPath: $0.repository.path + "/record")
      try FileManager.default.createSymbolicLink(
        atPath: path,
        withDestinationPath: "../../record"
      )
    },
    Cheat("a record that was typed by hand", "bad-signature") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.approve("cfo-prices")
      let honest = try $0.repository.folder.read("work/Drafts/approvals/cfo-prices.cfo.1.approval")
      try $0.approve("cfo-prices") { $0.signedAt -= 60 }
      let wanted = try $0.repository.folder.read("work/Drafts/approvals/cfo-prices.cfo.1.approval")
      let armor = try #require(honest.components(separatedBy: "-----BEGIN").last)
      let body = try #require(wanted.components(separatedBy: "-----BEGIN").first)
      try $0.repository.write(
        body + "-----BEGIN" + armor,
        to: "Drafts/approvals/cfo-prices.cfo.1.approval"
      )
    },
    Cheat("a record without a signature", "approval-malformed") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      let path = try $0.approve("cfo-prices")
      let text = try $0.repository.folder.read("work/" + path)
      let body = try #require(text.components(separatedBy: "-----BEGIN").first)
      try $0.repository.write(body, to: path)
    },
    Cheat("a second record that does not follow the first", "broken-chain") {
      try $0.edit("Drafts/cfo-pricing.md", "118%", "119%")
      try $0.approve("cfo-pricing") {
        $0.number = 2
        $0.previous = String(repeating: "0", count: 64)
      }
    },
    Cheat(
      "an older text with its older record, after a revocation",
      "wrong-number",
      before: Self.revoke
    ) {
      let first = try $0.repository.folder.read("work/" + record)
      try $0.repository.write(first, to: "Drafts/approvals/cfo-pricing.cfo.3.approval")
    },
    Cheat("a revocation that is deleted", "record-deleted", before: Self.revoke) {
      try $0.repository.git("rm", "-q", "Drafts/approvals/cfo-pricing.cfo.2.approval")
    },
    Cheat("an edit after a revocation", "revoked", before: Self.revoke) {
      try $0.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    },
    Cheat("a revocation by somebody else", "wrong-principal") {
      let previous = try $0.sha256(record)
      let eve = $0.sam
      try $0.approve("cfo-pricing", as: eve) {
        $0.number = 2
        $0.previous = previous
        $0.meaning = "revokes"
      }
    },
    Cheat("line breaks, where the policy voids them", "re-wrapped", policy: "rewrap: void\n") {
      try $0.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    },
    Cheat("a key that was deleted since", "unknown-key") {
      try $0.repository.git("checkout", "-q", "main")
      try $0.repository.write(try $0.signers([$0.sam]), to: ".ghost/allowed_signers")
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    },
    Cheat("who held the role before goes on approving", "wrong-principal") {
      try $0.repository.git("checkout", "-q", "main")
      let today = ApprovedWorkspace.time($0.now).prefix(10)
      try $0.edit(
        ".ghost/policy.yml",
        "cfo: { name: Dana Reyes, principal: dana@acme.example }",
        "cfo: { name: Sam Okafor, principal: sam@acme.example, former: "
          + "[{ name: Dana Reyes, principal: dana@acme.example, until: \(today) }] }"
      )
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.approve("cfo-prices")
    },
  ]

  @Sendable private static func revoke(_ workspace: ApprovedWorkspace) throws {
    let previous = try workspace.sha256(record)
    try workspace.approve("cfo-pricing") {
      $0.number = 2
      $0.previous = previous
      $0.meaning = "revokes"
      $0.note = "figures are wrong"
    }
    try workspace.commit(at: workspace.now - 7200)
  }

  @Test(arguments: signatures) func forgedSignatures(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: witnesses + authors) func falseWitnesses(_ cheat: Cheat) throws {
    try cheat.run()
  }
  @Test(arguments: files) func forgedFiles(_ cheat: Cheat) throws { try cheat.run() }
}
