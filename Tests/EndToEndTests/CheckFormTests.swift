import Foundation
import TestSupport
import Testing

/// The built ghost in a workspace whose texts and names try to get out of every form of report; what
/// it writes is read by what is meant to read it.
@Suite struct CheckFormTests {
  private static let python = Program(named: "python3")
  private static let checkJSONSchema = Program(named: "check-jsonschema")
  private static let hasJUnitParser = isThere("junitparser")
  private static let hasMarkdownIt = isThere("markdown_it")

  private static func isThere(_ module: String) -> Bool {
    (try? python?.run(["-c", "import \(module)"]).status) == 0
  }

  private static let forms = ["text", "json", "github", "markdown", "gitlab", "sarif", "junit"]

  /// What was written of one run, all forms at once.
  private static let written: TemporaryFolder? = try? {
    let repository = try GitFolder()
    try HostileWorkspace.write(below: "blog/", in: repository)
    let draft = "blog/Drafts/0-eve.md"
    let text = try repository.folder.read("work/" + draft)
    try repository.write(text + "\nOld &lt;img src=x> @octocat.\n", to: draft)
    try repository.commit()
    try repository.write(text + "\nNew &lt;img src=x> @octocat.\n", to: draft)
    try repository.git("remote", "add", "origin", "https://me:secret@github.com/acme/site.git")
    let output = try TemporaryFolder()
    let outcome = try BuiltGhost.program.run(
      ["check", "--why"] + forms.flatMap { ["--to", "\($0)=\(output.path)/\($0)"] },
      in: repository.path + "/blog"
    )
    try output.write("\(outcome.status)\n\(outcome.error)", to: "status")
    try output.write(outcome.output, to: "stdout")
    return output
  }()

  private func text(_ form: String) throws -> String {
    try #require(Self.written).read(form)
  }

  private func path(_ form: String) throws -> String {
    try #require(Self.written).path + "/" + form
  }

  @Test("several forms at once, and what people read on standard output all the same")
  func all() throws {
    #expect(try text("status") == "1\n")
    // The excerpts are as wide as the terminal, or as a file has it.
    let shown = try ["stdout", "text"].map { try text($0).split(separator: "\n") }
    #expect(shown[0].filter { !$0.contains(" | ") } == shown[1].filter { !$0.contains(" | ") })
    #expect(try !text("stdout").unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
    for form in Self.forms { #expect(try !text(form).contains("secret"), "\(form)") }
  }

  @Test(
    "no text and no name of a file steers the terminal",
    .enabled(if: Terminal.python != nil, "python3 is not installed"),
    arguments: [["check", "--why"], ["check", "Drafts/bad.md"], ["check", "\u{1B}[31m"]]
  )
  func terminal(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try HostileWorkspace.write(in: folder)
    let outcome = try Terminal.run(
      [BuiltGhost.path] + arguments,
      environment: ["NO_COLOR": "1"],
      in: folder.path
    )
    #expect(outcome.output.contains("error: ") && outcome.output.contains("\\u{1B}"))
    let controls = outcome.output.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0.value == 0x202E
    }
    #expect(controls.isEmpty, "\(Array(controls))")
  }

