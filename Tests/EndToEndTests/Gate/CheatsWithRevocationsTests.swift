import TestSupport
import Testing

/// Whom a revocation frees, once the draft is declined and so asks for no approval at all.
@Suite(
  "cheats with revocations",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithRevocationsTests {
  private static let outlook = "Drafts/cfo-outlook.md"
  private static let guidance = ApprovedWorkspace.draft.replacing(
    "topic: pricing",
    with: "topic: guidance"
  )

  @Sendable private static func approveGuidance(_ workspace: ApprovedWorkspace) throws {
    try workspace.repository.write(guidance, to: outlook)
    try workspace.approve("cfo-outlook")
    try workspace.approve("cfo-outlook", as: workspace.sam) { $0.role = "legal" }
    try workspace.commit(at: workspace.now - 7200)
  }

  /// Declines the draft, so that neither it nor its topic asks for an approval, and takes legal's back.
  @Sendable private static func decline(
    _ workspace: ApprovedWorkspace,
    _ change: (inout ApprovedWorkspace.Record) -> Void = { _ in }
  ) throws {
    let first = try workspace.sha256("Drafts/approvals/cfo-outlook.legal.1.approval")
    try workspace.approve("cfo-outlook", as: workspace.sam) {
      ($0.role, $0.number, $0.previous, $0.meaning) = ("legal", 2, first, "revokes")
      change(&$0)
    }
    try workspace.edit(
      outlook,
      "topic: guidance",
      "status: declined\nbecause: not now\ntopic: pricing"
    )
  }

  /// The draft under its new topic, with the executive's approval alone.
  @Sendable private static func bringBack(_ workspace: ApprovedWorkspace) throws {
    try workspace.repository.write(
      ApprovedWorkspace.draft.replacing("118%", with: "180%"),
      to: outlook
    )
    let first = try workspace.sha256("Drafts/approvals/cfo-outlook.cfo.1.approval")
    try workspace.approve("cfo-outlook") { ($0.number, $0.previous) = (2, first) }
  }

  static let revocations = [
    Cheat(
      "a revocation that a stranger signed, for later use",
      "unknown-key",
      before: approveGuidance
    ) {
      workspace in
      try decline(workspace) { $0.key = workspace.eve }
    },
    Cheat(
      "a revocation that a stranger signed and the base has",
      "unknown-key",
      before: { workspace in
        try approveGuidance(workspace)
        try decline(workspace) { $0.key = workspace.eve }
        try workspace.commit(at: workspace.now - 3600)
      },
      change: bringBack
    ),
    Cheat(
      "a witnessed revocation where guidance demands the person's key",
      "revoked",
      policy: "    methods: [key]\nmethods: [key, witness]\n",
      options: ["dana": "namespaces=\"ghost-approval,ghost-witness\""],
      before: { workspace in
        try approveGuidance(workspace)
        try decline(workspace) {
          $0.method = "witness"
          $0.extra = ["witness: dana@acme.example", "said: by telephone"]
          ($0.namespace, $0.key) = ("ghost-witness", workspace.dana)
        }
        try workspace.commit(at: workspace.now - 3600)
      },
      change: bringBack
    ),
  ]

  static let honest = [
    HonestChange(
      "a draft that a lawyer no longer stands behind, about something else",
      before: { workspace in
        try approveGuidance(workspace)
        try decline(workspace)
        try workspace.commit(at: workspace.now - 3600)
      },
      change: bringBack
    )
  ]

  @Test(arguments: revocations) func forged(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: honest) func passes(_ change: HonestChange) throws { try change.run() }
}
