import Diagnostics
import Liquid
import TestSupport
import Testing

/// Holds every filter to its bounds: no value traps, none grows beyond its limit, none takes the time
/// of the square of its input.
@Suite struct HostileFilterTests {
  private static let values: [Value] = [
    .nil, true, false, 0, 1, -1, 3, .int(.max), .int(.min), 0.5, -2.5, 1e300,
    .float(.leastNonzeroMagnitude), .float(.nan),
    .float(.infinity), .float(-.infinity), "", " ", "a", "a,b", "-9223372036854775808",
    "99999999999999999999", "1.5", "-0.0", "1e400", "%", "%9999999999d", "%99999999Y", "%::::z",
    "now", "2024-02-30", "99999999-99-99", "99999999999999999999-1-1", "-5", "<script><!--<style",
    "&&;&#;", "YQ==", "=", "\\0\\9\\", .string([0xFF, 0xC3, 0x28, 0x80]), .string([0xF0, 0x9F]),
    [], [[], [.nil, [1]]], ["b", 2, .nil], [["a": 1], ["a": "x"]], ["a": ["b": []]], [:],
    .range(first: .min, last: .max), .range(first: 3, last: 1), .range(first: 1, last: 3),
  ]

  @Test("no value traps any filter", arguments: FilterTable.standard.filters.map(\.name))
  func values(name: String) throws {
    let filter = try #require(FilterTable.standard.filters.first { $0.name == name })
    var random = SeededRandom(seed: 7)
    var context = FilterContext(clock: .fixed(0))
    var calls = 0
    for input in Self.values {
      for _ in 0..<(filter.arity.upperBound == 0 ? 1 : 60) {
        let count = Int.random(in: filter.arity, using: &random)
        let arguments = (0..<count).map { _ in Self.values.randomElement(using: &random) ?? .nil }
        _ = try? filter.body(input, Arguments(arguments), &context)
        calls += 1
      }
    }
    #expect(calls >= Self.values.count)
  }

  @Test(
    "what grows is refused before it is made",
    arguments: [
      ("{{ s | append: s }}", "liquid.value-too-large"),
      ("{{ s | prepend: s }}", "liquid.value-too-large"),
      ("{{ s | replace: 'x', s }}", "liquid.value-too-large"),
      ("{{ s | replace: '', 'xx' }}", "liquid.value-too-large"),
      ("{{ s | replace: 'x', '\\0\\0' }}", "liquid.value-too-large"),
      ("{{ n | newline_to_br }}", "liquid.value-too-large"),
      ("{{ l | join: s }}", "liquid.value-too-large"),
      ("{{ l | concat: l | concat: l | size }}", "liquid.value-too-large"),
      ("{{ s | split: '' | size }}", "liquid.value-too-large"),
      ("{{ (1..999999) | reverse | size }}", "liquid.value-too-large"),
      ("{{ 0 | date: '%999999d' }}", "liquid.value-too-large"),
      ("{% for i in (1..99) %}{{ s | upcase | size }}{% endfor %}", "liquid.too-much-memory"),
    ]
  )
  func growth(template: String, code: String) {
    var environment = Environment()
    environment.limits.valueBytes = 1000
    environment.limits.assignedBytes = 20_000
    let data: Object = [
      "s": .string(Array(repeating: UInt8(ascii: "x"), count: 600)),
      "n": .string(Array(repeating: UInt8(ascii: "\n"), count: 600)),
      "l": .array(Array(repeating: 1, count: 30)),
    ]
    var log = DiagnosticLog()
    let source = SourceText(path: "t", text: template)
    let output = Template(parsing: source, environment: environment, log: &log)?
      .render(data, log: &log)
    #expect(output == nil)
    #expect(log.diagnostics.map(\.code.rawValue) == [code])
  }

  @Test(
    "a megabyte of the worst there is takes one pass",
    arguments: [
      ("strip_html", "<script"), ("strip_html", "<!--"), ("strip_html", "<"), ("escape_once", "&a"),
      ("url_decode", "%"), ("strip", " "), ("date", "1 "), ("date", "jan "), ("capitalize", "ß"),
    ]
  )
  func worst(name: String, piece: String) throws {
    let filter = try #require(FilterTable.standard.filters.first { $0.name == name })
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    var context = FilterContext(clock: .fixed(0))
    let arguments = Arguments(filter.arity.lowerBound == 1 ? ["%Y"] : [])
    #expect(throws: Never.self) { try filter.body(.string(Text(text)), arguments, &context) }
  }

  @Test("a pattern of half a text that nearly fits takes one pass")
  func pattern() throws {
    let filter = try #require(FilterTable.standard.filters.first { $0.name == "remove" })
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 400_000)
    let pattern = text.prefix(200_000) + [UInt8(ascii: "b")]
    var context = FilterContext(clock: .fixed(0))
    let arguments = Arguments([.string(Array(pattern))])
    #expect(try filter.body(.string(text), arguments, &context) == .string(text))
  }
}
