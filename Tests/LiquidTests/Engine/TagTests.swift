import Diagnostics
import Liquid
import Testing

/// Holds each tag to what the Liquid of Shopify prints; the expected texts are those of ruby-liquid
/// 5.4, or of its documentation where that version is wrong or too old.
@Suite struct TagTests {
  @Test(
    "assign, capture and the counters",
    arguments: [
      ("{% assign x = a[1] | plus: 1 %}{{ x }}", "3"),
      ("{% for i in a %}{% assign i = 9 %}{{ i }}{% endfor %}{{ i }}", "1239"),
      ("{% capture x %}<{{ s }}>{% endcapture %}{{ x }}{{ x }}", "<text><text>"),
      ("{% capture 'x' %}{{ s }}{% endcapture %}{{ x }}", "text"),
      ("{% increment c %}{% increment c %}{{ c }}{% decrement c %}{% decrement d %}", "0121-1"),
      ("{% assign c = 5 %}{% increment c %}{{ c }}", "05"),
      ("{% increment n %}{{ n }}", "23"),
    ]
  )
  func variables(template: String, expected: String) { check(template, expected) }

  @Test(
    "if, unless and case",
    arguments: [
      ("{% if no %}a{% elsif yes %}b{% else %}c{% endif %}", "b"),
      ("{% unless no %}a{% else %}b{% endunless %}", "a"),
      ("{% unless yes %}a{% elsif yes %}b{% endunless %}", "b"),
      ("{% if yes or no and no %}a{% endif %}", "a"),
      ("{% if no and yes or yes %}a{% else %}b{% endif %}", "b"),
      ("{% if empty_text and n %}a{% endif %}", "a"),
      ("{% if a contains 2 and s contains 'ex' and h contains 'x' %}a{% endif %}", "a"),
      ("{% if n <> 3 and n != 3 and f < n and n >= 2 and n <= 2 %}a{% endif %}", "a"),
      ("{% if nothing < 1 or nothing >= 1 or yes < 2 %}a{% else %}b{% endif %}", "b"),
      ("{% if empty_text == empty and none == empty and blank_text != empty %}a{% endif %}", "a"),
      ("{% if blank_text == blank and nothing == blank and no == blank %}a{% endif %}", "a"),
      ("{% if n == 2.0 and s > 'test' %}a{% endif %}", "a"),
      ("{% case n %}ignored{% when 1 %}a{% when 3, 2 or 4 %}b{% else %}c{% endcase %}", "b"),
      ("{% case n %}{% when 1 %}a{% else %}c{% endcase %}", "c"),
      ("{% case n %}{% when 2 %}a{% when 2 %}b{% else %}c{% endcase %}", "ab"),
      ("{% case n %}{% when 2, 2 %}a{% endcase %}", "aa"),
      ("{% case none %}{% when empty %}a{% endcase %}", "a"),
    ]
  )
  func choices(template: String, expected: String) { check(template, expected) }

  @Test(
    "for, break and continue",
    arguments: [
      ("{% for i in a reversed %}{{ i }}{% endfor %}", "321"),
      ("{% for i in a limit: 1 offset: 1 %}{{ i }}{% endfor %}", "2"),
      ("{% for i in a, limit: 2, reversed %}{{ i }}{% endfor %}", "21"),
      ("{% for i in (n..4) %}{{ i }}{% else %}none{% endfor %}", "234"),
      ("{% for i in (4..n) %}{{ i }}{% else %}none{% endfor %}", "none"),
      ("{% for i in none %}{{ i }}{% else %}none{% endfor %}", "none"),
      ("{% for i in s %}[{{ i }}]{% endfor %}", "[text]"),
      ("{% for i in people %}{{ i.name }}{% endfor %}", "DanaSam"),
      ("{% for pair in h %}{{ pair[0] }},{% endfor %}", "x,y,k w,size,"),
      (
        "{% for i in a limit: 1 %}{{ i }}{% endfor %}{% for i in a offset: continue %}{{ i }}{% endfor %}",
        "123"
      ),
      ("{% for i in a %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"),
      ("{% for i in a %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}", "1"),
      ("a{% break %}b", "a"),
      (
        "{% for i in a %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }} {% endfor %}",
        "1032 2121 3210 "
      ),
      (
        "{% for i in a %}{% if forloop.first %}f{% endif %}{% if forloop.last %}l{% endif %}{% endfor %}",
        "fl"
      ),
      ("{% for i in a limit: 1 %}{{ forloop.name }} {{ forloop.length }}{% endfor %}", "i-a 1"),
      (
        "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }} {% endfor %}{% endfor %}",
        "11 12 21 22 "
      ),
      ("{% for i in a limit: 1 %}{% assign loop = forloop %}{% endfor %}{{ loop.length }}", "1"),
    ]
  )
  func loops(template: String, expected: String) { check(template, expected) }

