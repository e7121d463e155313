import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing

@testable import GhostKit

/// Drafts in the languages of the fixtures: their own outlines, words counted as their readers do.
@Suite struct LanguageTests {
  @Test(
    "a brief in a language takes that language's outline",
    arguments: [
      ("geschaeftsleitung", "angebote", "de"), ("direktor", "sroki", "ru"),
      ("mudira", "asaar", "ar"),
    ]
  )
  func draft(executive: String, topic: String, language: String) throws {
    let folder = try TemporaryFolder()
    try ProjectFolder.copyWorkspace(to: folder.path)
    let fixtures = ProjectFolder.tests.appending(path: "GhostKitTests/Fixtures/briefs")
    for place in ["execs/\(executive).yml", "topics/\(topic).yml"] {
      let text = try String(contentsOf: fixtures.appending(path: place), encoding: .utf8)
      try folder.write(text, to: "Templates/\(place)")
    }
    var request = Drafter.Request(executive: executive, topic: topic)
    request.format = "article"
    var log = DiagnosticLog()
    let drafter = Drafter(in: try Workspace(at: folder.path), clock: .fixed(1_764_000_000))
    let draft = try #require(drafter.draft(request, log: &log), "\(log.diagnostics)")
    #expect(!log.hasErrors)
    let source = SourceText(path: draft.path, bytes: draft.bytes)
    let document = try Document(parsing: source)
    let metadata = try #require(Metadata.read(of: document, log: &log))
    #expect(metadata.lang?.description == language)
    #expect(draft.share.exceeds(50))
    #expect(draft.share.questions == 2)
    // Foundation's own idea of words, which knows these languages.
    let prose = document.text.blocks.filter { $0.kind == .paragraph }
      .map { document.text.string($0.text) }.filter { !$0.hasPrefix("[TK") }
    let words = prose.flatMap { $0.split(whereSeparator: \.isWhitespace) }.filter { word in
      word.contains { $0.isLetter || $0.isNumber }
    }
    let difference = abs(draft.share.prepared - words.count)
    #expect(difference * 20 <= words.count, "\(draft.share.prepared) and \(words.count)")
  }

  @Test("an outline from a Windows checkout makes the same draft", arguments: ["\r\n", "\u{FEFF}"])
  func windows(mark: String) throws {
    let outline = """
      ---
      title: "{{ topic.title }}"
      byline: "{{ exec.name }}"
      exec: {{ exec.slug }}
      topic: {{ topic.slug }}
      format: {{ format }}
      ---

      One two three.

      """
    let folder = try TemporaryFolder()
    try folder.write("organisation: Meridian\n", to: ".ghost/config.yml")
    try folder.write("name: D\ntitle: CFO\nemail: d@m.example\n", to: "Templates/execs/cfo.yml")
    try folder.write("title: W\naudience: A\nangle: V\n", to: "Templates/topics/pricing.yml")
    let spoiled = mark == "\r\n" ? outline.replacing("\n", with: mark) : mark + outline
    try folder.write(spoiled, to: "Templates/article.md")
    var log = DiagnosticLog()
    let drafter = Drafter(in: try Workspace(at: folder.path), clock: .fixed(0))
    let draft = drafter.draft(.init(executive: "cfo", topic: "pricing"), log: &log)
    let bytes = try #require(draft?.bytes, "\(log.diagnostics)")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("---\ntitle: \"W\"\n"))
    #expect(!bytes.contains(UInt8(ascii: "\r")))
    #expect(draft?.share.prepared == 3)
  }

  @Test("an outline that is no text is a finding at its place")
  func noText() throws {
    let folder = try TemporaryFolder()
    try folder.write("organisation: Meridian\n", to: ".ghost/config.yml")
    try folder.write("name: D\ntitle: CFO\nemail: d@m.example\n", to: "Templates/execs/cfo.yml")
    try folder.write("title: W\naudience: A\nangle: V\n", to: "Templates/topics/pricing.yml")
    try folder.write(Data("---\nab".utf8 + [0xFF]), to: "Templates/article.md")
    var log = DiagnosticLog()
    let drafter = Drafter(in: try Workspace(at: folder.path), clock: .fixed(0))
    #expect(drafter.draft(.init(executive: "cfo", topic: "pricing"), log: &log) == nil)
    let finding = try #require(log.diagnostics.first)
    #expect(finding.code == "outline-not-text")
    #expect(finding.location?.line == 2)
    #expect(finding.location?.column == 3)
  }
}
