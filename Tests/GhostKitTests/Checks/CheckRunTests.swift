import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

/// Each fault at its place: `⟦` and `⟧` mark, in the draft itself, where the finding must stand.
@Suite struct CheckRunTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let code: String
    let draft: String
    var testDescription: String { code }
  }

  private static let frontMatter = """
    ---
    title: Why we price by value
    byline: Dana Reyes, CFO
    exec: cfo
    topic: pricing
    format: article
    ---

    """

  static let faults = [
    Fault(code: "tk-left", draft: frontMatter + "Text.\n\nA ⟦[TK: why? ~5 words]⟧ b\n"),
    Fault(code: "tk-left", draft: frontMatter + "Größe: 🙂 ⟦[TK]⟧\n"),
    Fault(code: "tk-bare", draft: frontMatter + "It rose by ⟦TK⟧ per cent.\n"),
    Fault(
      code: "front-matter-key-missing",
      draft: frontMatter.replacing("title: Why we price by value\nbyline", with: "⟦⟧byline")
    ),
    Fault(
      code: "front-matter-type",
      draft: frontMatter.replacing("format:", with: "due: ⟦soon⟧\nformat:")
    ),
    Fault(code: "front-matter", draft: "⟦⟧No front matter.\n"),
    Fault(code: "draft-unreadable", draft: "⟦---⟧\ntitle: open\n"),
    Fault(code: "unknown-exec", draft: frontMatter.replacing("cfo", with: "⟦cf0⟧")),
    Fault(code: "unknown-topic", draft: frontMatter.replacing(" pricing", with: " ⟦prices⟧")),
    Fault(code: "unknown-format", draft: frontMatter.replacing("article", with: "⟦essay⟧")),
    Fault(code: "conflict-markers", draft: frontMatter + "One\n⟦<<<<<<<⟧ HEAD\n"),
    Fault(code: "heading-jump", draft: frontMatter + "## Two\n\n⟦#### Four⟧\n"),
    Fault(code: "second-title", draft: frontMatter + "# One\n\n⟦# Two⟧\n"),
    Fault(code: "unsafe-link", draft: frontMatter + "[a](⟦javascript:run()⟧)\n"),
    Fault(code: "unsafe-link", draft: frontMatter + "[a](⟦&#74;ava&#10;script:run()⟧)\n"),
    Fault(code: "missing-target", draft: frontMatter + "ü ![a](⟦media/none.png⟧)\n"),
    Fault(code: "missing-target", draft: frontMatter + "[a](⟦../../../etc/passwd⟧)\n"),
    Fault(code: "missing-target", draft: frontMatter + "![a](⟦/media/none.png⟧)\n"),
    Fault(code: "missing-target", draft: frontMatter + "[a](.) ![a](⟦.⟧)\n"),
  ]

  @Test(arguments: faults) func everyFaultStandsAtItsPlace(_ fault: Fault) throws {
    let opening = try #require(fault.draft.firstIndex(of: "⟦"))
    let before = fault.draft[..<opening]
    let line = before.count { $0 == "\n" } + 1
    let lineStart = before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
    let column = before[lineStart...].unicodeScalars.count + 1
    let marked = fault.draft[opening...].dropFirst().prefix { $0 != "⟧" }
    let run = try Self.run(["Drafts/a.md": fault.draft.filter { $0 != "⟦" && $0 != "⟧" }])
    #expect(Self.brief(run) == ["Drafts/a.md:\(line):\(column) \(fault.code)"])
    let place = try #require(run.diagnostics.first?.location)
    #expect(place.endColumn == place.column + marked.unicodeScalars.count)
  }

  @Test func whatIsNoFaultIsNotReported() throws {
    let draft =
      Self.frontMatter + """
        # Why we price by value

        ## `[TK: code]` and TKs, ATK, TK-Kasse

        <!-- a comment --> [a](https://a.example) [b](#x) [c](/about) ![d](media/a%20b.png)
        ![d](/media/a%20b.png) ![d](/Drafts/media/a%20b.png)

        Heading
        =======
        """
    let run = try Self.run([
      "Drafts/a.md": draft.replacing("Heading\n=======", with: "    TK code"),
      "Drafts/media/a b.png": "", "Drafts/results.csv": "", "Drafts/.gitkeep": "",
    ])
    #expect(Self.brief(run) == [])
    #expect(run.drafts == ["Drafts/a.md"])
  }

  @Test func rawHTMLIsAnErrorWhereThePolicyDoesNotAllowIt() throws {
    let draft = Self.frontMatter + "a <b>c</b>\n"
    let policy = "workspace: acme-blog\n"
    let strict = try Self.run(["Drafts/a.md": draft, ".ghost/policy.yml": policy])
    #expect(Self.brief(strict) == ["Drafts/a.md:8:3 raw-html"])
    let lax = policy + "allow: [raw-html]\n"
    #expect(Self.brief(try Self.run(["Drafts/a.md": draft, ".ghost/policy.yml": lax])) == [])
  }

  @Test func filesThatAreNoDraftsAreReported() throws {
    let draft = Self.frontMatter + "Text.\n"
    let run = try Self.run([
      "Drafts/My Draft.md": draft, "Drafts/a.md": draft, "Drafts/b/a.md": draft,
      "Drafts/media/c.md": draft, "Drafts/notes.txt": "",
    ])
    #expect(
      Self.brief(run) == [
        "Drafts/My Draft.md:0:0 draft-name", "Drafts/b/a.md:0:0 draft-twins",
        "Drafts/media/c.md:0:0 draft-astray", "Drafts/notes.txt:0:0 no-draft",
      ]
    )
  }

  @Test func aLinkIsReportedAndNotFollowed() throws {
    let small = try SmallWorkspace(replacing: ["Drafts/a.md": Self.frontMatter])
    try FileManager.default.createSymbolicLink(
      atPath: small.folder.path + "/Drafts/b.md",
      withDestinationPath: "a.md"
    )
    let run = try CheckRun(of: small.workspace, selection: [], variables: Self.variables)
    #expect(Self.brief(run) == ["Drafts/b.md:0:0 no-draft"])
    #expect(run.drafts == ["Drafts/a.md"])
  }

  @Test func brokenBytesAreOneFinding() throws {
    let small = try SmallWorkspace()
    for bytes in [[0xFF, 0x0A], [0x61, 0x00], [UInt8](repeating: 0x61, count: 1 << 20 + 1)] {
      try small.folder.write(Data(bytes), to: "Drafts/a.md")
      let run = try CheckRun(of: small.workspace, selection: [], variables: Self.variables)
      #expect(run.diagnostics.map(\.code) == ["draft-unreadable"])
    }
  }

  @Test func thePolicySaysHowMuchAFindingMatters() throws {
    let run = try Self.run([
      "Drafts/a.md": Self.frontMatter + "[TK: why?] TK\n",
      ".ghost/policy.yml": "workspace: acme-blog\nrules: { tk-left: note, tk-bare: error }\n",
    ])
    #expect(run.diagnostics.map(\.severity) == [.note, .error])
    #expect(run.tasks.map(\.person) == ["Dana Reyes"])
    #expect(run.tasks.map(\.text) == ["why?"])
  }

  @Test func aRuleThatIsNotThereCannotBeWeighed() throws {
    let run = try Self.run([
      "Drafts/a.md": Self.frontMatter,
      ".ghost/policy.yml":
        "workspace: acme-blog\nrules:\n  tk-bear: note\n  policy-no-method: note\n",
    ])
    #expect(
      Self.brief(run) == [
        ".ghost/policy.yml:3:3 policy-unknown-rule", ".ghost/policy.yml:4:3 policy-unknown-rule",
      ]
    )
    #expect(run.diagnostics.first?.hint == "did you mean 'tk-bare'?")
  }

  @Test func aHundredFindingsOfARuleAreEnough() throws {
    let draft = Self.frontMatter + String(repeating: "TK\n\n", count: 250)
    let run = try Self.run(["Drafts/a.md": draft])
    #expect(run.diagnostics.count == 100)
    let last = try #require(run.diagnostics.last)
    #expect(last.location?.line == 8 + 2 * 99)
    #expect(last.notes.map(\.message) == ["150 more of these from here on"])
    #expect(last.notes.first?.location?.line == 8 + 2 * 100)
    #expect(run.diagnostics.dropLast().allSatisfy { $0.notes.isEmpty })
    let few = try Self.run([
      "Drafts/a.md": Self.frontMatter + String(repeating: "TK\n\n", count: 100)
    ])
    #expect(few.diagnostics.count == 100 && few.diagnostics.allSatisfy { $0.notes.isEmpty })
  }

  @Test func manyDraftsAreFoundInTheirOrder() throws {
    var files: [String: String] = [:]
    for number in 0..<300 {
      files["Drafts/d\(number).md"] = Self.frontMatter + "[TK: a] and [TK: b]\n"
    }
    let run = try Self.run(files)
    let paths = files.keys.sorted()
    #expect(run.drafts == paths)
    #expect(run.diagnostics.compactMap(\.location?.path) == paths.flatMap { [$0, $0] })
    #expect(run.tasks.map(\.text) == paths.flatMap { _ in ["a", "b"] })
  }

  @Test func aTextFromElsewhereStandsForTheFile() throws {
    let small = try SmallWorkspace(replacing: ["Drafts/a.md": Self.frontMatter + "[TK]\n"])
    let run = try CheckRun(
      of: small.workspace,
      selection: [],
      input: SourceText(path: "Drafts/b/a.md", text: Self.frontMatter + "TK\n"),
      variables: Self.variables
    )
    #expect(run.drafts == ["Drafts/b/a.md"])
    #expect(Self.brief(run) == ["Drafts/b/a.md:0:0 draft-twins", "Drafts/b/a.md:8:1 tk-bare"])
  }

  @Test func aRulePassedIfItLookedAndFoundNothing() throws {
    let run = try Self.run([
      "Drafts/a.md": Self.frontMatter + "[TK]\n", "Drafts/b.md": "no front matter\n",
    ])
    let codes = run.passed.map(\.code)
    #expect(run.passed.allSatisfy { $0.path == "Drafts/a.md" })
    #expect(codes == CheckTable.all.map(\.code).filter { $0 != "tk-left" })
  }

  @Test(arguments: [
    ("a", ["Drafts/a.md"]), ("Drafts/b/c.md", ["Drafts/b/c.md"]), ("Drafts/b", ["Drafts/b/c.md"]),
    ("./Drafts/../Drafts/b/", ["Drafts/b/c.md"]), (".", ["Drafts/a.md", "Drafts/b/c.md"]),
  ])
  func aNameOrAPathSelects(_ name: String, _ drafts: [String]) throws {
    let draft = Self.frontMatter
    let small = try SmallWorkspace(replacing: ["Drafts/a.md": draft, "Drafts/b/c.md": draft])
    let selection = DraftSelection(name, from: small.folder.path, in: small.workspace)
    let run = try CheckRun(of: small.workspace, selection: [selection], variables: Self.variables)
    #expect(run.drafts == drafts)
  }

  @Test(arguments: ["none", "../a", "/etc/passwd", "Drafts/none"])
  func aNameThatNothingHasIsAUsageError(_ name: String) throws {
    let small = try SmallWorkspace(replacing: ["Drafts/a.md": Self.frontMatter])
    let selection = DraftSelection(name, from: small.folder.path, in: small.workspace)
    let error = #expect(throws: Diagnostic.self) {
      try CheckRun(of: small.workspace, selection: [selection], variables: Self.variables)
    }
    #expect(error?.code == "unknown-draft")
    #expect(error?.cause == .usage)
  }

  @Test func everyRuleIsExplained() {
    for check in CheckTable.all {
      #expect(!check.summary.isEmpty && check.help.count > check.summary.count)
    }
    #expect(Set(CheckTable.all.map(\.code)).count == CheckTable.all.count)
  }

  private static let variables = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]

  private static func run(_ files: [String: String]) throws -> CheckRun {
    let small = try SmallWorkspace(replacing: files)
    return try CheckRun(of: small.workspace, selection: [], variables: variables)
  }

  private static func brief(_ run: CheckRun) -> [String] {
    run.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column) " } ?? ""
      return place + diagnostic.code.rawValue
    }
  }
}
