import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

@Suite struct BriefTests {
  private func link(_ target: String, at path: String, in small: SmallWorkspace) throws {
    try FileManager.default.createSymbolicLink(
      atPath: small.folder.path + "/" + path,
      withDestinationPath: target
    )
  }

  @Test("what there is, in order, without what is no file of theirs")
  func lists() throws {
    let small = try SmallWorkspace(replacing: [
      "Templates/execs/ceo.yml": "", "Templates/execs/notes.txt": "",
      "Templates/execs/.ghost-tmp-1.yml": "", "Templates/execs/old/x.yml": "",
      "Templates/article.de.md": "", "Templates/post.pt-BR.md": "", "Templates/video.md": "",
      "Templates/partials/x.md": "",
    ])
    var log = DiagnosticLog()
    #expect(small.workspace.executives(log: &log).map(\.description) == ["ceo", "cfo"])
    #expect(small.workspace.topics(log: &log).map(\.description) == ["pricing"])
    #expect(small.workspace.formats(log: &log).map(\.description) == ["article", "post", "video"])
    #expect(log.isEmpty)
  }

  @Test("odd names and links that lead out are findings, the rest is still listed")
  func oddFiles() throws {
    let small = try SmallWorkspace(replacing: [
      "Templates/execs/Bad Name.yml": "", "Templates/execs/ceo.yaml": "",
    ])
    try link("/etc/passwd", at: "Templates/execs/out.yml", in: small)
    try link("cfo.yml", at: "Templates/execs/same.yml", in: small)
    var log = DiagnosticLog()
    #expect(small.workspace.executives(log: &log).map(\.description) == ["cfo", "same"])
    #expect(
      SmallWorkspace.brief(log) == [
        "Templates/execs/Bad Name.yml:0:0 bad-file-name",
        "Templates/execs/ceo.yaml:0:0 bad-file-name",
        "Templates/execs/out.yml:0:0 file-outside",
      ]
    )
  }

  @Test(
    "an unknown name is a usage error that lists what there is",
    arguments: [
      ("cfoo", "unknown-name", "no executive 'cfoo'; there are: ceo, cfo", "did you mean 'cfo'?"),
      (
        "legal", "unknown-name", "no executive 'legal'; there are: ceo, cfo", "ghost new exec legal"
      ),
      ("CFO", "bad-name", "'CFO' is no name of an executive", "did you mean 'cfo'?"),
      ("../cfo", "bad-name", "'../cfo' is no name of an executive", "did you mean 'cfo'?"),
    ]
  )
  func unknown(name: String, code: String, message: String, hint: String) throws {
    let small = try SmallWorkspace(replacing: ["Templates/execs/ceo.yml": ""])
    var log = DiagnosticLog()
    #expect(small.workspace.executive(name, log: &log) == nil)
    let diagnostic = try #require(log.diagnostics.first)
    #expect(log.diagnostics.count == 1)
    #expect(diagnostic.code.rawValue == code)
    #expect(diagnostic.cause == .usage)
    #expect(diagnostic.message == message)
    #expect(diagnostic.hint == hint)
  }

  @Test("where there is none at all, the way to the first is shown")
  func none() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".ghost/config.yml")
    let workspace = try Workspace(at: folder.path)
    var log = DiagnosticLog()
    #expect(workspace.topic("pricing", log: &log) == nil)
    #expect(log.diagnostics.map(\.message) == ["no topic 'pricing'; there is none yet"])
    #expect(log.diagnostics.map(\.hint) == ["ghost new topic pricing"])
  }

  @Test(
    "a brief's text stays among the topics",
    arguments: [
      ("../execs/cfo.yml", "file-outside"), ("/etc/passwd", "file-outside"),
      ("none.md", "topic-text-missing"), ("texts", "file-not-regular"),
      ("out.md", "file-outside"), ("latin.md", "topic-text-not-utf8"),
    ]
  )
  func text(name: String, code: String) throws {
    let brief = "title: x\naudience: y\nangle: z\ntext: \(name)\n"
    let small = try SmallWorkspace(replacing: ["Templates/topics/pricing.yml": brief])
    try link("/etc/passwd", at: "Templates/topics/out.md", in: small)
    try small.folder.write(Data([0x61, 0xE9]), to: "Templates/topics/latin.md")
    var log = DiagnosticLog()
    #expect(small.workspace.topic("pricing", log: &log) == nil)
    #expect(SmallWorkspace.brief(log) == ["Templates/topics/pricing.yml:4:7 \(code)"])
  }

  @Test(
    "outlines and partials in a language go before the plain ones",
    arguments: [
      ("de", "article.de", "x.de"), ("de-CH", "article.de", "x.de-CH"), ("fr", "article", "x"),
      ("en", "article", "x"),
    ]
  )
  func languages(tag: String, outline: String, partial: String) throws {
    let small = try SmallWorkspace(replacing: [
      "Templates/article.de.md": "", "Templates/partials/x.md": "",
      "Templates/partials/x.de.md": "", "Templates/partials/x.de-CH.md": "",
    ])
    let language = try #require(Language(tag))
    let article = try #require(Slug("article"))
    let found = try small.workspace.outline(article, in: language)
    #expect(found?.path == "Templates/\(outline).md")
    #expect(
      try small.workspace.partial("x", in: language)?.path == "Templates/partials/\(partial).md"
    )
    #expect(try small.workspace.partial("y", in: language) == nil)
    #expect(small.workspace.partialNames() == ["x"])
    for name in ["../article", "/etc/passwd", "a/../../x"] {
      #expect(try small.workspace.partial(name, in: language)?.path == nil)
    }
    #expect(throws: Diagnostic.self) { try small.workspace.partial("x\u{0}", in: language) }
  }

  @Test(
    "the brief's language goes before the executive's and the workspace's",
    arguments: [
      ("ru", "ar", "ru"), (nil, "ar", "ar"), (nil, nil, "en"), ("de", nil, "de"),
    ] as [(String?, String?, String)]
  )
  func chosen(topic: String?, executive: String?, language: String) throws {
    func line(_ tag: String?) -> String { tag.map { "\nlang: \($0)" } ?? "" }
    let files = SmallWorkspace.files
    let small = try SmallWorkspace(replacing: [
      "Templates/topics/pricing.yml": (files["Templates/topics/pricing.yml"] ?? "") + line(topic),
      "Templates/execs/cfo.yml": (files["Templates/execs/cfo.yml"] ?? "") + line(executive),
    ])
    var log = DiagnosticLog()
    let brief = try #require(small.workspace.topic("pricing", log: &log))
    let person = try #require(small.workspace.executive("cfo", log: &log))
    let config = try #require(small.workspace.config(log: &log))
    #expect(config.language(topic: brief, executive: person).description == language)
  }

  @Test(
    "no languages",
    arguments: ["", "e", "engl", "de_CH", "de-", "../de", "de.md", "d e", "12"]
  )
  func noLanguages(tag: String) {
    #expect(Language(tag) == nil)
  }
}
