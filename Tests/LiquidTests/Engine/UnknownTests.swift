import Diagnostics
import Liquid
import Testing

/// Holds strict rendering to its promise: what nobody knows is an error, each at its place.
@Suite struct UnknownTests {
  @Test(
    "an unknown variable is marked where it is",
    arguments: [
      "{{ «nosuch» }}", "{{ «nosuch».x.y }}", "{{ h.«nosuch» }}", "{{ h.y.«nosuch».more }}",
      "{{ h[«'nosuch'»] }}", "{{ h[«s»] }}", "{{ yes.«first» }}", "{{ n.«x» }}", "{{ a.«x» }}",
      "{% if «nosuch» %}{% endif %}", "{% if n == «nosuch» or yes %}{% endif %}",
      "{% unless «nosuch» == nil %}{% endunless %}", "{% for i in «nosuch» %}{% endfor %}",
      "{% for i in (1..«nosuch») %}{% endfor %}", "{% assign x = «nosuch» %}",
      "{{ n | plus: «nosuch» }}", "{{ «nosuch» | default: 1 }}", "{% case «nosuch» %}{% endcase %}",
      "{% case n %}{% when «nosuch» %}{% endcase %}", "{% cycle «nosuch», 1 %}",
      "{% render 'part', x: «nosuch» %}", "{{ «['no such']» }}",
      "{% for i in a limit: 1 %}{{ forloop.«nosuch» }}{% endfor %}",
      "{% for i in a limit: 1 %}{% endfor %}{{ «i» }}",
    ]
  )
  func place(marked: String) {
    let template = MarkedTemplate(marked)
    let rendition = Rendition(template.text, partials: ["part": "{{ x }}"])
    #expect(rendition.places == template.places.map { "\($0) liquid.unknown-variable" })
    #expect(rendition.output == nil)
  }

  @Test("every one is reported, each place once, with the nearest name")
  func everything() {
    let rendition = Rendition(
      "{% for i in a %}{{ peple }}{{ wrods }}{% endfor %}{{ peple }}{{ h.yy }}{{ people[0].nam }}"
    )
    #expect(
      rendition.places == [
        "1:20-25 liquid.unknown-variable", "1:31-36 liquid.unknown-variable",
        "1:54-59 liquid.unknown-variable", "1:67-69 liquid.unknown-variable",
        "1:85-88 liquid.unknown-variable",
      ]
    )
    #expect(
      rendition.diagnostics.map(\.hint) == [
        "did you mean 'people'?", "did you mean 'words'?", "did you mean 'people'?",
        "did you mean 'y'?", "did you mean 'name'?",
      ]
    )
  }

  @Test("a partial sees only what it is given, and the error says who called it")
  func partials() throws {
    let rendition = Rendition(
      "\n{% render 'outer', title: s %}",
      partials: ["outer": "{% render 'inner', titel: title %}", "inner": "{{ title }}{{ n }}"]
    )
    #expect(
      rendition.places == ["1:4-9 liquid.unknown-variable", "1:15-16 liquid.unknown-variable"]
    )
    let first = try #require(rendition.diagnostics.first)
    #expect(first.location?.path == "inner.md")
    #expect(first.hint == "did you mean 'titel'?")
    #expect(first.notes.map { $0.location?.path } == ["outer.md", "t.md"])
    #expect(first.notes.map { $0.location?.line } == [1, 2])
  }

  @Test(
    "what is known to be nothing is no error",
    arguments: [
      "{{ nothing }}", "{{ nothing.x.y }}", "{{ people[1].age }}", "{{ a[9] }}{{ a[-9] }}",
      "{{ none.first }}{{ none.last }}", "{{ h[0] }}", "{{ h[nothing] }}",
      "{% for i in nothing %}{% endfor %}", "{% if nothing %}{% endif %}",
      "{% assign x = nothing %}{{ x }}",
      "{% for i in a limit: 1 %}{{ forloop.parentloop }}{% endfor %}",
    ]
  )
  func knownNothing(template: String) {
    let rendition = Rendition(template)
    #expect(rendition.places == [])
    #expect(rendition.output == "")
  }

  @Test("a lax template forgives what is unknown")
  func lax() {
    let rendition = Rendition(
      "[{{ nosuch }}{{ h.x.y.z }}{{ s | nosuch }}{% if nosuch.x == nil %}nil{% endif %}]",
      isStrict: false
    )
    #expect(rendition.output == "[textnil]")
    #expect(rendition.diagnostics == [])
  }
}
