import Foundation
import TestSupport
import Testing

/// Cheats with who is trusted, and with git itself.
@Suite(
  "cheats with trust and git",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithTrustTests {
  private static let owners = "owners: [legal]\n"
  private static let draft = "Drafts/cfo-pricing.md"

  static let ownTrust = [
    Cheat("one's own key, brought by the change", "unknown-key") {
      let eve = $0.eve
      let lines = try $0.signers([$0.dana, $0.sam])
      let own = try $0.signers([eve]).replacing("eve@acme.example", with: "dana@acme.example")
      try $0.repository.write(lines + own, to: ".ghost/allowed_signers")
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.approve("cfo-prices") { $0.key = eve }
    },
    Cheat("one's own key, where owners guard the trust root", "trust-root-changed", policy: owners)
    {
      try $0.repository.write(
        try $0.signers([$0.dana, $0.sam, $0.eve]),
        to: ".ghost/allowed_signers"
      )
    },
    Cheat("a role's principal, changed by the change", "wrong-principal") {
      let eve = $0.eve
      try $0.edit(
        ".ghost/policy.yml",
        "name: Dana Reyes, principal: dana@acme.example",
        "name: Eve Black, principal: eve@acme.example"
      )
      try $0.repository.write(try $0.signers([eve, $0.sam]), to: ".ghost/allowed_signers")
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.approve("cfo-prices", as: eve)
    },
    Cheat("a rule that is weakened by the change", "not-approved") {
      try $0.edit(".ghost/policy.yml", "topic: guidance", "topic: nothing")
      let text = ApprovedWorkspace.draft.replacing("topic: pricing", with: "topic: guidance")
      try $0.repository.write(text, to: "Drafts/cfo-guidance.md")
      try $0.approve("cfo-guidance")
    },
    Cheat("a policy that nobody could read tomorrow", "yaml.unknown-key") {
      try $0.edit(".ghost/policy.yml", "workspace:", "workspaces: x\nworkspace:")
    },
    Cheat("the workspace is taken away", "no-policy") {
      try $0.repository.git("rm", "-rq", ".ghost")
    },
    Cheat("a page layout that rewrites a figure", "trust-root-changed", policy: owners) {
      try $0.repository.write(
        "{{ content | replace: '118', '500' }}\n",
        to: "Templates/pages/a.html"
      )
    },
    Cheat(
      "a key that a rebase brings back, and takes away again",
      "trust-root-changed",
      policy: owners
    ) {
      try $0.repository.write(
        try $0.signers([$0.dana, $0.sam, $0.eve]),
        to: ".ghost/allowed_signers"
      )
      try $0.commit()
      try $0.repository.write(try $0.signers([$0.dana, $0.sam]), to: ".ghost/allowed_signers")
    },
    Cheat("an owner's approval of another root", "trust-root-changed", policy: owners) {
      try $0.repository.write("<p>\n", to: "Templates/pages/a.html")
      try $0.approve("trust-root", at: "none", as: $0.sam) {
        $0.role = "legal"
        $0.folder = ".ghost/approvals"
      }
    },
    Cheat("a wildcard principal", "signers.pattern") {
      try $0.repository.git("checkout", "-q", "main")
      let key = try $0.signers([$0.eve]).replacing("eve@acme.example", with: "*")
      try $0.repository.write(key, to: ".ghost/allowed_signers")
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit(draft, "118%", "119%")
    },
    Cheat("one key under two names", "signers.shared-key") {
      try $0.repository.git("checkout", "-q", "main")
      let twice = try $0.signers([$0.dana]).replacing("dana@acme.example", with: "sam@acme.example")
      try $0.repository.write(try $0.signers([$0.dana]) + twice, to: ".ghost/allowed_signers")
      try $0.commit(at: $0.now - 1800)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit(draft, "118%", "119%")
    },
  ]

  static let git = [
    Cheat("a merge that a hand resolved otherwise", "changed") {
      try $0.repository.write("x\n", to: "notes.txt")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "main")
      try $0.repository.write("y\n", to: "more.txt")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "change")
      try $0.repository.git("merge", "-q", "--no-commit", "--no-ff", "main")
      try $0.edit(draft, "118%", "500%")
    },
    Cheat("two approved edits that merge into a third text", "changed") {
      // One edit, approved, is on the base already; the other was approved on its own.
      try $0.edit(draft, "So we keep", "Hence we keep")
      let first = try $0.sha256("Drafts/approvals/cfo-pricing.cfo.1.approval")
      try $0.approve("cfo-pricing") {
        $0.number = 2
        $0.previous = first
      }
      try $0.commit()
      try $0.repository.git("checkout", "-q", "main")
      try $0.edit(draft, "by value", "by worth")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "change")
    },
    Cheat("a .gitattributes that gives drafts another encoding", "checkout-differs") {
      try $0.repository.write("cfo-*.md working-tree-encoding=UTF-7\n", to: "Drafts/.gitattributes")
    },
    Cheat("a .gitattributes that filters everything", "checkout-differs") {
      try $0.repository.write("*.png filter=lfs -text\n* text filter=up\n", to: ".gitattributes")
    },
    Cheat("a .gitattributes of more than anybody reads", "checkout-differs") {
      let comment = String(repeating: "# comment\n", count: 120_000)
      try $0.repository.write(comment + "*.md ident\n", to: ".gitattributes")
    },
    Cheat("a conflict that .gitattributes would settle", "merge-conflict") {
      try $0.repository.write("Drafts/*.md merge=union\n", to: ".gitattributes")
      try $0.edit(draft, "118%", "119%")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "main")
      try $0.edit(draft, "118%", "120%")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "change")
    },
    Cheat("an object that stands in for another", "changed") {
      let honest = try $0.repository.git("rev-parse", "HEAD:\(draft)")
      try $0.edit(draft, "118%", "500%")
      try $0.commit()
      let changed = try $0.repository.git("rev-parse", "HEAD:\(draft)")
      try $0.repository.git("replace", changed, honest)
    },
    Cheat(
      "a removed key that only merges bring back and take away",
      "trust-root-changed",
      policy: "owners: [legal]\n"
    ) {
      let old = try $0.repository.folder.read("work/.ghost/allowed_signers")
      try $0.repository.write("x\n", to: "notes.txt")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "main")
      try $0.repository.write(old + "# one less\n", to: ".ghost/allowed_signers")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "change")
      try $0.repository.git("merge", "-q", "-s", "ours", "-m", "evil", "main")
      try $0.repository.git("checkout", "-q", "main")
      try $0.repository.write("y\n", to: "more.txt")
      try $0.commit()
      try $0.repository.git("checkout", "-q", "change")
      try $0.repository.git("merge", "-q", "--no-commit", "--no-ff", "main")
      try $0.repository.git("checkout", "main", "--", ".ghost")
    },
    Cheat("a commit that is dated in the future", "date-in-future") {
      try $0.repository.write("x\n", to: "notes.txt")
      try $0.commit(at: $0.now + 365 * 86_400)
    },
    Cheat(
      "an old key under a commit that is dated back",
      "key-not-valid-then",
      options: ["dana": "namespaces=\"ghost-approval\",valid-before=\"20260101Z\""]
    ) {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.approve("cfo-prices") { $0.signedAt = 1_750_000_000 }
      try $0.commit(at: 1_750_000_000)
    },
  ]

  @Test(arguments: ownTrust) func ownJudge(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: git) func steeredGit(_ cheat: Cheat) throws { try cheat.run() }

  @Test("a base without a policy needs --bootstrap, which works once")
  func bootstrap() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.repository.git("checkout", "-q", "--orphan", "bare")
    try workspace.repository.git("rm", "-rqf", ".")
    try workspace.repository.write("x\n", to: "README.md")
    try workspace.commit(at: workspace.now - 7200)
    let empty = try workspace.repository.git("rev-parse", "HEAD")
    try workspace.branch("first")
    try workspace.repository.git("checkout", "-q", "main", "--", ".")
    try workspace.commit()
    #expect(try workspace.check(["--base", "bare"]).errors == ["no-policy"])
    let open = try workspace.check(["--base", "bare", "--bootstrap"])
    #expect(open.status == 0, "\(open)")
    // Once there was a policy, its absence is no beginning.
    try workspace.repository.git("checkout", "-q", "-B", "bare", "first")
    try workspace.repository.git("rm", "-rqf", ".ghost")
    try workspace.commit()
    let again = try workspace.check(["--base", "bare", "--rev", empty, "--bootstrap"])
    #expect(again.errors == ["no-policy"], "\(again)")
    try workspace.repository.git("checkout", "-q", "-B", "second", "bare")
    try workspace.repository.git("checkout", "-q", "main", "--", ".")
    try workspace.commit()
    #expect(try workspace.check(["--base", "bare", "--bootstrap"]).errors == ["no-policy"])
  }

  @Test("an owner's approval of exactly this change lets it pass, once")
  func owner() throws {
    let workspace = try ApprovedWorkspace(policy: Self.owners)
    let before = try TrustRootDigest(workspace)
    try workspace.branch()
    try workspace.repository.write("<p>\n", to: "Templates/pages/a.html")
    let after = try TrustRootDigest(workspace)
    let record = try workspace.approve("trust-root", at: "none", as: workspace.sam) {
      $0.role = "legal"
      $0.folder = ".ghost/approvals"
      ($0.text, $0.content, $0.assets) = (before.digest, after.digest, after.files)
    }
    try workspace.commit()
    let found = try workspace.check()
    #expect(found.status == 0, "\(found)")
    // The same change once more, with the approval that was used up.
    try workspace.repository.git("checkout", "-q", "main")
    try workspace.repository.git("merge", "-q", "--ff-only", "change")
    try workspace.repository.git("rm", "-q", "Templates/pages/a.html")
    let third = try workspace.approve("trust-root", at: "none", as: workspace.sam) {
      $0.role = "legal"
      $0.folder = ".ghost/approvals"
      $0.number = 2
      $0.previous = try workspace.sha256(record)
      ($0.text, $0.content, $0.assets) = (after.digest, before.digest, before.files)
    }
    try workspace.commit()
    _ = third
    try workspace.repository.git("checkout", "-q", "-b", "again")
    try workspace.repository.write("<p>\n", to: "Templates/pages/a.html")
    try workspace.commit()
    #expect(try workspace.check().errors == ["trust-root-changed"])
  }

  @Test("history that is cut off is no reason to guess")
  func shallow() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.branch()
    try workspace.edit(Self.draft, "last year.\nWe", "last year. We")
    try workspace.commit()
    let clone = workspace.repository.folder.path + "/clone"
    try workspace.repository.git(
      "clone",
      "-q",
      "--depth",
      "1",
      "--no-single-branch",
      "file://" + workspace.repository.path,
      clone
    )
    let outcome = try workspace.ghost(["check", "--base", "origin/main"], in: clone)
    #expect(outcome.status == 3)
    #expect(outcome.error.contains("git.shallow"), "\(outcome.error)")
  }
}

/// The trust root's digest, computed from the specification with `sha256sum`.
struct TrustRootDigest {
  let files: [String]
  let digest: String

  init(_ workspace: ApprovedWorkspace) throws {
    let shell = try #require(Program(named: "sh"))
    let listing = try shell.run(
      [
        "-c",
        "find .ghost Templates/pages -type f ! -path .ghost/config.yml "
          + "! -path '.ghost/approvals/*' 2>/dev/null | LC_ALL=C sort",
      ],
      in: workspace.repository.path
    )
    files = listing.output.split(separator: "\n").map(String.init)
    var bytes = Data("ghost trust root v1\n".utf8)
    func append(_ kind: String, _ text: String) {
      bytes += Data(kind.utf8)
      let count = UInt64(text.utf8.count)
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: count >> shift))
      }
      bytes += Data(text.utf8)
    }
    for file in files {
      append("p", file)
      append("h", try workspace.sha256(file))
    }
    let path = try workspace.repository.folder.write(bytes, to: "root.bin")
    let outcome = try #require(Program(named: "sha256sum")).run([path])
    digest = String(outcome.output.prefix(64))
  }
}
