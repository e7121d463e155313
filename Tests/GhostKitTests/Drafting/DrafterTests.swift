import Diagnostics
import Markdown
import TestSupport
import Testing
import YAML

@testable import GhostKit

@Suite struct DrafterTests {
  /// A workspace of a test's own, with a brief that a test can spoil.
  private struct Scene {
    let folder: TemporaryFolder
    var request = Drafter.Request(executive: "cfo", topic: "pricing")

    init(
      topic: String = Scene.brief,
      exec: String = "name: Dana Reyes\ntitle: CFO\nemail: d@m.example\n",
      outline: String = Scene.outline
    ) throws {
      folder = try TemporaryFolder()
      try folder.write("organisation: Meridian\n", to: ".ghost/config.yml")
      try folder.write(exec, to: "Templates/execs/cfo.yml")
      try folder.write(topic, to: "Templates/topics/pricing.yml")
      try folder.write(outline, to: "Templates/article.md")
    }

    static let brief =
      "title: Why\naudience: All\nangle: Value\nbackground: One two three four five.\n"
    static let outline = """
      ---
      title: {{ topic.title }}
      byline: "{{ exec.name }}, {{ exec.title }}"
      exec: {{ exec.slug }}
      topic: {{ topic.slug }}
      format: {{ format }}
      {% if due %}due: {{ due }}
      {% endif %}---

      {{ topic.background }}

      {% tk "how did churn change?" words: 3 %}

      """

    func draft(_ log: inout DiagnosticLog) throws -> NewDraft? {
      let workspace = try Workspace(at: folder.path)
      return Drafter(in: workspace, clock: .fixed(1_764_000_000)).draft(request, log: &log)
    }
  }

