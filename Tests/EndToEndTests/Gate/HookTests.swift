import Foundation
import TestSupport
import Testing

/// Real pushes to a bare repository whose `pre-receive` hook is ghost.
@Suite(
  "the hook of a git server",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct HookTests {
  private static let draft = "Drafts/cfo-pricing.md"

  @Test("a fast-forward passes if everything it brings is approved")
  func fastForward() throws {
    let server = try PushServer()
    let workspace = server.workspace
    try workspace.edit(Self.draft, "118%", "119%")
    try workspace.commit()
    #expect(try server.push("main")?.contains("[changed]") == true)
    #expect(try server.push("main:refs/heads/work") == nil)
    let previous = try workspace.sha256("Drafts/approvals/cfo-pricing.cfo.1.approval")
    try workspace.approve("cfo-pricing") {
      $0.number = 2
      $0.previous = previous
    }
    try workspace.commit()
    #expect(try server.push("main") == nil)
  }

  @Test("a protected branch is neither deleted, pushed to by force, nor made anew")
  func protection() throws {
    let server = try PushServer()
    let workspace = server.workspace
    try workspace.repository.git("push", "-q", "origin", "main:refs/heads/work")
    #expect(try server.push("--delete", "main") != nil)
    #expect(try server.push(":main", "main:refs/heads/main2") != nil)
    try workspace.repository.git("checkout", "-q", "--orphan", "fresh")
    try workspace.commit()
    let forced = try server.push("--force", "fresh:main")
    #expect(forced?.contains("[protected-branch]") == true, "\(forced ?? "")")
    // The others are free.
    #expect(try server.push("--force", "fresh:work") == nil)
    #expect(try server.push("--delete", "work") == nil)
  }

  @Test("a new protected branch is judged by the default branch")
  func newBranch() throws {
    let server = try PushServer(policy: "")
    let workspace = server.workspace
    try workspace.edit(".ghost/policy.yml", "protected: [main]", "protected: [main, release]")
    try workspace.commit()
    #expect(try server.push("main") == nil)
    #expect(try server.push("main:refs/heads/release") == nil)
    #expect(try server.push("--delete", "release") != nil)
    // Deleted by an administrator, it is judged like any new branch.
    try workspace.repository.git("-C", server.path, "update-ref", "-d", "refs/heads/release")
    try workspace.repository.git("checkout", "-q", "-b", "bad")
    try workspace.edit(Self.draft, "118%", "500%")
    try workspace.edit(".ghost/policy.yml", "protected: [main, release]", "protected: []")
    try workspace.commit()
    let refused = try server.push("bad:refs/heads/release")
    #expect(refused?.contains("[changed]") == true, "\(refused ?? "")")
    #expect(try server.push("bad:refs/heads/RELEASE") != nil)
    // Nor is an older state of the default branch good enough, since it has fewer records.
    try workspace.repository.git("checkout", "-q", "main")
    let older = try workspace.repository.git("rev-parse", "main")
    try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-more.md")
    try workspace.approve("cfo-more")
    try workspace.commit()
    #expect(try server.push("main") == nil)
    #expect(try server.push("\(older):refs/heads/release")?.contains("record-deleted") == true)
  }

  @Test("merges and squashes of approved work pass, those of other work do not")
  func merges() throws {
    for isSquash in [false, true] {
      for isApproved in [false, true] {
        let server = try PushServer()
        let workspace = server.workspace
        try workspace.branch("work")
        try workspace.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
        try workspace.commit()
        if isApproved { try workspace.approve("cfo-prices") }
        try workspace.commit()
        try workspace.repository.git("checkout", "-q", "main")
        try workspace.repository.write("x\n", to: "README.md")
        try workspace.commit()
        if isSquash {
          try workspace.repository.git("merge", "-q", "--squash", "work")
        } else {
          try workspace.repository.git("merge", "-q", "--no-ff", "-m", "merge", "work")
        }
        try workspace.commit()
        let refused = try server.push("main")
        #expect((refused == nil) == isApproved, "\(refused ?? "")")
        if let refused { #expect(refused.contains("[not-approved]"), "\(refused)") }
      }
    }
  }

  @Test("a renamed draft needs a new approval")
  func rename() throws {
    let server = try PushServer()
    try server.workspace.repository.git("mv", Self.draft, "Drafts/cfo-prices.md")
    try server.workspace.commit()
    #expect(try server.push("main")?.contains("[not-approved]") == true)
    try server.workspace.approve("cfo-prices")
    try server.workspace.commit()
    #expect(try server.push("main") == nil)
  }

  @Test("replacements are refused on any branch, and the rest of a push with them")
  func replacement() throws {
    let server = try PushServer()
    let repository = server.workspace.repository
    let blob = try repository.git("rev-parse", "HEAD:\(Self.draft)")
    try repository.git("update-ref", "refs/replace/\(blob)", "HEAD")
    let refused = try server.push("refs/replace/*", "main:refs/heads/work")
    #expect(refused?.contains("[replaced-objects]") == true, "\(refused ?? "")")
  }

  @Test("workspaces below the root are judged, each of them")
  func folders() throws {
    let server = try PushServer { try $0.move(to: "site") }
    let workspace = server.workspace
    try workspace.edit("site/" + Self.draft, "118%", "119%")
    try workspace.commit()
    let refused = try server.push("main")
    #expect(
      refused?.contains("site/Drafts/cfo-pricing.md:9:19: error: changed") == true,
      "\(refused ?? "")"
    )
    #expect(try server.push("--delete", "main") != nil)
    // A workspace beside it lends it no judge.
    try workspace.repository.git("rm", "-rq", "site/.ghost")
    try workspace.repository.write("workspace: own\n", to: ".ghost/policy.yml")
    try workspace.commit()
    #expect(try server.push("main")?.contains("[no-policy]") == true)

    let second = try PushServer { try $0.move(to: "site", isCopy: true) }
    try second.workspace.repository.write("more\n", to: "README.md")
    try second.workspace.commit()
    #expect(try second.push("main") == nil)
    try second.workspace.edit("site/" + Self.draft, "118%", "119%")
    try second.workspace.commit()
    #expect(try second.push("main")?.contains("[changed]") == true)
  }

  @Test("a new workspace that nobody could read tomorrow is refused today")
  func newcomer() throws {
    let server = try PushServer()
    try server.workspace.repository.write("workspace: [\n", to: "other/.ghost/policy.yml")
    try server.workspace.commit()
    let refused = try server.push("main")
    #expect(refused?.contains("other/.ghost/policy.yml:") == true, "\(refused ?? "")")
  }

  @Test("another name of a protected branch is that branch")
  func alias() throws {
    let server = try PushServer()
    let workspace = server.workspace
    for (name, target) in [("heads/master", "heads/main"), ("for/main", "heads/master")] {
      try workspace.repository.git(
        "-C",
        server.path,
        "symbolic-ref",
        "refs/" + name,
        "refs/" + target
      )
    }
    try workspace.edit(Self.draft, "118%", "119%")
    try workspace.commit()
    for name in ["heads/master", "for/main"] {
      #expect(try server.push("main:refs/" + name)?.contains("[changed]") == true, "\(name)")
      #expect(try server.push(":refs/" + name)?.contains("[protected-branch]") == true, "\(name)")
    }
  }

  @Test("nothing else takes a protected branch's name, or HEAD's")
  func shadows() throws {
    let server = try PushServer()
    for name in [
      "tags/main", "tags/MAIN", "heads/HEAD", "tags/HEAD", "heads/refs/heads/main",
      "heads/heads/main",
      "tags/heads/main", "tags/refs/heads/main", "remotes/main", "remotes/main/HEAD", "main",
    ] {
      let refused = try server.push("main:refs/" + name)
      #expect(refused?.contains("[protected-branch]") == true, "\(name): \(refused ?? "")")
    }
    for name in ["tags/v1", "heads/work/main", "remotes/origin/main", "remotes/origin/HEAD"] {
      #expect(try server.push("main:refs/" + name) == nil, "\(name)")
    }
    try server.workspace.repository.git("-C", server.path, "tag", "main", "main")
    #expect(try server.push(":refs/tags/main") == nil)
  }

  @Test("other input than git's is refused")
  func input() throws {
    let server = try PushServer()
    for text in ["x\n", "0 0 refs/heads/main\n", "refs/heads/main\n"] {
      let outcome = try server.workspace.ghost(
        ["hook", "pre-receive"],
        in: server.path,
        input: text
      )
      #expect(outcome.status == 2, "\(outcome.error)")
    }
  }
}
