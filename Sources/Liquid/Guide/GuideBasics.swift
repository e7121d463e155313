extension Guide {
  static let basics = [
    Entry(
      "{{ }}",
      .basics,
      "Prints a value; what is nil prints nothing.",
      "Dear {{ exec.name }}, {{ 'text' }}, {{ 42 }}, {{ 2.50 }}, {{ true }}.",
      data: #"{"exec": {"name": "Dana"}}"#,
      prints: "Dear Dana, text, 42, 2.5, true."
    ),
    Entry(
      "{% %}",
      .basics,
      "Does something and prints nothing by itself; which tag it is stands first.",
      "{% if paid %}Thank you.{% endif %}",
      data: #"{"paid": true}"#,
      prints: "Thank you."
    ),
    Entry(
      "|",
      .basics,
      "Hands the value to a filter; filters work from left to right and take arguments after a colon.",
      "{{ title | downcase | replace: ' ', '-' | append: '.md' }}",
      data: #"{"title": "Our Prices"}"#,
      prints: "our-prices.md"
    ),
    Entry(
      ".",
      .basics,
      "Takes an entry of an object; brackets do the same for names in a variable and for positions.",
      "{{ exec.name }} {{ exec['title'] }} {{ exec[key] }} {{ tags[0] }} {{ tags[-1] }}",
      data: #"{"exec": {"name": "Dana", "title": "CFO"}, "key": "name", "tags": ["a", "b", "c"]}"#,
      prints: "Dana CFO Dana a c"
    ),
    Entry(
      "size",
      .basics,
      "As a property: how many items a list has, or how many letters a text.",
      "{{ tags.size }} {{ name.size }}",
      data: #"{"tags": ["a", "b"], "name": "Łódź"}"#,
      prints: "2 4"
    ),
    Entry(
      "first",
      .basics,
      "As a property: the first item of a list.",
      "{{ tags.first }}",
      data: #"{"tags": ["a", "b"]}"#,
      prints: "a"
    ),
    Entry(
      "last",
      .basics,
      "As a property: the last item of a list.",
      "{{ tags.last }}",
      data: #"{"tags": ["a", "b"]}"#,
      prints: "b"
    ),
    Entry(
      "-",
      .basics,
      "Inside a delimiter: takes away all white space on that side, line breaks included.",
      "a\n  {{- ' b ' -}}\n c",
      prints: "a b c"
    ),
    Entry(
      "(1..3)",
      .basics,
      "A range: all whole numbers from one to another, each of which may be a variable.",
      "{% for i in (1..count) %}{{ i }}{% endfor %}",
      data: #"{"count": 3}"#,
      prints: "123"
    ),
    Entry(
      "nil",
      .basics,
      "Nothing: what a missing entry is. Only nil and false are false, an empty text is not.",
      "{% if nothing == nil %}nil{% endif %} {% if '' %}true{% endif %}",
      data: #"{"nothing": null}"#,
      prints: "nil true"
    ),
    Entry(
      "empty",
      .basics,
      "What a text, a list or an object with nothing in it equals.",
      "{% if tags == empty %}none{% endif %}",
      data: #"{"tags": []}"#,
      prints: "none"
    ),
    Entry(
      "blank",
      .basics,
      "What equals nil, false, all that is empty, and a text of white space alone.",
      "{% if note == blank %}no note{% endif %}",
      data: #"{"note": "  "}"#,
      prints: "no note"
    ),
    comparison("==", "Whether two values are the same; a number and a text never are.", "n == 5"),
    comparison("!=", "Whether two values differ; <> is the same.", "n != 6"),
    comparison("<", "Whether a number is smaller, or a text stands before the other.", "n < 6"),
    comparison(">", "Whether a number is greater, or a text stands behind the other.", "n > 4"),
    comparison("<=", "Whether a number is smaller or the same.", "n <= 5"),
    comparison(">=", "Whether a number is greater or the same.", "n >= 5"),
    comparison(
      "contains",
      "Whether a text has a part, or a list an item.",
      "tags contains 'price'"
    ),
    comparison("and", "Whether both are true.", "n == 5 and tags contains 'price'"),
    comparison(
      "or",
      "Whether one of two is true; a row of and and or is read from right to left.",
      "n == 5 or n == 6 and n == 7"
    ),
  ]

  private static func comparison(_ name: String, _ summary: String, _ condition: String) -> Entry {
    Entry(
      name,
      .operators,
      summary,
      "{% if \(condition) %}yes{% else %}no{% endif %}",
      data: #"{"n": 5, "tags": ["price", "value"]}"#,
      prints: "yes"
    )
  }
}
