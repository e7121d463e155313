import Diagnostics
import Liquid
import Synchronization
import Testing

/// Holds every template, however hostile, to its limits, each with its own code.
@Suite struct LimitTests {
  private static let small = {
    var limits = ResourceLimits()
    limits.outputBytes = 4000
    limits.loopTurns = 100
    limits.valueBytes = 2000
    limits.assignedBytes = 4000
    limits.nesting = 20
    limits.partialDepth = 5
    limits.templateBytes = 5000
    return limits
  }()

  @Test(
    "a limit that is reached is an error with a place, in strict and in lax templates",
    arguments: [
      ("{% for i in (1..99) %}{{ s30 }}{{ s30 }}{% endfor %}", "liquid.output-too-large"),
      (
        "{% for i in (1..99) %}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{% endfor %}",
        "liquid.output-too-large"
      ),
      ("{% for i in (1..9999999999999) %}{% endfor %}", "liquid.too-many-turns"),
      (
        "{% for i in (1..50) %}{% for j in (1..50) %}{% endfor %}{% endfor %}",
        "liquid.too-many-turns"
      ),
      (
        "{% tablerow i in (-9223372036854775808..9223372036854775807) %}{% endtablerow %}",
        "liquid.too-many-turns"
      ),
      (
        "{% assign x = s %}{% for i in (1..99) %}{% assign x = x | append: x %}{% endfor %}",
        "liquid.value-too-large"
      ),
      (
        "{% for i in (1..20) %}{% capture x %}{% for j in (1..4) %}{{ s }}{{ s30 }}{{ s30 }}{% endfor %}{% endcapture %}{% endfor %}",
        "liquid.too-much-memory"
      ),
      ("{% render 'self' %}", "liquid.too-many-partials"),
      ("{% include 'self-included' %}", "liquid.too-many-partials"),
      ("{% include 'a' %}", "liquid.too-many-partials"),
      (
        "{% if yes %}{% if yes %}{% if yes %}{% if yes %}{% include 'nested' %}{% endif %}{% endif %}{% endif %}{% endif %}",
        "liquid.too-deep"
      ),
    ]
  )
  func rendering(template: String, code: String) throws {
    var environment = Environment()
    environment.limits = Self.small
    var data = Rendition.data
    data["s30"] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    let partials = [
      "self": "{% render 'self' %}", "self-included": "x{% include 'self-included' %}",
      "a": "{% include 'b' %}", "b": "{% include 'a' %}",
      "nested": String(repeating: "{% if yes %}", count: 17)
        + String(repeating: "{% endif %}", count: 17),
    ]
    for isStrict in [true, false] {
      let rendition = Rendition(
        template,
        data,
        partials: partials,
        in: environment,
        isStrict: isStrict
      )
      #expect(rendition.output == nil)
      #expect(rendition.diagnostics.map(\.code.rawValue) == [code])
      let place = try #require(rendition.diagnostics.first?.location)
      #expect(place.line == 1 && place.column > 0)
    }
  }

  @Test(
    "nesting is counted while reading",
    arguments: [
      String(repeating: "{% if yes %}", count: 21),
      String(repeating: "{% for i in a %}", count: 999),
      "{{ " + String(repeating: "a[", count: 30) + "}}",
      "{{ " + String(repeating: "(", count: 30) + "}}",
      "{{ " + String(repeating: "[", count: 30) + "}}",
      "{% " + String(repeating: "liquid ", count: 30) + "%}",
    ]
  )
  func nesting(template: String) {
    var environment = Environment()
    environment.limits = Self.small
    environment.limits.templateBytes = 50_000
    let rendition = Rendition(template, in: environment)
    #expect(rendition.output == nil)
    #expect(rendition.diagnostics.first?.code == "liquid.too-deep")
  }

  @Test("a template's size counts its partials")
  func size() {
    var environment = Environment()
    environment.limits = Self.small
    let long = String(repeating: "x", count: 4500)
    #expect(Rendition(long, in: environment).diagnostics.first?.code == "liquid.output-too-large")
    let rendition = Rendition(long + "{% render 'p' %}", partials: ["p": long], in: environment)
    #expect(rendition.places.first?.hasSuffix("liquid.template-too-large") == true)
    #expect(rendition.diagnostics.first?.location?.path == "p.md")
  }

  @Test("time is looked at through the clock")
  func time() {
    let ticks = Mutex<Int64>(0)
    var environment = Environment()
    environment.limits.milliseconds = 50
    environment.clock = Clock(
      now: { Clock.Instant(seconds: 0) },
      ticks: {
        ticks.withLock { ticks in
          ticks += 20_000_000
          return ticks
        }
      }
    )
    let rendition = Rendition("{% for i in (1..9999) %}{{ i }}{% endfor %}", in: environment)
    #expect(rendition.output == nil)
    #expect(rendition.diagnostics.map(\.code.rawValue) == ["liquid.too-slow"])
  }

  @Test("faults are no more than a reader can bear")
  func faults() {
    let many = String(repeating: "{{ | }}{{ x }}", count: 5000)
    #expect(Rendition(many).diagnostics.count == 100)
    let unknown = (0..<500).map { "{{ x\($0) }}" }.joined()
    #expect(Rendition(unknown).diagnostics.count == 100)
  }

  @Test(
    "reading takes time in proportion to the text",
    arguments: [
      "{{", "{%", "{% raw %}", "{% comment %}", "{{ a }", "{%{{", "{% {{ }", "{% if", "-",
    ]
  )
  func linear(pattern: String) {
    // A megabyte each: the square of it would not come to an end.
    let text = String(repeating: pattern, count: 1_000_000 / pattern.utf8.count)
    #expect(Rendition(text).diagnostics.count <= 100)
  }

  @Test(
    "what much wrong markup may mean takes one pass to guess",
    arguments: [
      "{{ ! X }}", "{% if ! X %}{% endif %}", "{% for i in a ! X %}{% endfor %}",
      "{% assign x = ! X %}", "{% cycle ! X %}", "{% include ! X %}",
    ],
    ["[", "'a'\"", "a[", "(1..", "| a: b, ", "and ", "a:", ","]
  )
  func guesses(template: String, piece: String) {
    let markup = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let closing = piece == "[" ? String(repeating: "]", count: 50_000) : ""
    _ = Rendition(template.replacing("X", with: markup + closing), isStrict: false)
  }
}
