import Diagnostics
import Liquid
import Testing

/// Holds every fault of a template to its code, its exact place and its hint.
@Suite struct SyntaxErrorTests {
  @Test(
    "a fault is marked where it is",
    arguments: [
      // Delimiters.
      ("a\n«{{» n", "liquid.unclosed"), ("«{{» n }", "liquid.unclosed"),
      ("«{%» if n", "liquid.unclosed"), ("«{% %}»", "liquid.syntax"),
      // Expressions.
      ("{{ «|» upcase }}", "liquid.syntax"), ("{{ n «n» }}", "liquid.syntax"),
      ("{{ «'st »}}", "liquid.syntax"), ("{{ h. «»}}", "liquid.syntax"),
      ("{{ h[ «»}}", "liquid.syntax"), ("{{ h['x' «»}}", "liquid.syntax"),
      ("{{ (1.. «»}}", "liquid.syntax"), ("{{ (1..2 «»}}", "liquid.syntax"),
      ("{{ «9x» }}", "liquid.syntax"), ("{{ «ü» }}", "liquid.syntax"),
      ("{{ n |  «»}}", "liquid.syntax"), ("{{ n | plus:  «»}}", "liquid.syntax"),
      ("{{ «99999999999999999999» }}", "liquid.number-too-large"),
      // Filters.
      ("{{ s | «dwoncase» }}", "liquid.unknown-filter"),
      ("{{ s | «append» }}", "liquid.wrong-arguments"),
      ("{{ s | «upcase»: 1 }}", "liquid.wrong-arguments"),
      ("{{ s | «default»: 1, allow_flase: true }}", "liquid.unknown-argument"),
      // Tags.
      ("{% «asign» x = 1 %}", "liquid.unknown-tag"), ("{% «endif» %}", "liquid.unexpected-tag"),
      ("{% «else» %}", "liquid.unexpected-tag"), ("{% «if» n %}", "liquid.unclosed-block"),
      ("{% if n %}{% «for» i in a %}{% endif %}", "liquid.unclosed-block"),
      ("{% if  «»%}{% endif %}", "liquid.syntax"), ("{% if n «=» 1 %}{% endif %}", "liquid.syntax"),
      ("{% if n ==  «»%}{% endif %}", "liquid.syntax"),
      ("{% if n «|» plus: 1 %}{% endif %}", "liquid.syntax"),
      ("{% case  «»%}{% endcase %}", "liquid.syntax"),
      ("{% case n %}{% when  «»%}{% endcase %}", "liquid.syntax"),
      ("{% case n %}{% else «x» %}{% endcase %}", "liquid.syntax"),
      ("{% for «1» in a %}{% endfor %}", "liquid.syntax"),
      ("{% for i «of» a %}{% endfor %}", "liquid.syntax"),
      ("{% for i in a «cols»: 1 %}{% endfor %}", "liquid.syntax"),
      ("{% for i in a limit «2» %}{% endfor %}", "liquid.syntax"),
      ("{% for i in a %}{% else %}{% «else» %}{% endfor %}", "liquid.unexpected-tag"),
      ("{% tablerow i in a «reversed» %}{% endtablerow %}", "liquid.syntax"),
      ("{% assign x  «»%}", "liquid.syntax"), ("{% assign h«.»x = 1 %}", "liquid.syntax"),
      ("{% assign «'x'» = 1 %}", "liquid.syntax"),
      ("{% capture  «»%}{% endcapture %}", "liquid.syntax"),
      ("{% capture x «y» %}{% endcapture %}", "liquid.syntax"),
      ("{% cycle  «»%}", "liquid.syntax"), ("{% increment  «»%}", "liquid.syntax"),
      ("{% break «now» %}", "liquid.syntax"), ("{% raw «x» %}{% endraw %}", "liquid.syntax"),
      ("{% «raw» %}{{ x }}", "liquid.unclosed-block"),
      ("{% «comment» %}{% comment %}{% endcomment %}", "liquid.unclosed-block"),
      ("{% # one\n «two» %}", "liquid.syntax"),
      ("{% doc %}«{%» doc %}{% enddoc %}", "liquid.syntax"),
      ("{% render «h» %}", "liquid.syntax"), ("{% render «'nosuch'» %}", "liquid.unknown-partial"),
      ("{% render 'part' «x» %}", "liquid.syntax"),
      ("{% liquid\n  assign x = 1\n  «ecko» x\n%}", "liquid.unknown-tag"),
      ("{% liquid\n  «if» x\n  echo x\n%}", "liquid.unclosed-block"),
    ]
  )
  func place(marked: String, code: String) {
    let template = MarkedTemplate(marked)
    let rendition = Rendition(template.text, partials: ["part": ""])
    #expect(rendition.output == nil)
    #expect(rendition.places == template.places.map { "\($0) \(code)" })
  }

  @Test("all faults of a template and its partials come to light in one go")
  func everything() {
    let rendition = Rendition(
      """
      {{ n | upcas }}
      {% if n == %}{{ m | }}{% endif %}
      {% nosuch %}
      {% render 'part', x: 1 %}
      {% for i in a %}
      """,
      partials: ["part": "{{ x | truncat: 3 }}\n{% render 'inner' %}", "inner": "{{ }"]
    )
    #expect(
      rendition.places == [
        "1:8-13 liquid.unknown-filter", "2:12-12 liquid.syntax", "2:21-21 liquid.syntax",
        "3:4-10 liquid.unknown-tag", "5:4-7 liquid.unclosed-block",
        "1:8-15 liquid.unknown-filter", "1:1-3 liquid.unclosed",
      ]
    )
    #expect(
      rendition.diagnostics.map { $0.location?.path } == [
        "t.md", "t.md", "t.md", "t.md", "t.md", "part.md", "inner.md",
      ]
    )
    // The way to the innermost partial, outermost call last.
    let way = rendition.diagnostics.last?.notes.map { note in
      "\(note.location?.path ?? ""):\(note.location?.line ?? 0):\(note.location?.column ?? 0)"
    }
    #expect(way == ["part.md:2:11", "t.md:4:11"])
  }

  @Test(
    "a hint names what was probably meant",
    arguments: [
      ("{{ s | dwoncase }}", "did you mean 'downcase'?"),
      ("{% iff n %}{% endif %}", "did you mean 'if'?"),
      ("{% render 'prat' %}", "did you mean 'part'?"),
      ("{{ s | default: 1, allow_flase: true }}", "did you mean 'allow_false'?"),
      ("{% if n %}", "end it with {% endif %}"),
      ("{{ n", "end it with '}}'; to print the braces themselves use {% raw %}"),
    ]
  )
  func hint(template: String, hint: String) {
    #expect(Rendition(template, partials: ["part": ""]).diagnostics.first?.hint == hint)
  }

  @Test("a lax template whose partial cannot be read is rendered as far as it goes")
  func laxPartial() {
    let rendition = Rendition(
      "a{% if no %}{% render 'part' %}{% endif %}b",
      partials: ["part": "{{ | }}"],
      isStrict: false
    )
    #expect(rendition.output == "ab")
    #expect(rendition.diagnostics == [])
  }
}
