import Foundation
import TestSupport
import Testing

/// Cheats with files that a page shows and its draft does not spell out.
@Suite(
  "cheats with media",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithMediaTests {
  private static let chart = "Drafts/media/my chart.png"

  /// An approved draft that comes to a file in a way of its own, so that few records list it.
  private static func hidden(
    _ name: String,
    _ body: String,
    _ code: String = "media-changed",
    _ change: @escaping @Sendable (ApprovedWorkspace) throws -> Void = {
      try $0.repository.write("two", to: chart)
    }
  ) -> Cheat {
    let before: @Sendable (ApprovedWorkspace) throws -> Void = {
      try $0.repository.write(ApprovedWorkspace.draft + "\n\(body)\n", to: "Drafts/cfo-chart.md")
      try $0.approve("cfo-chart")
      try $0.commit(at: $0.now - 7200)
    }
    let files = [chart: "one", "Drafts/media/other.png": "other"]
    return Cheat(name, code, files: files, before: before, change: change)
  }

  static let shortcode = "Margins as {{< my chart >}} shows."

  static let swaps = [
    // The record lists it, as what kramdown would show.
    hidden("a name with a blank", "![Margins](media/my chart.png)", "asset-changed"),
    hidden("a value of a shortcode", shortcode),
    hidden("Liquid's append", "{% assign chart = 'my chart' | append: '.png' %}"),
    hidden("a link in its place", shortcode) {
      try $0.repository.git("rm", "-q", chart)
      try FileManager.default.createSymbolicLink(
        atPath: $0.repository.path + "/" + chart,
        withDestinationPath: "other.png"
      )
    },
    hidden("another file that takes its name", shortcode) {
      try $0.repository.git("mv", "-f", "Drafts/media/other.png", chart)
    },
    hidden("another name", shortcode) {
      try $0.repository.git("mv", chart, "Drafts/media/chart.png")
    },
    hidden("a folder in its place", shortcode) {
      try $0.repository.git("rm", "-q", chart)
      try $0.repository.write("two", to: chart + "/index.html")
    },
    hidden("deletion", shortcode) { try $0.repository.git("rm", "-q", chart) },
    hidden("a draft that is declined and names it", shortcode) {
      let text = ApprovedWorkspace.draft.replacing("format:", with: "status: declined\nformat:")
      try $0.repository.write(text + "\n![x](<media/my chart.png>)\n", to: "Drafts/cfo-no.md")
      try $0.repository.write("two", to: chart)
    },
    hidden("a new approval of a draft without it", shortcode) {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Drafts/cfo-new.md")
      try $0.approve("cfo-new")
      try $0.repository.write("two", to: chart)
    },
    Cheat(
      "a file that a draft lets go, replaced for another that hides it",
      "media-changed",
      before: begin
    ) {
      try $0.repository.write("two", to: "Drafts/media/margins.png")
      try $0.edit("Drafts/cfo-chart.md", "![Margins](media/margins.png)", "No chart.")
      try approveAgain($0, [])
    },
  ]

  /// A page by an ending that drafts do not have.
  private static func page(_ path: String) -> Cheat {
    Cheat(path, "draft-astray", policy: "rules: { draft-astray: note }\n") {
      try $0.repository.write(ApprovedWorkspace.draft, to: path)
    }
  }

  static let pages = [
    page("Drafts/media/x.MD"), page("Drafts/media/x.mkd"), page("Drafts/media/2026/x.Markdown"),
    page("Drafts/media/x.mdown. "), page("Drafts/approvals/x.MD"), page("Drafts/media/cfo:x.md"),
    page("Drafts/media/x\u{600}.md"), page("Drafts/media/x.HTML"), page("Drafts/media/x.adoc"),
    page("Drafts/media/_content.gotmpl"), page("Drafts/approvals/evidence/x.org"),
    page("Drafts/media/chart.png"), page("Drafts/media/x"),
  ]

  static let links = [
    Cheat("a link to a folder of pages", "no-draft", policy: "rules: { no-draft: note }\n") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Elsewhere/x.md")
      try $0.repository.write("", to: "Drafts/media/.gitkeep")
      try FileManager.default.createSymbolicLink(
        atPath: $0.repository.path + "/Drafts/media/more",
        withDestinationPath: "../../Elsewhere"
      )
    },
    Cheat("a link by a name that is passed over", "no-draft") {
      try $0.repository.write(ApprovedWorkspace.draft, to: "Elsewhere/x.md")
      for name in [".gitkeep", "results.csv"] {
        try FileManager.default.createSymbolicLink(
          atPath: $0.repository.path + "/Drafts/" + name,
          withDestinationPath: "../Elsewhere"
        )
      }
    },
    Cheat("a submodule", "no-draft") {
      let head = try $0.repository.git("rev-parse", "HEAD")
      let entry = "160000,\(head),Drafts/media/more"
      try $0.repository.git("update-index", "--add", "--cacheinfo", entry)
      try $0.repository.git("commit", "-q", "-m", "module")
      try FileManager.default.createDirectory(
        atPath: $0.repository.path + "/Drafts/media/more",
        withIntermediateDirectories: true
      )
    },
  ]

  @Test(arguments: links) func linksToPages(_ cheat: Cheat) throws { try cheat.run() }
  @Test(arguments: pages) func hiddenPages(_ cheat: Cheat) throws { try cheat.run() }

  @Test(arguments: swaps) func swapped(_ cheat: Cheat) throws { try cheat.run() }

  /// Shows a file by its name in a draft, and has that approved.
  @Sendable private static func show(_ workspace: ApprovedWorkspace) throws {
    let text = ApprovedWorkspace.draft + "\n![Margins](media/margins.png)\n"
    try workspace.repository.write(text, to: "Drafts/cfo-chart.md")
    try workspace.approve("cfo-chart") { $0.assets = ["Drafts/media/margins.png"] }
  }

  @Sendable private static func begin(_ workspace: ApprovedWorkspace) throws {
    try workspace.repository.write("one", to: "Drafts/media/margins.png")
    try workspace.repository.write("", to: "Drafts/media/.gitkeep")
    try show(workspace)
    try workspace.commit(at: workspace.now - 7200)
  }

  private static func approveAgain(_ workspace: ApprovedWorkspace, _ assets: [String]) throws {
    let record = try workspace.sha256("Drafts/approvals/cfo-chart.cfo.1.approval")
    try workspace.approve("cfo-chart") {
      ($0.number, $0.previous, $0.assets) = (2, record, assets)
    }
  }

  static let ways = [
    HonestChange("a new file") { try $0.repository.write("one", to: "Drafts/media/new one.png") },
    HonestChange("a new version with its approval", before: begin) {
      try $0.repository.write("two", to: "Drafts/media/margins.png")
      try approveAgain($0, ["Drafts/media/margins.png"])
    },
    HonestChange("a new version under a new name", before: begin) {
      try $0.repository.write("two", to: "Drafts/media/margins-2.png")
      try $0.edit("Drafts/cfo-chart.md", "margins.png", "margins-2.png")
      try approveAgain($0, ["Drafts/media/margins-2.png"])
    },
    HonestChange("a file that its draft lets go", before: begin) {
      try $0.repository.git("rm", "-q", "Drafts/media/margins.png")
      try $0.edit("Drafts/cfo-chart.md", "![Margins](media/margins.png)", "No chart.")
      try approveAgain($0, [])
    },
    HonestChange("a file that moves with its draft's approval", before: begin) {
      try $0.repository.git("mv", "Drafts/media/margins.png", "Drafts/media/m.png")
      try $0.edit("Drafts/cfo-chart.md", "margins.png", "m.png")
      try approveAgain($0, ["Drafts/media/m.png"])
    },
    HonestChange(
      "an unused file that a new draft shows",
      before: {
        try $0.repository.write("draft of a chart", to: "Drafts/media/margins.png")
        try $0.commit(at: $0.now - 7200)
      }
    ) {
      try $0.repository.write("one", to: "Drafts/media/margins.png")
      try show($0)
    },
    HonestChange("git's own files, and a program's mark", before: begin) {
      try $0.repository.git("rm", "-q", "Drafts/media/.gitkeep")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: $0.repository.path + "/Drafts/media/margins.png"
      )
    },
  ]

  @Test(arguments: ways) func passes(_ change: HonestChange) throws { try change.run() }

  @Test("one finding a file, the draft's own if it has one, and not more than anybody reads")
  func count() throws {
    let workspace = try ApprovedWorkspace()
    for index in 0..<120 { try workspace.repository.write("one", to: "Drafts/media/\(index).png") }
    try Self.begin(workspace)
    try workspace.branch()
    try workspace.repository.write("two", to: "Drafts/media/margins.png")
    try workspace.commit()
    #expect(try workspace.check().errors == ["asset-changed"])
    #expect(try workspace.check(["cfo-pricing", "--base", "main"]).errors == [])
    for index in 0..<2 { try workspace.repository.write("two", to: "Drafts/media/\(index).png") }
    try workspace.commit()
    let found = try workspace.check()
    #expect(found.errors == ["asset-changed", "media-changed", "media-changed"], "\(found)")
    #expect(found.description.contains("add the new version under another name"))
    #expect(try workspace.check(["cfo-pricing", "--base", "main"]).errors.count == 2)
    for index in 2..<120 { try workspace.repository.write("two", to: "Drafts/media/\(index).png") }
    try workspace.commit()
    let many = try workspace.check()
    #expect(many.errors.count == 102 && many.description.contains("20 more files"), "\(many)")
  }

  @Test("a push is judged likewise")
  func push() throws {
    let server = try PushServer { try Self.begin($0) }
    try server.workspace.repository.git("rm", "-q", "Drafts/media/margins.png")
    try server.workspace.repository.git("rm", "-q", "Drafts/cfo-chart.md")
    try server.workspace.commit()
    #expect(try server.push("main")?.contains("[media-changed]") == true)
  }
}
