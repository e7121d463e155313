extension Guide {
  static let numberFilters = [
    number("plus", "Adds.", "{{ 0.1 | plus: 0.2 }}", "0.3"),
    number("minus", "Subtracts.", "{{ 100 | minus: 82 }}", "18"),
    number("times", "Multiplies.", "{{ 3.14 | times: 3 }}", "9.42"),
    number(
      "divided_by",
      "Divides; a whole number by a whole number gives the whole number below.",
      "{{ 5 | divided_by: 2 }} {{ 5 | divided_by: 2.0 }}",
      "2 2.5"
    ),
    number("modulo", "What a division leaves over.", "{{ 7 | modulo: 3 }}", "1"),
    number(
      "round",
      "The nearest whole number, or with so many digits behind the point.",
      "{{ 2.5 | round }} {{ 2.718 | round: 2 }}",
      "3 2.72"
    ),
    number("ceil", "The next whole number above.", "{{ 1.2 | ceil }}", "2"),
    number("floor", "The next whole number below.", "{{ 1.8 | floor }}", "1"),
    number("abs", "The number without its sign.", "{{ -7 | abs }}", "7"),
    number("at_least", "The number, or another if that is greater.", "{{ 3 | at_least: 5 }}", "5"),
    number("at_most", "The number, or another if that is smaller.", "{{ 8 | at_most: 5 }}", "5"),
    number(
      "date",
      "Writes a date by a format; now and today are the present, and what is no date stays.",
      "{{ '2026-12-04' | date: '%A, %-d %B %Y' }}",
      "Friday, 4 December 2026"
    ),
    number(
      "default",
      "Another value in the place of nil, false and all that is empty; allow_false: true keeps false.",
      "{{ missing | default: 'none' }} {{ false | default: 'none', allow_false: true }}",
      data: #"{"missing": null}"#,
      "none false"
    ),
  ]

  private static func number(
    _ name: String,
    _ summary: String,
    _ template: String,
    data: String = "{}",
    _ output: String
  ) -> Entry {
    Entry(name, .numberFilters, summary, template, data: data, prints: output)
  }
}
