import Diagnostics
import Liquid
import TestSupport
import Testing

@testable import GhostKit

@Suite struct DraftEncodingTests {
  private func encode(_ value: String, after output: String) throws(Diagnostic) -> String {
    let bytes = try DraftEncoding.encode(Text(value), after: Array(output.utf8)[...])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "a value stays one YAML value",
    arguments: [
      ("title: ", "Plain words", "Plain words"), ("title: ", "a: b", "\"a: b\""),
      ("title: ", "x\nstatus: declined", "\"x\\nstatus: declined\""), ("title: ", "no", "\"no\""),
      ("title: ", "---", "\"---\""), ("title: ", "", "\"\""),
      ("title: \"", "say \"hi\"\\\n---", "say \\\"hi\\\"\\\\\\n---"),
      ("title: \"a\\\" ", "\"", "\\\""), ("title: '", "it's", "it''s"), ("  - ", "- x", "\"- x\""),
      ("  - \"", "a\"b", "a\\\"b"), ("tags: [", "a, b", "\"a, b\""),
      ("due: ", "2026-12-04", "2026-12-04"),
      ("byline: Dana, ", "CFO", "CFO"),
    ]
  )
  func frontMatter(line: String, value: String, written: String) throws {
    #expect(try encode(value, after: "---\nexec: cfo\n" + line) == written)
  }

  @Test(
    "where no spelling is safe it is a finding",
    arguments: [
      ("byline: Dana, ", "CFO: acting", "draft-value-place"),
      ("byline: Dana, ", "CFO # x", "draft-value-place"),
      ("title: '", "a\nb", "draft-value-place"), ("", "x: y", "draft-value-key"),
      ("  ", "x", "draft-value-key"),
    ]
  )
  func refused(line: String, value: String, code: String) {
    let error = #expect(throws: Diagnostic.self) {
      try encode(value, after: "---\nexec: cfo\n" + line)
    }
    #expect(error?.code.rawValue == code)
  }

  @Test(
    "in the body a value forms no mark and no structure",
    arguments: [
      ("a ", "see [TK: x]", "see \\[TK: x]"), ("", "---", "\\---"),
      ("", "a\n---\nb", "a\n\\---\nb"),
      ("", "# x", "\\# x"), ("a ", "# x", "# x"), ("", "```\nx", "\\```\nx"),
      ("  ", "<!-- x", "\\<!-- x"),
      ("a ", "b\n===", "b\n\\==="), ("", "- one\n- two", "- one\n- two"), ("", "* * *", "\\* * *"),
      ("", "{{ exec.email }} {% raw %}", "{{ exec.email }} {% raw %}"), ("", "", ""),
    ]
  )
  func body(line: String, value: String, written: String) throws {
    #expect(try encode(value, after: "---\ntitle: x\n---\n\n" + line) == written)
    #expect(try encode(value, after: "no front matter\n" + line) == written)
  }
}
