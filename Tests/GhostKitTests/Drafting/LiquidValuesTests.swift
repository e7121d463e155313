import Diagnostics
import GhostKit
import Liquid
import Testing

@Suite struct LiquidValuesTests {
  /// Renders a strict template, in which an unknown variable is an error.
  private func render(_ template: String, _ small: SmallWorkspace) throws -> String {
    var log = DiagnosticLog()
    let executive = try #require(small.workspace.executive("cfo", log: &log))
    let topic = try #require(small.workspace.topic("pricing", log: &log))
    let config = try #require(small.workspace.config(log: &log))
    let source = SourceText(path: "t.md", text: template)
    let template = Template(parsing: source, environment: Environment(), log: &log)
    let parsed = try #require(template)
    var data = Object()
    data["exec"] = executive.liquid
    data["topic"] = topic.liquid
    data["you"] = topic.part(for: executive.slug).liquid
    data["site"] = config.liquidSite
    let output = try #require(parsed.render(data, log: &log))
    #expect(log.diagnostics == [])
    return String(decoding: output, as: UTF8.self)
  }

  @Test(
    "a template sees what the files say",
    arguments: [
      ("{{ exec.slug }} {{ exec.name }} {{ exec.email }}", "cfo Dana Reyes dana@acme.example"),
      ("{{ exec.voice.openings[0] }} {{ exec.voice.replace.utilise }}", "I count. use"),
      ("{{ exec.formats.likes | join }} {{ exec.rivals[0].date }}", "article 2026-06"),
      ("{{ topic.title }} {{ topic.tags | join: '+' }}", "Pricing: why pricing+2026"),
      ("{{ topic.proof-points[0].source }} {{ topic.text }}", "Board report A complete text.\n"),
      ("{{ you.why-you }} {{ you.questions.size }}", "You signed it. 1"),
      ("{{ you.questions[0].words | plus: 1 }} {{ you.questions[0].minutes }}", "51 5"),
      ("{{ topic.for.cfo.why-you }} {{ topic.questions[0].words }}", "You signed it. 40"),
      ("{{ topic.objections[0].answer }} {{ site.title }}", "No The Acme Blog"),
    ]
  )
  func values(template: String, output: String) throws {
    #expect(try render(template, SmallWorkspace()) == output)
  }

  @Test("what the files leave out is there all the same, as nothing")
  func absent() throws {
    let small = try SmallWorkspace(replacing: [
      ".ghost/config.yml": "organisation: Acme\n",
      "Templates/execs/cfo.yml": "name: D\ntitle: CFO\nemail: d@a.example\n",
      "Templates/topics/pricing.yml": """
      title: t
      audience: a
      angle: b
      proof-points: [{claim: c}]
      questions: [{ask: q}]
      objections: [{objection: o}]
      """,
    ])
    let nothing = [
      "exec.lang", "exec.github", "exec.byline", "exec.voice.tone", "topic.description",
      "topic.lang", "topic.text", "topic.why", "topic.background", "topic.call-to-action",
      "topic.proof-points[0].source", "topic.proof-points[0].url", "topic.proof-points[0].date",
      "topic.proof-points[0].detail", "topic.questions[0].minutes", "topic.objections[0].answer",
      "you.why-you", "you.opening", "you.bridge", "you.close", "site.url", "site.title",
    ]
    for path in nothing {
      #expect(try render("{% if \(path) == nil %}nil{% endif %}", small) == "nil", "\(path)")
    }
    let empty = [
      "exec.voice.openings", "exec.voice.transitions", "exec.voice.closings", "exec.voice.phrases",
      "exec.voice.avoid", "exec.voice.replace", "exec.formats.likes", "exec.formats.dislikes",
      "exec.rivals", "topic.tags", "topic.for",
    ]
    for path in empty {
      #expect(try render("{{ \(path).size }}", small) == "0", "\(path)")
    }
  }
}
