import TestSupport
import Testing

/// Owners whose keys do not count today: what they guarded stays guarded.
@Suite(
  "cheats with owners whose keys ran out",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithOwnersTests {
  private static let owners = "owners: [legal]\n"

  @Sendable private static func swapKey(_ workspace: ApprovedWorkspace) throws {
    let own = try workspace.signers([workspace.eve])
      .replacing("eve@acme.example", with: "dana@acme.example")
    try workspace.repository.write(
      own + workspace.signers([workspace.sam]),
      to: ".ghost/allowed_signers"
    )
  }

  private static func cheat(_ name: String, _ options: String) -> Cheat {
    Cheat(
      name,
      "trust-root-changed",
      policy: owners,
      options: ["sam": "namespaces=\"ghost-approval\"," + options],
      change: swapKey
    )
  }

  static let cheats = [
    cheat("one's own key, once the owner's has run out", "valid-before=\"20260101Z\""),
    cheat("one's own key, before the owner's counts", "valid-after=\"20980101Z\""),
    Cheat(
      "an owner's approval by a key that has run out",
      "trust-root-changed",
      policy: owners,
      options: ["sam": "namespaces=\"ghost-approval\",valid-before=\"20260101Z\""]
    ) { workspace in
      let before = try TrustRootDigest(workspace)
      try workspace.repository.write("<p>\n", to: "Templates/pages/a.html")
      let after = try TrustRootDigest(workspace)
      try workspace.approve("trust-root", at: "none", as: workspace.sam) {
        ($0.role, $0.folder) = ("legal", ".ghost/approvals")
        ($0.text, $0.content, $0.assets) = (before.digest, after.digest, after.files)
      }
    },
  ]

  @Test(arguments: cheats) func stolenTrust(_ cheat: Cheat) throws { try cheat.run() }

  @Test(
    "where no owner was ever given a key to approve with, or none is named, it is a warning",
    arguments: [("owners: [legal]\n", "namespaces=\"git\""), ("", "namespaces=\"ghost-approval\"")]
  )
  func unguarded(policy: String, options: String) throws {
    let workspace = try ApprovedWorkspace(policy: policy, options: ["sam": options])
    try workspace.branch()
    try workspace.repository.write("<p>\n", to: "Templates/pages/a.html")
    try workspace.commit()
    let found = try workspace.check()
    #expect(found.status == 0 && found.errors.isEmpty, "\(found)")
    #expect(found.warnings == ["trust-root-changed"], "\(found)")
  }
}
