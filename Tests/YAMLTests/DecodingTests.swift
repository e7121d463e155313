import Diagnostics
import Testing
import YAML

private struct Person: YAMLModel {
  enum Mood: String, YAMLEnumeration { case glad, sober, cross }

  struct Voice: YAMLModel {
    var tone = "plain"
    var phrases: [String] = []

    static let fields: [Field<Voice>] = [
      .optional("tone") { $0.tone = $1 }, .optional("phrases") { $0.phrases = $1 },
    ]
  }

  var name = ""
  var age: Int?
  var share = 0.5
  var isOpen = false
  var mood = Mood.glad
  var voice = Voice()
  var pieces: [Located<Voice>] = []
  var swaps = OrderedMap<String>()

  static let fields: [Field<Person>] = [
    .required("name") { $0.name = $1 }, .optional("age") { $0.age = $1 },
    .optional("share") { $0.share = $1 },
    .optional("open") { $0.isOpen = $1 }, .optional("mood") { $0.mood = $1 },
    .optional("voice") { $0.voice = $1 },
    .optional("pieces") { $0.pieces = $1 }, .optional("swaps") { $0.swaps = $1 },
  ]
}

private struct OpenModel: YAMLModel {
  var title = ""
  static let fields: [Field<OpenModel>] = [.required("title") { $0.title = $1 }]
  static let allowsUnknownKeys = true
}

@Suite struct DecodingTests {
  private func decode(_ text: String) -> (person: Person?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let person = Person.decode(SourceText(path: "p.yml", text: text), log: &log)
    return (person, log)
  }

  @Test("a whole model is filled by its table")
  func whole() throws {
    let text = """
      name: no
      age: 0x29
      share: 75
      open: true
      mood: cross
      voice: {tone: 2026-12-04, phrases: [1, "two", three]}
      pieces:
        - tone: dry
        - phrases: []
      swaps: {zeta: a, alpha: b, "1": c}
      """
    let (decoded, log) = decode(text)
    let person = try #require(decoded)
    #expect(log.isEmpty)
    #expect(person.name == "no")
    #expect(person.age == 41)
    #expect(person.share == 75)
    #expect(person.isOpen)
    #expect(person.mood == .cross)
    #expect(person.voice.tone == "2026-12-04")
    #expect(person.voice.phrases == ["1", "two", "three"])
    #expect(person.pieces.map(\.value.tone) == ["dry", "plain"])
    #expect(person.pieces.map(\.location.line) == [8, 9])
    #expect(person.swaps.keys == ["zeta", "alpha", "1"])
    #expect(person.swaps["alpha"] == "b")
    #expect(person.swaps.entries.last?.key.location.column == 28)
  }

  @Test("what may be missing may be empty as well, and keeps its default")
  func defaults() throws {
    let (person, log) = decode("name: x\nage:\nshare: ~\nvoice: null\npieces:\nmood:\n")
    #expect(log.isEmpty)
    #expect(person?.age == nil)
    #expect(person?.share == 0.5)
    #expect(person?.voice.tone == "plain")
    #expect(person?.mood == .glad)
  }

  @Test("all faults are found in one go")
  func allAtOnce() {
    let text = """
      age: old
      share: [1]
      open: yes
      mood: glaad
      voice:
        tone: {a: b}
        phrases: [a, [b], ~]
        tonne: x
      pieces: dry
      swaps: {a: [b], c: d}
      nmae: Dana
      """
    let (person, log) = decode(text)
    #expect(person == nil)
    #expect(
      brief(log) == [
        "1:6 wrong-type", "2:8 wrong-type", "3:7 wrong-type", "4:7 unknown-word", "6:9 wrong-type",
        "7:16 wrong-type", "7:21 missing-value", "8:3 unknown-key", "9:9 wrong-type",
        "10:12 wrong-type", "11:1 unknown-key", "1:1 missing-key",
      ]
    )
  }

  @Test(
    "a fault says what it got, what it wants and what helps",
    arguments: [
      ("name: x\nage: old", "'age' needs a whole number, not 'old'", nil),
      ("name: x\nopen: yes", "'open' needs true or false, not 'yes'", "write true"),
      ("name: x\nmood: glaad", "'mood' cannot be 'glaad'", "did you mean 'glad'?"),
      ("name: x\nmood: 7", "'mood' cannot be '7'", "one of: glad, sober, cross"),
      ("name: x\npieces: a: b", nil, nil),
      (
        "name: x\nvoice: {phrases: go, far}", "'phrases' needs a list, not 'go'",
        "write it as a list: [go]"
      ),
      ("name: {a: b}", "'name' needs text, not keys with values", nil),
      ("name:", "'name' is empty and needs text", nil),
      ("name: x\nvoice: {phrases: [~]}", "an entry of 'phrases' is empty and needs text", nil),
      ("name: x\nvoice: {tonne: y}", "unknown key 'tonne' in 'voice'", "did you mean 'tone'?"),
      ("age: 1", "the file lacks the key 'name'", "add a line 'name: …'"),
      ("- a", "the file needs keys with values, not a list", nil),
      ("just text", "the file needs keys with values, not 'just text'", nil),
      ("", "the file lacks the key 'name'", "add a line 'name: …'"),
    ] as [(String, String?, String?)]
  )
  func words(text: String, message: String?, hint: String?) {
    let log = decode(text).log
    #expect(log.hasErrors)
    if let message { #expect(log.diagnostics.first?.message == message) }
    if let hint { #expect(log.diagnostics.first?.hint == hint) }
  }

  @Test("a wrong optional value leaves the rest to be read")
  func partial() {
    let (person, log) = decode("name: Dana\nage: old\nvoice: {phrases: [a, [b], c]}\n")
    #expect(person?.name == "Dana")
    #expect(person?.voice.phrases == ["a", "c"])
    #expect(log.diagnostics.count == 2)
  }

  @Test("an open model leaves further keys alone")
  func open() {
    var log = DiagnosticLog()
    let model = OpenModel.decode(SourceText(path: "d.md", text: "title: x\nlayout: y\n"), log: &log)
    #expect(model?.title == "x")
    #expect(log.isEmpty)
  }

  @Test("findings of one file are bounded")
  func bounded() {
    let text = "name: x\n" + (0..<2000).map { "k\($0): 1\n" }.joined()
    #expect(decode(text).log.diagnostics.count == 50)
  }
}
