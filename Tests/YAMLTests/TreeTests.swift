import Diagnostics
import Foundation
import Testing
import YAML

@Suite struct TreeTests {
  @Test(
    "values, and how they were written",
    arguments: [
      ("", ""),
      ("# only a comment\n", ""),
      ("---\n", ""),
      ("a: b", "{a: b}"),
      ("a:\nb: ~\n", "{a: , b: ~}"),
      ("- a\n- 'b'\n- \"c\"\n", "[a, \"b\", \"c\"]"),
      ("a: |\n  x\n  y\n", "{a: \"x\ny\n\"}"),
      ("a: >-\n  x\n  y\n", "{a: \"x y\"}"),
      ("a: [x, {b: c}]", "{a: [x, {b: c}]}"),
      ("a: \"\\u00e9\\t\\\"\"", "{a: \"é\t\"\"}"),
      ("'a b': 1\n\"c\": 2\n3: d\nyes: e\n", "{a b: 1, c: 2, 3: d, yes: e}"),
      ("a: !!str 1\nb: ! 2\nc: !!int \"3\"\n", "{a: \"1\", b: \"2\", c: 3}"),
      ("? a\n: b\n", "{a: b}"),
      ("a: b\n...\n", "{a: b}"),
      ("%YAML 1.1\n---\na: b\n", "{a: b}"),
    ]
  )
  func values(text: String, dump: String) {
    #expect(tree(text) == dump)
  }

  @Test(
    "aliases and merge keys",
    arguments: [
      ("a: &x [1, 2]\nb: *x\n", "{a: [1, 2], b: [1, 2]}"),
      ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
      ("&k a: 1\nb: *k\n", "{a: 1, b: a}"),
      ("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n", "{a: {p: 1, q: 2}, b: {q: 3, p: 1}}"),
      ("a: {<<: [{p: 1}, {p: 2, q: 3}]}", "{a: {p: 1, q: 3}}"),
      ("a: {\"<<\": b}", "{a: {<<: b}}"),
    ]
  )
  func aliases(text: String, dump: String) {
    #expect(tree(text) == dump)
  }

  @Test(
    "places are of characters, whatever came before",
    arguments: [
      ("a: b\nc:\n  - d\n", "{a@1:1: b@1:4, c@2:1: [d@3:5]}"),
      ("ключ: слово\nдва: [три, 'ч']\n", "{ключ@1:1: слово@1:7, два@2:1: [три@2:7, \"ч\"@2:12]}"),
      ("a: 👩‍💻\nb: {c: 🎉, d: e}\n", "{a@1:1: 👩‍💻@1:4, b@2:1: {c@2:5: 🎉@2:8, d@2:11: e@2:14}}"),
      ("a: b\r\nc: d\r\n", "{a@1:1: b@1:4, c@2:1: d@2:4}"),
      ("a: |\r\n  é\r\nc: d\r\n", "{a@1:1: \"é\n\"@1:4, c@3:1: d@3:4}"),
      ("é: &x ü\nb: *x\n", "{é@1:1: ü@1:4, b@2:1: ü@2:4}"),
      ("a:\nb:   # none\n", "{a@1:1: @1:3, b@2:1: @2:3}"),
    ]
  )
  func places(text: String, dump: String) {
    #expect(tree(text, places: true) == dump)
  }

  @Test("a byte order mark is no part of the first key")
  func byteOrderMark() throws {
    let source = SourceText(path: "t.yml", text: "\u{FEFF}a: b\n")
    var log = DiagnosticLog()
    let node = try #require(YAMLParser.parse(source, log: &log))
    #expect(log.isEmpty)
    #expect(node.entries?.first?.key == "a")
    #expect(node.entries?.first?.keyRange == 3..<4)
    #expect(node["a"]?.range == 6..<7)
  }

  @Test("a part of a file keeps the places of the file")
  func frontMatter() throws {
    let file = "---\r\nзаголовок: Ещё\r\ntags: [é, z]\r\n---\r\nText: [\r\n"
    let source = SourceText(path: "d.md", text: file)
    let body = try #require(file.range(of: "---\r\nText"))
    let start = 5
    let end = file.utf8.distance(from: file.startIndex, to: body.lowerBound)
    var log = DiagnosticLog()
    let node = try #require(YAMLParser.parse(source, range: start..<end, log: &log))
    #expect(log.isEmpty)
    #expect(
      TreeDump(source: source)(node)
        == "{заголовок@2:1: Ещё@2:12, tags@3:1: [é@3:8, z@3:11]}"
    )
  }

  @Test("a collection ends with its last value, not with the next line")
  func ends() throws {
    let text = "a:\n  b: c\n\n# comment\nd: [e ]\n"
    let source = SourceText(path: "t.yml", text: text)
    var log = DiagnosticLog()
    let node = try #require(YAMLParser.parse(source, log: &log))
    #expect(node["a"]?.range == 5..<9)
    #expect(node["d"]?.range == 24..<28)
    #expect(node.range == 0..<28)
  }
}
