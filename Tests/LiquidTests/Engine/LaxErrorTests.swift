import Diagnostics
import Liquid
import Testing

/// Holds lax rendering to what ruby-liquid prints where something fails, with line numbers on.
@Suite struct LaxErrorTests {
  @Test(
    "an error is printed where it happens, and rendering goes on",
    arguments: [
      ("a{{ 1 | divided_by: 0 }}b", "aLiquid error (line 1): divided by 0b"),
      (
        "\n{% if 1 < 'x' %}{% endif %}b\n{{ n | upcase: 1 }}",
        "\nb\nLiquid error (line 3): wrong number of arguments (given 2, expected 1)"
      ),
      (
        "{% if 1 < 'x' %}x{% endif %}",
        "Liquid error (line 1): comparison of Integer with String failed"
      ),
      (
        "{% if 'x' > 1.50 %}x{% endif %}",
        "Liquid error (line 1): comparison of String with 1.5 failed"
      ),
      ("{% for i in a limit: 'x' %}{{ i }}{% endfor %}", "Liquid error (line 1): invalid integer"),
      ("{% assign x = 1 | modulo: 0 %}[{{ x }}]", "[]"),
      ("{% render 'fails', x: 0 %}b", "Liquid error (fails line 2): divided by 0b"),
      (
        "{% render 'inner' %}",
        "Liquid error (inner line 1): include usage is not allowed in this context"
      ),
    ]
  )
  func inline(template: String, expected: String) {
    let rendition = Rendition(
      template,
      partials: ["fails": "\n{{ 1 | divided_by: x }}", "inner": "{% include 'fails' %}"],
      isStrict: false
    )
    #expect(rendition.output?.drop { $0 == "\n" } == expected.drop { $0 == "\n" })
    #expect(!rendition.diagnostics.isEmpty)
  }

  @Test("a strict template has no output then, and all errors at once")
  func strict() {
    let rendition = Rendition("{{ 1 | divided_by: 0 }}{{ nosuch }}{% if 1 < 'x' %}{% endif %}")
    #expect(rendition.output == nil)
    #expect(
      rendition.places == [
        "1:8-18 liquid.divided-by-zero", "1:27-33 liquid.unknown-variable",
        "1:44-45 liquid.incomparable",
      ]
    )
  }

  @Test("a partial that is missing, or named by a value, is found when it is rendered")
  func partials() {
    let lax = Rendition("[{% render 'nosuch' %}{% include h.x %}]", isStrict: false)
    #expect(lax.output?.hasPrefix("[Liquid error (line 1): ") == true)
    #expect(
      lax.diagnostics.map(\.code.rawValue) == ["liquid.unknown-partial", "liquid.unknown-partial"]
    )
    let strict = Rendition("{% include words[0] %}", partials: ["on": "x"])
    #expect(strict.places == ["1:12-20 liquid.unknown-partial"])
    #expect(strict.diagnostics.first?.hint == "did you mean 'on'?")
    let faulty = Rendition("{% include words[0] %}", partials: ["one": "a\n{{ | }}"])
    #expect(faulty.places == ["2:4-5 liquid.syntax"])
    #expect(faulty.diagnostics.first?.notes.map { $0.location?.path } == ["t.md"])
  }
}
