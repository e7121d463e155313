import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

/// What `--fix` changes, and that it changes nothing else.
@Suite struct DraftFixTests {
  private static let profile = """
    name: Dana Reyes
    title: CFO
    email: dana@acme.example
    voice:
      avoid: [synergy]
      replace: { utilise: use, users: customers, going forward: from now on }
    """

  private static func fix(_ text: String) throws -> (text: String, summaries: [String]) {
    let files = ["Drafts/a.md": text, "Templates/execs/cfo.yml": profile]
    let small = try SmallWorkspace(replacing: files)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try CheckRun(of: small.workspace, selection: [], variables: ["PATH": path])
    for fix in run.fixes { try fix.apply(in: small.workspace) }
    let data = try Data(contentsOf: URL(filePath: small.folder.path + "/Drafts/a.md"))
    return (String(decoding: data, as: UTF8.self), run.fixes.map(\.summary))
  }

  static let bodies = [
    ("Users utilise it; users' users.\n", "Customers use it; customers' customers.\n"),
    ("Going\nforward we **utilise** it.\n", "From now on we **use** it.\n"),
    ("- Größe, 🙂 users\n  USERS\n", "- Größe, 🙂 customers\n  CUSTOMERS\n"),
  ]

  @Test(arguments: bodies) func wordsAreReplaced(_ before: String, _ after: String) throws {
    let fixed = try Self.fix(MarkedDraft.frontMatter + before)
    #expect(fixed.text == MarkedDraft.frontMatter + after)
  }

  @Test(arguments: [
    "`users`, users@a.example and synergy\n", "[users](https://a.example)\n", "> users said\n",
    "*us*ers and us&#101;rs\n", "[TK: which users?]\n", "<!-- users -->\n\n    users\n",
  ])
  func whatIsSomebodyElsesOrCodeStays(_ body: String) throws {
    let fixed = try Self.fix(MarkedDraft.frontMatter + body)
    #expect(fixed.text == MarkedDraft.frontMatter + body)
    #expect(fixed.summaries.isEmpty)
  }

  @Test func linesEndWithLineFeeds() throws {
    let text = "\u{FEFF}" + MarkedDraft.frontMatter + "a  \nb\rc\n\nusers\n"
    let fixed = try Self.fix(text.replacing("\n", with: "\r\n"))
    #expect(Array(fixed.text.utf8) == Array(text.replacing("users", with: "customers").utf8))
    #expect(fixed.summaries == ["1 word, line ends"])
  }

  @Test func lineEndsAreOneNote() throws {
    let text = MarkedDraft.frontMatter.replacing("\n", with: "\r\n")
    let run = try MarkedDraft.check(["Drafts/a.md": text])
    #expect(run.diagnostics.map(\.code.rawValue) == ["line-ends"])
    let place = run.diagnostics.first?.location
    #expect(place?.line == 1 && place?.column == 4)
  }

  @Test func aDraftThatChangedMeanwhileStays() throws {
    let files = ["Drafts/a.md": MarkedDraft.frontMatter + "users\n"]
    let small = try SmallWorkspace(
      replacing: files.merging(["Templates/execs/cfo.yml": Self.profile]) { $1 }
    )
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try CheckRun(of: small.workspace, selection: [], variables: ["PATH": path])
    let other = MarkedDraft.frontMatter + "no users\n"
    try small.folder.write(other, to: "Drafts/a.md")
    let error = #expect(throws: Diagnostic.self) {
      for fix in run.fixes { try fix.apply(in: small.workspace) }
    }
    #expect(error?.code == "draft-changed")
    #expect(try small.folder.read("Drafts/a.md") == other)
  }
}