  @Test("an outline, a profile and a brief make a draft")
  func draft() throws {
    var scene = try Scene()
    scene.request.due = CalendarDate("2026-12-04")
    var log = DiagnosticLog()
    let draft = try #require(try scene.draft(&log))
    #expect(
      String(decoding: draft.bytes, as: UTF8.self) == """
        ---
        title: Why
        byline: "Dana Reyes, CFO"
        exec: cfo
        topic: pricing
        format: article
        due: 2026-12-04
        ---

        One two three four five.

        [TK: how did churn change? ~3 words]

        """
    )
    #expect(draft.path == "Drafts/cfo-pricing.md")
    #expect(draft.share.prepared == 5)
    #expect(draft.share.expected == 3)
    #expect(draft.share.percent == 62)
    #expect(log.isEmpty)
  }

  @Test(
    "whatever a brief says stays a value",
    arguments: [
      "a: b", "say \"hi\" \\ 'x'", "x\n---\nstatus: declined", "{{ exec.email }}{% raw %}",
      "[TK: fake]",
      "---", "# no", "- item", "&anchor *alias", "!tag", "%directive", "@at `tick`", "<!-- hidden",
      "no",
      "2026-12-04", "\u{1F47B} Ünïcode", "trailing # comment", "{a: b}", "[a, b]", "|", ">", "?",
      "~",
    ]
  )
  func values(value: String) throws {
    let scalar = ScalarText.quoted(value)
    let topic = "title: \(scalar)\naudience: All\nangle: V\nbackground: \(scalar)\nwhy: a\n"
    let prose = "\nOne two three four five six seven eight nine ten.\n\n{{ topic.background }}\n"
    let outline = Scene.outline.replacing("\n{{ topic.background }}\n", with: prose)
    let scene = try Scene(topic: topic, outline: outline)
    var log = DiagnosticLog()
    let draft = try #require(try scene.draft(&log), "\(log.diagnostics)")
    let source = SourceText(path: draft.path, bytes: draft.bytes)
    let document = try Document(parsing: source)
    let metadata = try #require(Metadata.read(of: document, log: &log))
    #expect(metadata.title.value == value)
    #expect(metadata.status == nil)
    #expect(Placeholder.all(in: document).map(\.question) == ["how did churn change?"])
    #expect(document.headings.isEmpty)
    #expect(document.rawHTML.isEmpty)
  }

  @Test("what an outline captures above its front matter is one value in it")
  func captured() throws {
    let capture = "{%- capture name -%}{{ exec.name }}{%- endcapture -%}"
    let outline =
      capture + "\n"
      + Scene.outline.replacing("title: {{ topic.title }}", with: "title: {{ name }}")
    let exec = "name: \"Dana\\nstatus: declined\"\ntitle: CFO\nemail: d@m.example\n"
    var log = DiagnosticLog()
    let scene = try Scene(exec: exec, outline: outline.replacing("-%}\n---", with: "-%}---"))
    let draft = try #require(try scene.draft(&log), "\(log.diagnostics)")
    let document = try Document(parsing: SourceText(path: draft.path, bytes: draft.bytes))
    let metadata = try #require(Metadata.read(of: document, log: &log))
    #expect(metadata.title.value == "Dana\nstatus: declined")
    #expect(metadata.status == nil)
  }

  @Test("a complete text keeps its Markdown, and asks for nothing")
  func completeText() throws {
    let outline = Scene.outline.replacing("topic.background", with: "topic.text | strip")
      .replacing("{% tk \"how did churn change?\" words: 3 %}\n", with: "")
    let scene = try Scene(topic: Scene.brief + "text: texts/whole.md\n", outline: outline)
    let text = "One **two**.\n\n## Three\n\n- four [TK: five?]\n"
    try scene.folder.write(text, to: "Templates/topics/texts/whole.md")
    var log = DiagnosticLog()
    let draft = try #require(try scene.draft(&log), "\(log.diagnostics)")
    let body = "One **two**.\n\n## Three\n\n- four \\[TK: five?]\n"
    #expect(String(decoding: draft.bytes, as: UTF8.self).contains(body))
    #expect(draft.share.questions == 0)
    #expect(draft.share.percent == 100)
  }

  @Test("a draft that is less than half written is refused, with what would fill it")
  func thin() throws {
    let scene = try Scene(outline: Scene.outline.replacing("words: 3", with: "words: 5"))
    var log = DiagnosticLog()
    #expect(try scene.draft(&log) == nil)
    let finding = try #require(log.diagnostics.first)
    #expect(finding.code == "draft-too-thin")
    let notes = finding.notes.map(\.message)
    #expect(notes.first == "the beginning: 5 words written, 5 asked for")
    #expect(notes.contains("missing: proof-points: 0 of 6 or more"))
    #expect(notes.contains("missing: for cfo: opening"))
    #expect(finding.hint == "fill in what Templates/topics/pricing.yml lacks")
  }

  @Test("every unknown name is said in one go, with the nearest")
  func unknown() throws {
    var scene = try Scene()
    scene.request = Drafter.Request(executive: "cfoo", topic: "pricin")
    var log = DiagnosticLog()
    #expect(try scene.draft(&log) == nil)
    #expect(log.diagnostics.map(\.hint) == ["did you mean 'cfo'?", "did you mean 'pricing'?"])
    #expect(log.diagnostics.allSatisfy { $0.cause == .usage })
  }

  @Test(
    "names that climb out are refused",
    arguments: ["../x", "/etc/passwd", "a/b", "a\u{0}b", "a\u{1B}[2J", ".", "..", "", "A", "-x"]
  )
  func names(name: String) throws {
    var scene = try Scene()
    var log = DiagnosticLog()
    scene.request.slug = name
    #expect(try scene.draft(&log) == nil)
    scene.request = Drafter.Request(executive: name, topic: name)
    scene.request.format = name
    #expect(try scene.draft(&log) == nil)
    #expect(log.diagnostics.count == 3)
    #expect(log.diagnostics.allSatisfy { $0.cause == .usage })
  }

  @Test("an outline's faults stand at their lines, all in one go")
  func outlineFaults() throws {
    let outline = Scene.outline + "{{ exec.nam }}\n{{ topic.title | upcas }}\n{% render 'no' %}\n"
    var log = DiagnosticLog()
    #expect(try Scene(outline: outline).draft(&log) == nil)
    let lines = log.diagnostics.compactMap(\.location?.line)
    #expect(lines == [14, 15])
    let variable = Scene.outline + "{{ exec.nam }}\n{{ topics }}\n"
    log = DiagnosticLog()
    #expect(try Scene(outline: variable).draft(&log) == nil)
    #expect(log.diagnostics.compactMap(\.location?.line) == [13, 14])
  }

  @Test(
    "an outline that makes no draft is a finding",
    arguments: [
      "no front matter", "---\ntitle: x\n---\nx", "---\ntitle: x\n", "---\n- a\n---\n",
      Scene.outline.replacing("exec: {{ exec.slug }}", with: "exec: ceo"),
    ]
  )
  func noDraft(outline: String) throws {
    var log = DiagnosticLog()
    #expect(try Scene(outline: outline).draft(&log) == nil)
    #expect(log.diagnostics.map(\.code) == ["outline-no-draft"])
  }
}

private enum ScalarText {
  /// A text in YAML's double quotes, written by hand so that nothing of ghost's is trusted.
  static func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
        "\n",
        with: "\\n"
      )
      + "\""
  }
}
