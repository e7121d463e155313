extension Guide {
  static let tags = [
    Entry(
      "if",
      .flow,
      "Prints its content if a condition is true; elsif asks again, else takes the rest.",
      "{% if n > 9 %}many{% elsif n > 1 %}some{% else %}one{% endif %}",
      data: #"{"n": 3}"#,
      prints: "some"
    ),
    Entry(
      "unless",
      .flow,
      "Prints its content if a condition is false.",
      "{% unless paid %}Please pay.{% endunless %}",
      data: #"{"paid": false}"#,
      prints: "Please pay."
    ),
    Entry(
      "case",
      .flow,
      "Compares one value with several; when takes values with commas or or between them.",
      "{% case format %}{% when 'video', 'podcast' %}spoken{% else %}written{% endcase %}",
      data: #"{"format": "podcast"}"#,
      prints: "spoken"
    ),
    Entry(
      "for",
      .flow,
      """
      Repeats its content for each item of a list, a range or an object; limit, offset, \
      offset: continue and reversed choose among them, else is for none at all, and forloop has \
      index, index0, rindex, rindex0, first, last, length and parentloop.
      """,
      "{% for tag in tags limit: 2 %}{{ forloop.index }} {{ tag }}{% unless forloop.last %}, "
        + "{% endunless %}{% else %}none{% endfor %}",
      data: #"{"tags": ["price", "value", "churn"]}"#,
      prints: "1 price, 2 value"
    ),
    Entry(
      "break",
      .flow,
      "Ends the loop.",
      "{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}",
      prints: "12"
    ),
    Entry(
      "continue",
      .flow,
      "Goes on with the next item of the loop.",
      "{% for i in (1..4) %}{% if i == 3 %}{% continue %}{% endif %}{{ i }}{% endfor %}",
      prints: "124"
    ),
    Entry(
      "cycle",
      .flow,
      "Prints the next of several values at each turn; a name and a colon keep groups apart.",
      "{% for i in (1..3) %}{% cycle 'row': 'odd', 'even' %} {% endfor %}",
      prints: "odd even odd "
    ),
    Entry(
      "ifchanged",
      .flow,
      "Prints its content only where it differs from the last time.",
      "{% for year in years %}{% ifchanged %}{{ year }} {% endifchanged %}{% endfor %}",
      data: #"{"years": [2025, 2025, 2026]}"#,
      prints: "2025 2026 "
    ),
    Entry(
      "tablerow",
      .flow,
      "Like for, in the cells of an HTML table; cols is how many a row has.",
      "{% tablerow tag in tags cols: 2 %}{{ tag }}{% endtablerow %}",
      data: #"{"tags": ["a", "b", "c"]}"#,
      prints: """
        <tr class="row1">
        <td class="col1">a</td><td class="col2">b</td></tr>
        <tr class="row2"><td class="col1">c</td></tr>

        """
    ),
    Entry(
      "assign",
      .variables,
      "Keeps a value under a name.",
      "{% assign words = title | split: ' ' | size %}{{ words }}",
      data: #"{"title": "Why we price by value"}"#,
      prints: "5"
    ),
    Entry(
      "capture",
      .variables,
      "Keeps what its content prints under a name.",
      "{% capture byline %}{{ name }}, {{ title }}{% endcapture %}{{ byline | upcase }}",
      data: #"{"name": "Dana", "title": "CFO"}"#,
      prints: "DANA, CFO"
    ),
    Entry(
      "increment",
      .variables,
      "Prints a counter that begins at 0, and adds one to it.",
      "{% increment figure %} {% increment figure %}",
      prints: "0 1"
    ),
    Entry(
      "decrement",
      .variables,
      "Takes one from a counter that begins at 0, and prints it.",
      "{% decrement left %} {% decrement left %}",
      prints: "-1 -2"
    ),
    Entry(
      "render",
      .partials,
      """
      Prints a partial, which sees only what it is given: by name, with one value as another name, \
      or once for each item of a list.
      """,
      "{% render 'proof', claim: 'Churn fell', year: 2026 %}{% render 'proof' for claims as claim %}",
      data: #"{"claims": ["Prices rose", "Nobody left"]}"#,
      partials: ["proof": "* {{ claim }}{% if year %} ({{ year }}){% endif %}\n"],
      prints: "* Churn fell (2026)\n* Prices rose\n* Nobody left\n"
    ),
    Entry(
      "include",
      .partials,
      "Prints a partial that sees and changes all variables; older than render, which is better.",
      "{% assign name = 'Dana' %}{% include 'greeting' %}",
      partials: ["greeting": "Dear {{ name }},"],
      prints: "Dear Dana,"
    ),
    Entry(
      "echo",
      .texts,
      "Prints a value, as {{ }} does; for use inside liquid.",
      "{% echo title | upcase %}",
      data: #"{"title": "prices"}"#,
      prints: "PRICES"
    ),
    Entry(
      "liquid",
      .texts,
      "Takes many tags, one a line, without delimiters.",
      "{% liquid\n  assign n = 2\n  if n > 1\n    echo 'many'\n  endif\n%}",
      prints: "many"
    ),
    Entry(
      "raw",
      .texts,
      "Prints its content as it is written.",
      "{% raw %}{{ this }} is a template{% endraw %}",
      prints: "{{ this }} is a template"
    ),
    Entry(
      "comment",
      .texts,
      "Holds what is not printed, outputs and tags included.",
      "a{% comment %} to do: {{ title }} {% endcomment %}b",
      prints: "ab"
    ),
    Entry(
      "#",
      .texts,
      "A comment in one tag; each of its lines begins with the sign.",
      "a{% # to do %}b",
      prints: "ab"
    ),
    Entry(
      "doc",
      .texts,
      "Holds a description of the template and of what it takes; not printed.",
      "{% doc %}\n  @param name - whom to greet\n{% enddoc %}Dear {{ name }}",
      data: #"{"name": "Dana"}"#,
      prints: "Dear Dana"
    ),
  ]
}
