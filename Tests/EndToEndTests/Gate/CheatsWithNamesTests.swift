import Foundation
import TestSupport
import Testing

/// Cheats with names that are others on the file systems of macOS and Windows.
@Suite(
  "cheats with names",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithNamesTests {
  private static let code = "name-collides"

  private static func brings(_ path: String, beside file: String? = nil) -> Cheat {
    Cheat("'\(path)'", code, files: file.map { [$0: "one"] } ?? [:]) {
      try $0.repository.write("two", to: path)
    }
  }

  static let cheats = [
    brings("drafts/cfo-pricing.md"),
    brings("DRAFTS/more.md"),
    brings("Drafts/CFO-PRICING.MD"),
    brings("Drafts/cfo-pricing.MD"),
    brings("Drafts/cfo-pricing.md. "),
    brings("Drafts/cfo-pricing.md::$DATA"),
    brings("Drafts/Media/chart.png"),
    brings("Drafts/media/Chart.png", beside: "Drafts/media/chart.png"),
    brings("Drafts/media/chart.png", beside: "Drafts/media/Chart.png"),
    brings("Drafts/media/caf\u{E9}.png", beside: "Drafts/media/cafe\u{301}.png"),
    brings("Drafts/media/cha\u{200C}rt.png", beside: "Drafts/media/chart.png"),
    brings("Drafts/media/me\u{17F}sage.png", beside: "Drafts/media/message.png"),
    brings("Drafts/media/QUARTE~1.PNG", beside: "Drafts/media/quarterly-margins.png"),
    brings("Drafts/Approvals/cfo-x.cfo.1.approval"),
    brings(".Ghost/policy.yml"),
    brings(".gh\u{200D}ost/policy.yml"),
    brings(".ghost./policy.yml"),
    brings("GHOST~1/policy.yml"),
    brings("GH12AB~1/policy.yml"),
    brings(".ghost/Policy.yml"),
    brings(".ghost/ALLOWE~1"),
    brings("templates/pages/article.html"),
    brings("Templates/Pages/article.html"),
    brings(".GitAttributes"),
    brings("Drafts/.gitattributes."),
    brings("Drafts\\cfo-pricing.md"),
    brings("docs\\..\\drafts\\cfo-pricing.md"),
    brings("Drafts/2026/... /x.md"),
    Cheat("a file that is renamed onto another", code, files: ["Drafts/media/chart.png": "one"]) {
      try $0.repository.git("mv", "Templates/article.md", "Drafts/media/CHART.PNG")
    },
    Cheat("a link", code) {
      try FileManager.default.createSymbolicLink(
        atPath: $0.repository.path + "/DRAFTS",
        withDestinationPath: "Templates"
      )
    },
  ]

  @Test(arguments: cheats) func found(_ cheat: Cheat) throws { try cheat.run() }

  static let honest = [
    HonestChange("other names") {
      try $0.repository.write("one", to: "Drafts/media/Chart one.png")
      try $0.repository.write("two", to: "Drafts/media/Chart two.PNG")
      try $0.repository.write("three", to: "Drafts/media/caf\u{E9}.png")
      try $0.repository.write("four", to: "Drafts/media/draft~of~a~chart.png")
      try $0.repository.write("# Read me\n", to: "README.md")
      try $0.repository.write("too", to: "docs/Readme.md")
      try $0.repository.write("too", to: "docs/readme.md")
      try $0.repository.write("too", to: "drafting/notes.md")
    },
    HonestChange(
      "a name that only changes its letters' case",
      before: {
        try $0.repository.write("one", to: "Drafts/media/Chart.png")
        try $0.repository.write(
          ApprovedWorkspace.draft + "\n![M](media/Chart.png)\n",
          to: "Drafts/cfo-m.md"
        )
        try $0.approve("cfo-m") { $0.assets = ["Drafts/media/Chart.png"] }
        try $0.commit(at: $0.now - 7200)
      }
    ) {
      try $0.repository.git("mv", "Drafts/media/Chart.png", "Drafts/media/chart.png")
      try $0.edit("Drafts/cfo-m.md", "Chart.png", "chart.png")
      let record = try $0.sha256("Drafts/approvals/cfo-m.cfo.1.approval")
      try $0.approve("cfo-m") {
        ($0.number, $0.previous, $0.assets) = (2, record, ["Drafts/media/chart.png"])
      }
    },
  ]

  @Test(arguments: honest) func passes(_ change: HonestChange) throws { try change.run() }

  @Test("one finding a name, and not more than anybody reads")
  func count() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.branch()
    for index in 0..<3 { try workspace.repository.write("two", to: "drafts/media/\(index).png") }
    try workspace.commit()
    #expect(try workspace.check().errors == [Self.code])
    for index in 0..<120 {
      try workspace.repository.write("one", to: "Drafts/media/a\(index).png")
      try workspace.repository.write("two", to: "Drafts/media/A\(index).png")
    }
    try workspace.commit()
    let many = try workspace.check()
    #expect(many.errors.count == 101 && many.description.contains("141 more names"), "\(many)")
  }

  @Test("the first change, a workspace below the root, and a push")
  func elsewhere() throws {
    let first = try ApprovedWorkspace()
    try first.repository.git("checkout", "-q", "--orphan", "empty")
    try first.repository.git("rm", "-rqf", ".")
    try first.repository.write("x", to: "README.md")
    try first.commit(at: first.now - 90_000)
    try first.repository.git("checkout", "-q", "-b", "change")
    try first.repository.git("checkout", "main", "--", ".")
    try first.repository.write("two", to: "drafts/media/chart.png")
    try first.commit()
    let found = try first.check(["--base", "empty", "--bootstrap"])
    #expect(found.errors == [Self.code], "\(found)")

    let below = try ApprovedWorkspace()
    try below.move(to: "site/blog")
    try below.branch()
    try below.repository.write("two", to: "Site/blog/Drafts/cfo-pricing.md")
    try below.repository.write("two", to: "site/BLOG~1")
    try below.repository.write("two", to: "site/blog/drafts/x.md")
    try below.repository.write("two", to: "sites/blog/drafts/x.md")
    try below.commit()
    let three = try below.check(["--base", "main", "--workspace", "site/blog"])
    #expect(three.errors == [Self.code, Self.code, Self.code], "\(three)")

    let server = try PushServer()
    try server.workspace.repository.write("two", to: "drafts/cfo-pricing.md")
    try server.workspace.commit()
    #expect(try server.push("main")?.contains("[name-collides]") == true)
  }
}
