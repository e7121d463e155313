import Foundation
import TestSupport
import Testing

/// Cheats with what a draft says and where it lies.
@Suite(
  "cheats with drafts",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithDraftsTests {
  private static let path = "Drafts/cfo-pricing.md"

  private static func edit(
    _ name: String,
    _ old: String,
    _ new: String,
    _ code: String = "changed"
  ) -> Cheat {
    Cheat(name, code) { try $0.edit(path, old, new) }
  }

  static let meaning = [
    edit("a figure", "118%", "119%"),
    edit("the title", "by value", "by cost"),
    edit("two words become one", "gave a discount", "gavea discount"),
    edit("a hard break", "last year.\n", "last year.  \n"),
    edit("a paragraph becomes a list", "We never", "- We never"),
    edit("a paragraph becomes a heading", "last year.\n", "last year.\n---\n"),
    edit("a paragraph becomes a definition", "We never gave", ": We never gave"),
    edit("an empty line joins no longer", "year.\nWe", "year.\n\nWe"),
    edit("a no-break space", "a discount", "a\u{A0}discount"),
    edit("a lone CR", "year.\nWe", "year.\rWe"),
    edit("due with a life of its own", "article\n---", "article\ndue: &t 2027-01-01\n---"),
    edit("an invisible character", "discount", "dis\u{200B}count"),
    edit("a comment", "So we keep", "<!-- not --> So we keep"),
    edit("raw HTML", "So we keep", "<del>So we keep</del>"),
    edit("an unused definition", "So we keep", "[x]: https://x.example\n\nSo we keep"),
    edit("a link", "discount", "[discount](https://x.example)"),
    edit("front matter that claims approval", "format:", "approved: true\nformat:"),
    edit("another byline", "byline: Dana Reyes", "byline: Dana Reys"),
    edit("a merge key", "format:", "<<: { status: live }\nformat:", "not-approvable"),
    edit("a key in another case", "format:", "Byline: Sam Okafor\nformat:", "not-approvable"),
    edit("a key among Hugo's", "format:", "params: { tags: [a] }\nformat:", "not-approvable"),
    edit("a fence that Hugo sees", "article\n---", "article\n---x: 1\n---", "not-approvable"),
    edit("a fence with a lone CR", "article\n---\n", "article\n---\r\r\n", "not-approvable"),
  ]

  static let places = [
    Cheat("a renamed draft", "not-approved") {
      try $0.repository.git("mv", path, "Drafts/cfo-prices.md")
    },
    Cheat("a renamed draft with its approval", "wrong-draft") {
      try $0.repository.git("mv", path, "Drafts/cfo-prices.md")
      try $0.repository.write(
        $0.repository.folder.read("work/Drafts/approvals/cfo-pricing.cfo.1.approval"),
        to: "Drafts/approvals/cfo-prices.cfo.1.approval"
      )
    },
    Cheat("a draft that becomes a link", "no-draft") {
      try $0.repository.write("Retention rose to 500%.\n", to: "elsewhere.md")
      try FileManager.default.removeItem(atPath: $0.repository.path + "/" + path)
      try FileManager.default.createSymbolicLink(
        atPath: $0.repository.path + "/" + path,
        withDestinationPath: "../elsewhere.md"
      )
    },
    Cheat("another case", "draft-name", policy: "rules: { draft-name: note }\n") {
      try $0.repository.git("mv", path, "Drafts/CFO-Pricing.md")
    },
    Cheat("two that differ by case", "draft-name") {
      try $0.repository.write("---\ntitle: x\n---\n", to: "Drafts/CFO-pricing.md")
    },
    Cheat("a twin in a subfolder", "changed") {
      let text = ApprovedWorkspace.draft.replacing("118%", with: "500%")
      try $0.repository.write(text, to: "Drafts/a/cfo-pricing.md")
    },
    Cheat("a folder whose name is no text", "not-approvable") {
      let shell = try #require(Program(named: "sh"))
      let make =
        #"d="Drafts/$(printf '\377')"; mkdir "$d" && cp Drafts/cfo-pricing.md "$d/cfo-x.md""#
      #expect(try shell.run(["-c", make], in: $0.repository.path).status == 0)
    },
    Cheat("a draft that is no Markdown by name", "no-draft") {
      try $0.repository.write("<h1>500%</h1>\n", to: "Drafts/cfo-prices.html")
    },
    Cheat("a draft in media/", "draft-astray", policy: "rules: { draft-astray: note }\n") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/media/cfo-prices.md")
    },
    Cheat("a draft that .gitignore hides", "not-approved") {
      try $0.repository.write("Drafts/cfo-prices.md\n", to: ".gitignore")
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-prices.md")
      try $0.repository.git("add", "-f", "Drafts/cfo-prices.md")
    },
    Cheat("a submodule", "no-draft") {
      let head = try $0.repository.git("rev-parse", "HEAD")
      try $0.repository.git("update-index", "--add", "--cacheinfo", "160000,\(head),Drafts/more")
      try $0.repository.git("commit", "-q", "-m", "module")
      // The working tree has no such folder; what is committed counts.
      try FileManager.default.createDirectory(
        atPath: $0.repository.path + "/Drafts/more",
        withIntermediateDirectories: true
      )
    },
    Cheat("deleted, and added again with another text", "changed") {
      let text = try $0.repository.folder.read("work/" + path)
      try $0.repository.git("rm", "-q", path)
      try $0.commit()
      try $0.repository.write(text.replacing("never", with: "often"), to: path)
    },
    Cheat(
      "an open question that the policy makes light of",
      "not-approved",
      policy: "rules: { tk-left: note }\n"
    ) {
      let text = ApprovedWorkspace.draft.replacing("118%", with: "[TK: how much? ~5 words]")
      try $0.repository.write(text, to: "Drafts/cfo-prices.md")
    },
    Cheat(
      "front matter that nobody can read",
      "not-approvable",
      policy: "rules: { front-matter: note, front-matter-type: note }\n"
    ) {
      try $0.edit(path, "format: article", "format: article\ntags: {a: b}")
    },
  ]

  /// Guidance that the executive alone approved, as it was dressed to look like something else.
  private static func shed(
    _ name: String,
    _ old: String,
    _ new: String,
    policy: String = ""
  ) -> Cheat {
    let text = ApprovedWorkspace.draft
      .replacing("topic: pricing", with: "topic: guidance\ntags: [forward-looking]")
    return Cheat(name, "not-approved", policy: policy, files: ["Drafts/cfo-guidance.md": text]) {
      try $0.edit("Drafts/cfo-guidance.md", old, new)
      try $0.approve("cfo-guidance")
    }
  }

  /// Commits what is rightly let through, and merges it.
  private static func land(_ workspace: ApprovedWorkspace) throws {
    try workspace.commit()
    let passing = try workspace.check()
    #expect(passing.status == 0, "\(passing)")
    try workspace.repository.git("checkout", "-q", "main")
    try workspace.repository.git("merge", "-q", "--ff-only", "change")
    try workspace.repository.git("checkout", "-q", "change")
  }

  /// Guidance that legal approved, and that comes back in two steps as something else.
  private static func shedInTwo(
    _ name: String,
    _ first: @escaping @Sendable (ApprovedWorkspace, String) throws -> Void
  ) -> Cheat {
    let guidance = "Drafts/cfo-guidance.md"
    let text = ApprovedWorkspace.draft.replacing("topic: pricing", with: "topic: guidance")
    let approve: @Sendable (ApprovedWorkspace) throws -> Void = {
      try $0.approve("cfo-guidance")
      try $0.approve("cfo-guidance", as: $0.sam) { $0.role = "legal" }
      try $0.commit()
    }
    return Cheat(name, "changed", files: [guidance: text], before: approve) {
      try first($0, guidance)
      try land($0)
      try $0.repository.write(ApprovedWorkspace.draft.replacing("118%", with: "180%"), to: guidance)
      let record = try $0.sha256("Drafts/approvals/cfo-guidance.cfo.1.approval")
      try $0.approve("cfo-guidance") {
        $0.number = 2
        $0.previous = record
      }
    }
  }

  static let reviewers = [
    shedInTwo("declined with another topic, and no longer declined") {
      try $0.edit($1, "topic: guidance", "topic: pricing\nstatus: declined")
    },
    shedInTwo("deleted, and back with another topic") { workspace, guidance in
      try workspace.repository.git("rm", "-q", guidance)
    },
    shed("a topic that is dropped to shed a reviewer", "topic: guidance", "topic: pricing"),
    shed("a topic in capitals", "topic: guidance", "topic: Guidance"),
    Cheat(
      "a tag that is dropped to shed a reviewer",
      "not-approved",
      policy: "  - { when: { tag: investors }, approvals: [legal] }\n",
      files: [
        "Drafts/cfo-news.md": ApprovedWorkspace.draft
          .replacing("format:", with: "tags: [investors]\nformat:")
      ]
    ) {
      try $0.edit("Drafts/cfo-news.md", "tags: [investors]\n", "")
      try $0.approve("cfo-news")
    },
    Cheat("declined with another text, and no longer declined", "changed") {
      try $0.edit(path, "format:", "status: declined\nformat:")
      try $0.edit(path, "118%", "500%")
      try land($0)
      try $0.edit(path, "status: declined\n", "")
    },
    Cheat("another executive's byline", "not-approved") {
      let text = ApprovedWorkspace.draft.replacing("exec: cfo", with: "exec: legal")
      try $0.repository.write(text, to: "Drafts/legal-prices.md")
      try $0.approve("legal-prices", as: $0.sam) { $0.role = "legal" }
    },
    Cheat("an executive whom no role knows", "unmet-rule") {
      try $0.repository.write(
        "name: E\ntitle: E\nemail: e@e.example\n",
        to: "Templates/execs/eve.yml"
      )
      let text = ApprovedWorkspace.draft.replacing("exec: cfo", with: "exec: eve")
      try $0.repository.write(text, to: "Drafts/eve-pricing.md")
    },
    Cheat("a reviewer without a key", "unmet-rule", policy: "  - { when: {}, approvals: [ceo] }\n")
    {
      try $0.repository.git("checkout", "-q", "main")
      try $0.edit(
        ".ghost/policy.yml",
        "roles:",
        "roles:\n  ceo: { name: Eve Black, principal: eve@acme.example }"
      )
      try $0.commit(at: $0.now - 7200)
      try $0.repository.git("checkout", "-q", "-B", "change")
      try $0.edit(path, "118%", "119%")
    },
  ]

  /// A file that a draft shows by an odd path, and that its record leaves out.
  private static func swapped(_ name: String, _ image: String, _ file: String) -> Cheat {
    let before: @Sendable (ApprovedWorkspace) throws -> Void = {
      try $0.repository.write(ApprovedWorkspace.draft + "\n\(image)\n", to: "Drafts/cfo-chart.md")
      try $0.approve("cfo-chart")
      try $0.commit(at: $0.now - 7200)
    }
    return Cheat(name, "asset-changed", files: [file: "one"], before: before) {
      try $0.repository.write("two", to: file)
    }
  }

  /// A new draft whose record says nothing of the image in it.
  private static func unrecorded(_ name: String, _ image: String, _ file: String) -> Cheat {
    Cheat(name, "asset-changed", files: [file: "one"]) {
      let text = ApprovedWorkspace.draft + "\n![Margins](\(image))\n"
      try $0.repository.write(text, to: "Drafts/cfo-chart.md")
      try $0.approve("cfo-chart")
    }
  }

  static let assets = [
    Cheat(
      "an image that is swapped",
      "asset-changed",
      files: ["Drafts/media/margins.png": "png one"],
      before: Self.approveWithImage
    ) { try $0.repository.write("png two", to: "Drafts/media/margins.png") },
    Cheat(
      "an image that becomes a link",
      "asset-changed",
      files: ["Drafts/media/margins.png": "png one", "Drafts/media/other.png": "png one"],
      before: Self.approveWithImage
    ) {
      let file = $0.repository.path + "/Drafts/media/margins.png"
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "other.png")
    },
    Cheat(
      "an image that is deleted",
      "asset-changed",
      files: ["Drafts/media/margins.png": "png one"],
      before: Self.approveWithImage
    ) { try $0.repository.git("rm", "-q", "Drafts/media/margins.png") },
    swapped(
      "an image by the site's own path",
      "![M](/media/margins.png)",
      "Drafts/media/margins.png"
    ),
    swapped("a file that is Markdown by name", "![M](../Assets/margins.md)", "Assets/margins.md"),
    unrecorded("an image that is a folder", "media/margins", "Drafts/media/margins/index.html"),
    unrecorded(
      "an image that the record leaves out",
      "media/margins.png",
      "Drafts/media/margins.png"
    ),
  ]

  @Sendable private static func approveWithImage(_ workspace: ApprovedWorkspace) throws {
    let text = ApprovedWorkspace.draft + "\n![Margins](media/margins.png)\n"
    try workspace.repository.write(text, to: "Drafts/cfo-chart.md")
    try workspace.approve("cfo-chart") { $0.assets = ["Drafts/media/margins.png"] }
    try workspace.commit(at: workspace.now - 7200)
    #expect(try workspace.check(["cfo-chart"]).status == 0)
  }

  @Test(arguments: meaning) func hiddenMeaning(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: places) func otherPlaces(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: reviewers) func shedReviewers(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: assets) func swappedAssets(_ cheat: Cheat) throws { try cheat.run() }
}
