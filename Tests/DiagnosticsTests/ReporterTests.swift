import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every form for programs, read by an independent reader of it.
@Suite struct ReporterTests {
  private static let checkJSONSchema = Program(named: "check-jsonschema")
  private static let python = Program(named: "python3")
  private static let hasJUnitParser =
    (try? python?.run(["-c", "import junitparser"]).status) == 0

  /// One finding of every shape, with all that a form has to escape.
  private static let report: Report = {
    let source = SourceText(
      path: "Drafts/cfo, 100%:ü.md",
      text: "title: a\nEine <Zahl> & \"mehr\"\n"
    )
    let place = source.location(of: 14..<20)
    var findings = [
      Diagnostic(.warning, "figure-unsourced", "no source: 5 %, or\n1 < 2", at: place),
      Diagnostic(
        .error,
        "tk-left",
        "waiting for Dana Reyes: why, and \u{1B}[31mwhen?",
        at: place,
        hint: "ask: ghost ask",
        notes: [.init("first here", at: source.location(at: 0))]
      ),
      Diagnostic(.error, "no-policy", "no policy"),
      Diagnostic(.note, "draft-new", "whole file", at: Location(path: "Drafts/new.md")),
    ]
    findings += (1...12).map { Diagnostic(.warning, "word", "word \($0)", at: place) }
    findings += (1...2).map { _ in Diagnostic(.warning, "word", "the same", at: place) }
    return Report(
      tool: "ghost",
      version: "1.0",
      subjects: ["Drafts/cfo, 100%:ü.md", "Drafts/fine.md"],
      diagnostics: findings,
      rules: [.init("tk-left", "nothing is left to come")],
      summary: "::error::Not ready: 2 questions."
    )
  }()

  private func text(_ name: String) throws -> String {
    try #require(Reporter.all.first { $0.name == name }).write(Self.report)
  }

  private func json(_ name: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try text(name).utf8))
  }

  @Test("ghost's own form")
  func ownJSON() throws {
    let report = try #require(json("json") as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(report["version"] as? Int == 1)
    #expect((report["totals"] as? [String: Int]) == ["errors": 2, "warnings": 15, "notes": 1])
    #expect(findings[0]["path"] as? String == "Drafts/cfo, 100%:ü.md")
    #expect(findings[0]["line"] as? Int == 2)
    #expect(findings[0]["column"] as? Int == 6)
    #expect(findings[0]["endColumn"] as? Int == 12)
    #expect(findings[2]["path"] == nil)
    #expect(findings[3]["line"] == nil)
  }

  @Test("GitHub: errors first, ten at most, nothing from outside is a command")
  func github() throws {
    let lines = try text("github").split(separator: "\n")
    #expect(
      lines[0] == """
        ::error file=Drafts/cfo%2C 100%25%3Aü.md,line=2,endLine=2,col=6,endColumn=12,title=tk-left\
        ::waiting for Dana Reyes: why, and \\u{1B}[31mwhen?%0Ahint: ask: ghost ask
        """
    )
    #expect(lines[1] == "::error title=no-policy::no policy")
    #expect(lines[2].hasSuffix("::no source: 5 %25, or%0A1 < 2"))
    #expect(lines.count { $0.hasPrefix("::") } == 10)
    #expect(lines[10] == "and 8 more findings, not shown beside the lines")
    #expect(lines[11] == "> ::error::Not ready: 2 questions.")
  }

  @Test("GitLab: the documented fields, and a fingerprint of its own for each")
  func gitlab() throws {
    let issues = try #require(json("gitlab") as? [[String: Any]])
    #expect(issues.count == 18)
    var fingerprints: Set<String> = []
    for issue in issues {
      let location = try #require(issue["location"] as? [String: Any])
      let lines = try #require(location["lines"] as? [String: Int])
      #expect(location["path"] is String)
      #expect((lines["begin"] ?? 0) >= 1)
      #expect(issue["description"] is String)
      #expect(issue["check_name"] is String)
      let severity = issue["severity"] as? String ?? ""
      #expect(["info", "minor", "major", "critical", "blocker"].contains(severity))
      fingerprints.insert(issue["fingerprint"] as? String ?? "")
    }
    #expect(fingerprints.count == 18)
  }

  @Test(
    "SARIF: the schema of OASIS accepts it",
    .enabled(if: checkJSONSchema != nil, "check-jsonschema is not installed")
  )
  func sarif() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(try text("sarif"), to: "out.sarif")
    let schema = ProjectFolder.tests
      .appending(path: "DiagnosticsTests/Fixtures/sarif-2.1.0.schema.json").path
    let outcome = try #require(Self.checkJSONSchema).run(["--schemafile", schema, file])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    let uri = "Drafts/cfo%2C%20100%25%3A%C3%BC.md"
    #expect(try text("sarif").contains("\"uri\": \"\(uri)\""))
  }

  @Test(
    "JUnit: a reader of it counts cases and failures",
    .enabled(if: hasJUnitParser, "junitparser is not installed")
  )
  func junit() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(try text("junit"), to: "out.xml")
    let script = """
      import junitparser, sys
      xml = junitparser.JUnitXml.fromfile(sys.argv[1])
      xml.update_statistics()
      names = [case.name for suite in xml for case in suite]
      print(xml.tests, xml.failures, xml.errors, names)
      """
    let outcome = try #require(Self.python).run(["-c", script, file])
    #expect(
      outcome.output
        == "4 2 0 ['Drafts/cfo, 100%:ü.md', 'Drafts/fine.md', 'ghost', 'Drafts/new.md']\n",
      "\(outcome.error)"
    )
  }
}
