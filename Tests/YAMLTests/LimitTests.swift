import Diagnostics
import Testing
import YAML

@Suite struct LimitTests {
  @Test("a billion laughs are one finding")
  func billionLaughs() {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(faults(text) == ["6:10 too-many-values"])
  }

  @Test("merge keys count like aliases")
  func mergedLaughs() {
    let keys = (0..<300).map { "k\($0): 1" }.joined(separator: ", ")
    let text = "a: &a {\(keys)}\nb: [" + String(repeating: "{<<: *a}, ", count: 400) + "]\n"
    #expect(faults(text).first?.hasSuffix("too-many-values") == true)
  }

  @Test(
    "nesting ends at a hundred levels",
    arguments: [
      ("[", "]", ""), ("- ", "", ""), ("{a: ", "}", ""), ("? ", "", ""), ("&a [", "]", ""),
    ]
  )
  func depth(open: String, close: String, end: String) {
    func nested(_ levels: Int) -> String {
      String(repeating: open, count: levels) + "x" + String(repeating: close, count: levels)
    }
    #expect(!faults(nested(99)).contains { $0.hasSuffix("too-deep") })
    #expect(faults(nested(100)).map { $0.drop { $0 != " " } } == [" too-deep"])
    #expect(faults(nested(20_000)).map { $0.drop { $0 != " " } } == [" too-deep"])
  }

  @Test("an alias cannot carry a tree below the deepest level")
  func aliasDepth() {
    var text = "a0: &a0 [x]\n"
    for level in 1...200 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(faults(text) == ["99:12 too-deep"])
  }

  @Test("size is bounded in bytes and in values")
  func size() {
    var limits = YAMLLimits()
    limits.bytes = 10
    #expect(faults("a: 12345678", limits: limits) == ["1:1 too-large"])
    #expect(faults("a: 1234567", limits: limits) == [])
    limits.bytes = 1000
    limits.nodes = 4
    #expect(faults("[a, b, c]", limits: limits) == [])
    #expect(faults("[a, b, c, d]", limits: limits) == ["1:11 too-many-values"])
  }

  @Test("a file full of duplicates is reported up to a bound")
  func manyFaults() {
    #expect(faults(String(repeating: "a: 1\n", count: 20_000)).count == 50)
  }

  @Test(
    "a storm of marks is answered, whatever it is",
    arguments: [
      "[", "]", "{", "}", "{a", "[a,", ": ", "- ", "? ", "&a ", "*a ", "!", "!!", "|\n", ">", "'",
      "\"",
      "%", "@", "`", "#", "---\n", "...\n", "\t", "\\", "\"\\", "<<: ", "a: &a\n", "\u{FEFF}", "\r",
      "\u{85}", "\u{2028}", ",", "a: ", "a:\n ", "!<", "!<a>", "&", "*", "? [", "- [", "- {a: ",
    ]
  )
  func storms(mark: String) {
    for count in [1, 2, 100, 30_000] {
      _ = faults(String(repeating: mark, count: count))
      _ = faults("a: b\nc: " + String(repeating: mark, count: count) + "\nd: e\n")
    }
  }
}
