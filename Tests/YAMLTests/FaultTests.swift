import Diagnostics
import Testing
import YAML

@Suite struct FaultTests {
  @Test(
    "a fault is found where a person would look for it",
    arguments: [
      ("title: Pricing: why\n", "1:15 syntax"),
      ("title: @cfo\n", "1:8 syntax"),
      ("title: `x`\n", "1:8 syntax"),
      ("a:\n\tb: 1\n", "2:1 syntax"),
      ("a: b\n\tc: d\n", "2:1 syntax"),
      ("é: \"abc\nfoo: bar\n", "1:4 syntax"),
      ("a: 'it's'\n", "1:8 syntax"),
      ("title: \"Foo\" bar\n", "1:14 syntax"),
      ("title: x\nfoo\nbar: y\n", "2:1 syntax"),
      ("title: - x\n", "1:8 syntax"),
      ("tags: [a, b\nfoo: c\n", "1:7 syntax"),
      ("tags: {a: b\nfoo\n", "1:7 syntax"),
      ("title: *bold* text\n", "1:8 syntax"),
      ("a: b\n  c: d\n", "2:4 syntax"),
      ("- a\nb: c\n", "2:1 syntax"),
      ("a: b\n- c\n", "2:1 syntax"),
      ("a: \"\\d\"\n", "1:5 syntax"),
      ("a: !foo!bar x\n", "1:4 syntax"),
      ("a: |x\n  t\n", "1:5 syntax"),
      ("a: ]\n", "1:4 syntax"),
      ("a: [x, , y]\n", "1:8 syntax"),
      ("é: b\u{7}\n", "1:5 unreadable"),
      ("a: 1\nb: 2\na: 3\n", "3:1 duplicate-key"),
      ("a: {b: 1, 'b': 2}\n", "1:11 duplicate-key"),
      ("title: {{ name }}\n", "1:9 key-no-text"),
      ("a: b\n---\nc: d\n", "2:1 several-documents"),
      ("a: *b\n", "1:4 unknown-alias"),
      ("a: &a [*a]\n", "1:8 recursive-alias"),
      ("a: &a {b: {c: *a}}\n", "1:15 recursive-alias"),
      ("<<: 1\n", "1:5 bad-merge"),
      ("a: !!python/object:os.system x\n", "1:4 unknown-tag"),
      ("a: !secret [b]\n", "1:4 unknown-tag"),
      ("a\u{0}b", "1:2 not-utf8"),
    ]
  )
  func places(text: String, fault: String) {
    #expect(faults(text) == [fault])
  }

  @Test(
    "a merge key may be kept out of the document itself, and stands further in",
    arguments: [
      ("a: 1\n<<: {b: 2}\n", ["2:1 merge-at-root"]), ("\"<<\": {b: 2}\n", ["1:1 merge-at-root"]),
      ("{a: 1, ! <<: {b: 2}}\n", ["1:8 merge-at-root"]), ("<<: {}\n", ["1:1 merge-at-root"]),
      ("a: &a {b: 2}\nc: {<<: *a}\n", []), ("a: [{<<: {b: 2}}]\n", []),
    ]
  )
  func mergeAtRoot(text: String, expected: [String]) {
    var log = DiagnosticLog()
    let source = SourceText(path: "t.yml", text: text)
    _ = YAMLParser.parse(source, mergesAtRoot: false, log: &log)
    #expect(brief(log) == expected)
    var lax = DiagnosticLog()
    _ = YAMLParser.parse(source, log: &lax)
    #expect(lax.isEmpty)
  }

  @Test("all duplicates are found, each with a note at the first")
  func duplicates() {
    let source = SourceText(path: "t.yml", text: "a: 1\nb: 2\nb: 3\na: 4\n")
    var log = DiagnosticLog()
    let node = YAMLParser.parse(source, log: &log)
    #expect(brief(log) == ["3:1 duplicate-key", "4:1 duplicate-key"])
    #expect(log.diagnostics.map { $0.notes.first?.location?.line } == [2, 1])
    #expect(node?["b"]?.text == "2")
  }

  @Test(
    "a fault says in plain words what helps",
    arguments: [
      ("title: Pricing: why\n", "a ':' with a space behind it cannot stand inside a text"),
      ("title: x\n bar: y\n", "a key cannot begin on this line"),
      ("title: @cfo\n", "a text cannot begin with '@'"),
      ("a:\n\tb: 1\n", "a tab cannot indent YAML"),
      ("a: \"abc\nfoo: bar\n", "the quote that opens here is never closed"),
      ("a: 'it's'\n", "text goes on behind the closing quote"),
      ("title: x\nfoo\nbar: y\n", "this line is no key with a value"),
      ("title: *bold* text\n", "'*' at the start of a text has a meaning of its own"),
      ("a: 1\n  b\n c: [\n", "a key cannot begin on this line"),
    ]
  )
  func words(text: String, message: String) {
    var log = DiagnosticLog()
    _ = YAMLParser.parse(SourceText(path: "t.yml", text: text), log: &log)
    #expect(log.diagnostics.map(\.message) == [message])
    #expect(log.diagnostics.allSatisfy { $0.hint != nil })
  }

  @Test(
    "what is no UTF-8 is one finding at its first wrong byte",
    arguments: [
      ([0x61, 0x0A, 0x62, 0xFF], "2:2 not-utf8"),
      ([0xFF, 0xFE, 0x61, 0x00], "1:1 not-utf8"),
      ([0x61, 0x00, 0x3A, 0x00], "1:2 not-utf8"),
      ([0xC3, 0xA9, 0xED, 0xA0, 0x80], "1:2 not-utf8"),
      ([0x61, 0xC0, 0x80], "1:2 not-utf8"),
    ] as [([UInt8], String)]
  )
  func encodings(bytes: [UInt8], fault: String) {
    var log = DiagnosticLog()
    #expect(YAMLParser.parse(SourceText(path: "t.yml", bytes: bytes), log: &log) == nil)
    #expect(brief(log) == [fault])
  }
}
