import Foundation
import TestSupport
import Testing

/// What must go on working, or people switch the gate off.
@Suite(
  "honest changes pass",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct HonestChangeTests {
  static let changes = [
    HonestChange("nothing at all") { _ in },
    HonestChange("other line breaks") {
      try $0.edit(
        "Drafts/cfo-pricing.md",
        "118% last year.\nWe never",
        "118%\nlast year. We\nnever"
      )
    },
    HonestChange("Windows' line ends, due and asked") {
      try $0.edit("Drafts/cfo-pricing.md", "article\n---", "article\ndue: 2027-01-01\n---")
      try $0.edit("Drafts/cfo-pricing.md", "\n", "\r\n")
    },
    HonestChange("an edit with a new approval") {
      try $0.edit("Drafts/cfo-pricing.md", "118%", "119%")
      let previous = try $0.sha256("Drafts/approvals/cfo-pricing.cfo.1.approval")
      try $0.approve("cfo-pricing") {
        $0.number = 2
        $0.previous = previous
      }
    },
    HonestChange("a new draft with its approval") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/2026/cfo-prices.md")
      try $0.approve("cfo-prices", at: "Drafts/2026/cfo-prices.md")
    },
    HonestChange("guidance that two people approved") {
      let text = ApprovedWorkspace.draft.replacing("topic: pricing", with: "topic: guidance")
      try $0.repository.write(text, to: "Drafts/cfo-guidance.md")
      try $0.approve("cfo-guidance")
      try $0.approve("cfo-guidance", as: $0.sam) { $0.role = "legal" }
    },
    HonestChange("a draft that is deleted") {
      try $0.repository.git("rm", "-q", "Drafts/cfo-pricing.md")
    },
    HonestChange("a draft that is moved out, and so never published") {
      try $0.repository.write("", to: "Notes/.keep")
      try $0.repository.git("mv", "Drafts/cfo-pricing.md", "Notes/cfo-pricing.md")
    },
    HonestChange("a draft that moves to a subfolder") {
      try $0.repository.write("", to: "Drafts/2026/.gitkeep")
      try $0.repository.git("mv", "Drafts/cfo-pricing.md", "Drafts/2026/cfo-pricing.md")
    },
    HonestChange("a draft that is declined, unapproved as it is") {
      let text = ApprovedWorkspace.draft.replacing("format:", with: "status: declined\nformat:")
      try $0.repository.write(text, to: "Drafts/cfo-other.md")
    },
    HonestChange("profiles, briefs and settings") {
      try $0.repository.write("organisation: Acme Corp\n", to: ".ghost/config.yml")
      try $0.edit("Templates/execs/cfo.yml", "title: CFO", "title: Chief Financial Officer")
    },
    HonestChange("a revocation alone") {
      let previous = try $0.sha256("Drafts/approvals/cfo-pricing.cfo.1.approval")
      try $0.approve("cfo-pricing") {
        $0.number = 2
        $0.previous = previous
        $0.meaning = "revokes"
      }
    },
    HonestChange("a witnessed approval, where that counts", policy: "methods: [key, witness]\n") {
      let signers =
        try $0.signers([$0.dana])
        + $0.signers(
          [$0.sam],
          ["sam": "namespaces=\"ghost-approval,ghost-witness\""]
        )
      // The key is enrolled on the base, not by the change.
      try $0.repository.git("checkout", "-q", "main")
      try $0.repository.write(signers, to: ".ghost/allowed_signers")
      try $0.commit(at: $0.now - 7200)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      let sam = $0.sam
      try $0.approve("cfo-prices") {
        $0.method = "witness"
        $0.extra = ["witness: \(sam.principal)", "said: by telephone, 14:10"]
        $0.namespace = "ghost-witness"
        $0.key = sam
      }
    },
    HonestChange("an old approval under a key that was retired since") {
      try $0.repository.git("checkout", "-q", "main")
      let end = ApprovedWorkspace.time($0.now - 3600).filter(\.isNumber)
      let option = "namespaces=\"ghost-approval\",valid-before=\"\(end)Z\""
      try $0.repository.write(
        try $0.signers([$0.dana, $0.sam], ["dana": option]),
        to: ".ghost/allowed_signers"
      )
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    },
    HonestChange("an old approval of who held the role before") {
      try $0.repository.git("checkout", "-q", "main")
      let today = ApprovedWorkspace.time($0.now).prefix(10)
      try $0.edit(
        ".ghost/policy.yml",
        "cfo: { name: Dana Reyes, principal: dana@acme.example }",
        "cfo: { name: Eve Black, principal: eve@acme.example, former: "
          + "[{ name: Dana Reyes, principal: dana@acme.example, until: \(today) }] }"
      )
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    },
  ]

  @Test(arguments: changes) func passes(_ change: HonestChange) throws { try change.run() }

  @Test("merge, squash and cherry-pick of an approved change")
  func ways() throws {
    for way in ["merge", "squash", "cherry-pick"] {
      let workspace = try ApprovedWorkspace()
      try workspace.branch("work")
      try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try workspace.commit()
      try workspace.approve("cfo-prices")
      try workspace.commit()
      try workspace.repository.git("checkout", "-q", "main")
      try workspace.repository.write("more\n", to: "README.md")
      try workspace.commit()
      try workspace.repository.git("checkout", "-q", "-b", "change")
      switch way {
      case "merge": try workspace.repository.git("merge", "-q", "--no-ff", "-m", "m", "work")
      case "squash": try workspace.repository.git("merge", "-q", "--squash", "work")
      default: try workspace.repository.git("cherry-pick", "main~1..work")
      }
      try workspace.commit()
      let found = try workspace.check()
      #expect(found.status == 0, "\(way): \(found)")
      // What was merged stays approved on its own.
      let alone = try workspace.check([])
      #expect(alone.errors.isEmpty && alone.status == 0, "\(way): \(alone)")
    }
  }

  @Test("the working tree has no say in the judgement of a merge")
  func workingTree() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.branch()
    try workspace.edit("Drafts/cfo-pricing.md", "118%", "119%")
    try workspace.commit()
    try workspace.edit("Drafts/cfo-pricing.md", "119%", "118%")
    try workspace.edit(".ghost/policy.yml", "workspace:", "rules: {changed: note}\nworkspace:")
    let found = try workspace.check()
    #expect(found.errors == ["changed"], "\(found)")
  }

  @Test("--all looks at what the change does not touch")
  func all() throws {
    let workspace = try ApprovedWorkspace(approved: false)
    try workspace.branch()
    try workspace.repository.write("more\n", to: "README.md")
    try workspace.commit()
    #expect(try workspace.check().status == 0)
    #expect(try workspace.check(["--base", "main", "--all"]).errors == ["not-approved"])
  }

  @Test("the story: changed names the sentence, and the summary whose turn it is")
  func story() throws {
    let workspace = try ApprovedWorkspace()
    let ready = try workspace.ghost(["check"])
    #expect(ready.status == 0)
    #expect(ready.output.hasSuffix("approved by Dana Reyes (own key).\n"), "\(ready.output)")
    try workspace.edit("Drafts/cfo-pricing.md", "118%", "119%")
    let changed = try workspace.ghost(["check"])
    #expect(changed.status == 1)
    #expect(
      changed.output.contains("md:9:19: error: changed since Dana Reyes approved it [changed]")
    )
    #expect(changed.output.contains("- Retention rose to 118% last year."), "\(changed.output)")
    #expect(changed.output.contains("+ Retention rose to 119% last year."))
    #expect(
      changed.output.hasSuffix("Not ready: undo the change, or ask Dana Reyes again.\n"),
      "\(changed.output)"
    )
  }

  @Test("ghost status shows what approvals come to, here and on other branches")
  func status() throws {
    let workspace = try ApprovedWorkspace()
    func state() throws -> String {
      let output = try workspace.ghost(["status", "--json"]).output
      let line = output.split(separator: "\n").first { $0.contains("\"state\"") }
      return String(try #require(line).split(separator: "\"")[3])
    }
    #expect(try state() == "approved")
    try workspace.edit("Drafts/cfo-pricing.md", "last year.\nWe", "last year. We")
    #expect(try state() == "approved")
    try workspace.edit("Drafts/cfo-pricing.md", "118%", "119%")
    #expect(try state() == "changed")
    try workspace.branch("work")
    try workspace.commit()
    try workspace.repository.git("checkout", "-q", "main")
    #expect(try state() == "changed")
  }

  @Test("--why explains an approval: who, how, under which key, when, of what")
  func why() throws {
    let workspace = try ApprovedWorkspace()
    let output = try workspace.ghost(["check", "--why"]).output
    let key = workspace.repository.folder.path + "/keys/dana.pub"
    let listed = try #require(Program(named: "ssh-keygen")).run(["-l", "-f", key]).output
    let fingerprint = try #require(listed.split(separator: " ").dropFirst().first)
    let line = try #require(output.split(separator: "\n").first { $0.contains("approved by") })
    #expect(line.contains("approved by Dana Reyes as cfo, own key \(fingerprint), 20"), "\(line)")
    #expect(line.contains("Z: the same text"), "\(line)")
  }

  @Test("the plain line of OpenSSH agrees")
  func plainLine() throws {
    let workspace = try ApprovedWorkspace()
    let line = """
      f=Drafts/approvals/cfo-pricing.cfo.1.approval
      sed -n '/^-----BEGIN/,$p' $f > ../sig
      sed '/^-----BEGIN/,$d' $f | ssh-keygen -Y verify -f .ghost/allowed_signers \
        -I dana@acme.example -n ghost-approval -s ../sig
      """
    let shell = try #require(Program(named: "sh"))
    let outcome = try shell.run(["-c", line], in: workspace.repository.path)
    #expect(outcome.status == 0, "\(outcome.error)")
  }
}