  @Test(
    "JSON and SARIF fit their schemas",
    .enabled(if: checkJSONSchema != nil, "check-jsonschema is not installed"),
    arguments: [
      ("json", "Sources/Diagnostics/Reporters/report-1.schema.json"),
      ("sarif", "Tests/DiagnosticsTests/Fixtures/sarif-2.1.0.schema.json"),
      ("gitlab", "Tests/EndToEndTests/Fixtures/gitlab-code-quality.schema.json"),
    ]
  )
  func schema(form: String, schema: String) throws {
    let file = ProjectFolder.root.appending(path: schema).path
    let program = try #require(Self.checkJSONSchema)
    let outcome = try program.run(["--schemafile", file, try path(form)])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  @Test("GitHub sees ten commands at most, errors first, and no other")
  func github() throws {
    let lines = try text("github").split(separator: "\n", omittingEmptySubsequences: false)
    let commands = lines.compactMap { GitHubCommand(line: String($0)) }
    #expect(commands.count == 10)
    #expect(commands.map(\.name) == commands.map(\.name).sorted())
    #expect(commands.contains { $0.properties["file"] == "blog/Drafts/a, 100%:b.md" })
    #expect(commands.contains { $0.message.contains("::error::%0A") })
    for line in lines where !line.hasPrefix("::") {
      #expect(!line.drop { $0 == " " }.hasPrefix("::") && !line.contains("##["), "\(line)")
    }
  }

  @Test("GitLab tells findings apart, and the same ones when lines above them come and go")
  func gitlab() throws {
    let folder = try TemporaryFolder()
    try HostileWorkspace.write(in: folder)
    let before = try Self.fingerprints(in: folder)
    #expect(Set(before).count == before.count && !before.isEmpty)
    let draft = try folder.read("Drafts/0-eve.md")
    try folder.write(
      draft.replacing("\n---\n", with: "\n---\n\nOne more.\n\n"),
      to: "Drafts/0-eve.md"
    )
    #expect(try Self.fingerprints(in: folder) == before)
  }

  private static func fingerprints(in folder: TemporaryFolder) throws -> [String] {
    struct Issue: Decodable { let fingerprint: String }
    let output = try BuiltGhost.program.run(["check", "--to", "gitlab"], in: folder.path).output
    return try JSONDecoder().decode([Issue].self, from: Data(output.utf8)).map(\.fingerprint)
  }

  @Test(
    "JUnit's readers count a case for every draft",
    .enabled(if: hasJUnitParser, "junitparser is not installed")
  )
  func junit() throws {
    let script = """
      import junitparser, sys
      xml = junitparser.JUnitXml.fromfile(sys.argv[1])
      counted = (xml.tests, xml.failures)
      xml.update_statistics()
      cases = [case for suite in xml for case in suite]
      print(counted == (xml.tests, xml.failures), len(cases) > 4, any("a, 100%" in c.name for c in cases))
      """
    let outcome = try #require(Self.python).run(["-c", script, try path("junit")])
    #expect(outcome.output == "True True True\n", "\(outcome.error)")
  }

  @Test(
    "Markdown: hostile texts are shown and do nothing",
    .enabled(if: hasMarkdownIt, "markdown-it-py is not installed")
  )
  func markdown() throws {
    let script = ProjectFolder.tests.appending(path: "EndToEndTests/Fixtures/markdown-page.py").path
    let outcome = try #require(Self.python).run([script, try path("markdown")])
    let page = try JSONDecoder().decode(MarkdownPage.self, from: Data(outcome.output.utf8))
    #expect(
      Set(page.tags).isSubset(of: [
        "h2", "p", "ol", "ul", "li", "a", "strong", "blockquote", "ins", "del",
      ]),
      "\(page.tags)"
    )
    #expect(
      page.links == ["https://github.com/acme/site/edit/main/blog/Drafts/0-eve.md"],
      "\(outcome.error)"
    )
    #expect(page.text.contains("Waiting for Eve <b>x</b> `y` @octocat ##[error]: 2 questions"))
    #expect(
      page.text.contains("<script>alert(1)</script> ::error::%0A *a* @octocat? (about 5 words)")
    )
    #expect(page.text.contains("OldNew <img src=x> @octocat."))
    #expect(!page.joined.contains("@octocat"))
  }

  private struct MarkdownPage: Decodable {
    let tags: [String]
    let links: [String]
    /// What is shown, without the joiners that nobody sees.
    let text: String
    /// What is shown, with them.
    let joined: String
  }
}

/// GitHub's workflow command, read strictly.
private struct GitHubCommand {
  let name: String
  let properties: [String: String]
  let message: String

  /// Reads a line; one that is no command is `nil`, a malformed one is an issue.
  init?(line: String) {
    guard line.hasPrefix("::") else { return nil }
    let pattern = /::(error|warning|notice) ([^:\r]+)::([^\r]*)/
    guard let match = line.wholeMatch(of: pattern) else {
      Issue.record("malformed: \(line)")
      return nil
    }
    name = String(match.1)
    message = Self.unescaped(match.3)
    var properties: [String: String] = [:]
    for property in match.2.split(separator: ",") {
      guard let match = property.wholeMatch(of: /(file|line|endLine|col|endColumn|title)=(.+)/)
      else {
        Issue.record("malformed: \(property)")
        continue
      }
      properties[String(match.1)] = Self.unescaped(match.2)
    }
    self.properties = properties
  }

  private static func unescaped(_ text: Substring) -> String {
    let escapes = text.matches(of: /%(..)?/).map { String($0.output.0) }
    #expect(Set(escapes).isSubset(of: ["%25", "%0D", "%0A", "%3A", "%2C"]), "\(text)")
    return String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n")
      .replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%25", with: "%")
  }
}
