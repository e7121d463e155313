import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import GhostKit

/// What `ghost new` writes is read back as it was given, and says what it lacks.
@Suite struct NewFileTests {
  private static let oddTexts = [
    "Dana Reyes", "no", "118", "2026-11-25", "a: b # c", "'quoted' \"twice\"", "- dash", "---",
    "two\nlines", "tab\tbed", "[TK: x]", "{{ exec.name }}", "Дана", "日本", "🙂", " spaced ", "\\",
  ]

  private func workspace(in folder: TemporaryFolder) throws -> Workspace {
    try folder.write("organisation: Meridian\n", to: ".ghost/config.yml")
    return try Workspace(at: folder.path)
  }

  @Test("a profile holds what was given", arguments: oddTexts)
  func profile(text: String) throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(in: folder)
    var log = DiagnosticLog()
    let email = try #require(EmailAddress("a@b.example"))
    var profile = NewProfile(name: text, title: text, email: email)
    profile.github = text
    profile.tone = text
    let slug = try #require(Slug("cfo"))
    let written = try #require(try profile.write(as: slug, in: workspace, log: &log))
    #expect(written.path == "Templates/execs/cfo.yml")
    #expect(log.isEmpty)
    let read = try #require(workspace.executive("cfo", log: &log))
    #expect([read.name, read.title, read.github, read.voice.tone] == [text, text, text, text])
    #expect(throws: Diagnostic.nameTaken(written.path)) {
      try NewProfile.checkVacancy(of: slug, in: workspace)
    }
  }

  @Test("a brief holds what was given", arguments: oddTexts, [true, false])
  func brief(text: String, isPersonal: Bool) throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(in: folder)
    try folder.write("name: A\ntitle: B\nemail: c@d.example\n", to: "Templates/execs/cfo.yml")
    var log = DiagnosticLog()
    var brief = NewBrief(title: text, audience: text, angle: text)
    brief.why = text
    brief.executive = isPersonal ? (slug: try #require(Slug("cfo")), whyYou: text) : nil
    brief.questions = [text, "second"]
    brief.proofPoints = [.init(claim: text, source: text), .init(claim: text)]
    let slug = try #require(Slug("pricing"))
    let written = try #require(try brief.write(as: slug, in: workspace, log: &log))
    #expect(log.isEmpty)
    let read = try #require(workspace.topic("pricing", log: &log))
    #expect([read.title, read.audience, read.angle, read.why] == [text, text, text, text])
    let part = read.part(for: try #require(Slug("cfo")))
    #expect(part.questions.map(\.ask) == [text, "second"])
    #expect(part.whyYou == (isPersonal ? text : nil))
    #expect(read.proofPoints.map(\.value.source) == [text, nil])
    #expect(written.gaps.contains("proof-points: a source for '\(text)'"))
    #expect(written.gaps.contains { $0.contains("why-you") } == !isPersonal)
  }

  @Test("the comments of a new file are YAML once their signs are taken away")
  func comments() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(in: folder)
    let email = try #require(EmailAddress("a@b.example"))
    let profile = NewProfile(name: "Dana", title: "CFO", email: email)
    let brief = NewBrief(title: "A", audience: "B", angle: "C")
    try folder.write(uncommented(profile.text), to: "Templates/execs/cfo.yml")
    try folder.write(uncommented(brief.text), to: "Templates/topics/pricing.yml")
    try folder.write("", to: "Templates/article.md")
    try folder.write("", to: "Templates/video.md")
    var log = DiagnosticLog()
    #expect(try #require(workspace.executive("cfo", log: &log)).gaps == [])
    let topic = try #require(workspace.topic("pricing", log: &log))
    #expect(topic.gaps == ["why: why it matters now", "proof-points: 1 of 6 or more"])
    #expect(log.isEmpty)
  }

  /// Takes the sign off every line that is YAML behind it, as a reader of the file would.
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n").map { line in
      let yaml = line.hasPrefix("# ") ? line.dropFirst(2) : line
      let isYAML = yaml.contains(/^ *(- )?[a-z-]+:( |$)/) || yaml.hasPrefix("  ")
      return String(isYAML ? yaml : line)
    }
    .joined(separator: "\n")
  }

  @Test("the example company's briefs and profiles lack nothing")
  func examples() throws {
    let workspace = try Workspace(at: ProjectFolder.root.path)
    var log = DiagnosticLog()
    for name in workspace.executives(log: &log) {
      #expect(workspace.executive(name.description, log: &log)?.gaps == [])
    }
    for name in workspace.topics(log: &log) {
      #expect(workspace.topic(name.description, log: &log)?.gaps == [])
    }
    #expect(log.isEmpty)
  }
}
