import TestSupport
import Testing

/// A witnessed approval counts where the policy says so, for as long as its evidence is there.
@Suite(.enabled(if: SigningDesk.isInstalled, "ssh-keygen is not installed"))
struct EvidenceTests {
  @Test("evidence that is another file, or gone, proves nothing", arguments: ["echo x >>", "rm"])
  func evidence(spoiling: String) throws {
    let desk = try SigningDesk()
    try desk.makeKey("-t ed25519", named: "sam")
    try desk.folder.write("From: Dana\r\n\r\nApproved.\r\n", to: "reply.eml")
    try desk.ghost("enrol", "legal", "--key", "../sam.pub", "--witness")
    let recorded = try desk.ghost(
      "record",
      "cfo-pricing",
      "--role",
      "cfo",
      "--said",
      "by mail",
      "--evidence",
      "../reply.eml",
      "--key",
      "../sam",
      "--yes"
    )
    #expect(recorded.status == 0, "\(recorded.error)")
    #expect(
      try desk.opensshAccepts(
        1,
        principal: "sam.okafor@meridian.example",
        namespace: "ghost-witness"
      )
    )
    let unaccepted = try desk.ghost("check", "cfo-pricing")
    #expect(unaccepted.output.contains("[method-not-accepted]"))
    try desk.shell(
      "sed 's/^methods: .*/methods: [key, witness]/' .ghost/policy.yml >../p && mv ../p .ghost/policy.yml"
    )
    let accepted = try desk.ghost("check", "cfo-pricing")
    #expect(accepted.status == 0, "\(accepted.output)\(accepted.error)")
    #expect(accepted.output.contains("witness"))
    try desk.shell("\(spoiling) Drafts/approvals/evidence/cfo-pricing.cfo.1.eml")
    let spoiled = try desk.ghost("check", "cfo-pricing")
    #expect(spoiled.status == 1)
    #expect(spoiled.output.contains("[wrong-witness]"), "\(spoiled.output)\(spoiled.error)")
  }
}