  @Test(
    "cycle, ifchanged and tablerow",
    arguments: [
      ("{% for i in a %}{% cycle 'x', 'y' %}{% endfor %}{% cycle 'x', 'y' %}", "xyxy"),
      ("{% for i in a %}{% cycle 'g': 1, 2 %}{% cycle 'h': 1, 2 %}{% endfor %}", "112211"),
      ("{% cycle s: 1, 2, 3 %}{% cycle s: 1 %}{% cycle s: 7, 8 %}", "17"),
      (
        "{% for i in (1..3) %}{% ifchanged %}{{ i | at_least: 2 }}{% endifchanged %}{% endfor %}",
        "23"
      ),
      (
        "{% tablerow i in a cols: 2 %}{{ i }}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n"
          + "<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n"
      ),
      (
        "{% tablerow i in a limit: 1 offset: 1 %}{{ i }}{{ tablerowloop.col_last }}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">2true</td></tr>\n"
      ),
      (
        "{% tablerow i in a %}{{ tablerowloop.row }}{{ tablerowloop.col0 }}{% break %}{% endtablerow %}",
        "<tr class=\"row1\">\n<td class=\"col1\">10</td></tr>\n"
      ),
      ("{% tablerow i in nothing %}x{% endtablerow %}", ""),
    ]
  )
  func others(template: String, expected: String) { check(template, expected) }

  @Test(
    "what is not read: raw, comment, doc; liquid and echo",
    arguments: [
      ("{% raw %}{{ x }}{% if %}{% endraw %}", "{{ x }}{% if %}"),
      ("a {%- raw -%} {{ {%- endraw -%} b", "a {{ b"),
      ("{% raw %}{% {% endraw %}", "{% "),
      (
        "a{% comment %}{% if %}{{ {% comment %}x{% endcomment %}{% raw %}{% endcomment %}{% endraw %}{% endcomment %}b",
        "ab"
      ),
      ("a{% # one\n # two %}b", "ab"), ("a{% doc %}{% if %}{% enddoc %}b", "ab"),
      (
        "{% liquid\n  assign x = s\n\n  # words\n  if x\n    echo x | upcase\n  endif\n  liquid echo 1\n%}",
        "TEXT1"
      ),
      ("{% liquid\n comment\n nonsense {{\n endcomment\n echo s %}", "text"),
      ("{% echo s | append: '!' %}{% echo %}", "text!"),
    ]
  )
  func texts(template: String, expected: String) { check(template, expected) }

  @Test(
    "white space",
    arguments: [
      (" {{- s -}} ", "text"), ("a \n{%- if yes -%}\n b \n{%- endif -%}\n c", "abc"),
      ("a {{- -}} b", "ab"), ("a{% if yes %} {% assign x = 1 %} {% endif %}b", "ab"),
      ("a{% if yes %} {{ nothing }} {% endif %}b", "a  b"),
      ("a{% for i in a %} {% comment %}x{% endcomment %} {% endfor %}b", "ab"),
      ("a{% case n %}{% when 2 %} {% assign x = 1 %} {% endcase %}b", "ab"),
      ("a{% if yes %} {% raw %} {% endraw %} {% endif %}b", "a   b"),
    ]
  )
  func whiteSpace(template: String, expected: String) { check(template, expected) }

  @Test(
    "render and include",
    arguments: [
      ("{% render 'one' %}", "[]"), ("{% render 'one', one: s %}", "[text]"),
      ("{% render 'one' with n %}", "[2]"), ("{% render 'other' with n as one %}", "[2]"),
      ("{% render 'one' for a %}", "[1][2][3]"), ("{% render 'loop' for a as x %}", "1/3 2/3 3/3 "),
      ("{% assign one = 5 %}{% render 'one' %}{% include 'one' %}", "[][5]"),
      ("{% include 'one' with s %}{% include 'one' for a %}", "[text][1][2][3]"),
      ("{% assign p = 'one' %}{% include p, one: 7 %}", "[7]"),
      ("{% include 'set' %}{{ made }}{% render 'set' %}{{ made }}", "yesyes"),
      ("{% for i in a %}{% include 'stop' %}{{ i }}{% endfor %}", "1"),
      ("{% for i in a %}{% render 'stop', i: i %}{{ i }}{% endfor %}", "123"),
      ("{% for i in (1..2) %}{% cycle 1, 2 %}{% render 'cycle' %}{% endfor %}", "1121"),
    ]
  )
  func partials(template: String, expected: String) {
    let partials = [
      "one": "[{{ one }}]", "other": "[{{ one }}]", "loop": "{{ x }}/{{ forloop.length }} ",
      "set": "{% assign made = 'yes' %}", "stop": "{% if i == 2 %}{% break %}{% endif %}",
      "cycle": "{% cycle 1, 2 %}",
    ]
    let rendition = Rendition(template, partials: partials, isStrict: false)
    #expect(rendition.output == expected)
    #expect(rendition.diagnostics == [])
  }

  private func check(_ template: String, _ expected: String) {
    let rendition = Rendition(template)
    #expect(rendition.output == expected)
    #expect(rendition.diagnostics == [])
  }
}
