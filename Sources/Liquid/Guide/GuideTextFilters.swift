extension Guide {
  static let textFilters = [
    text("append", "Adds a text behind.", "{{ 'draft' | append: '.md' }}", "draft.md"),
    text("prepend", "Adds a text in front.", "{{ 'md' | prepend: '.' }}", ".md"),
    text("upcase", "Makes all letters large.", "{{ 'straße' | upcase }}", "STRASSE"),
    text("downcase", "Makes all letters small.", "{{ 'ŁÓDŹ' | downcase }}", "łódź"),
    text(
      "capitalize",
      "Makes the first letter large and all others small.",
      "{{ 'élan VITAL' | capitalize }}",
      "Élan vital"
    ),
    text("strip", "Takes white space away at both ends.", "[{{ '  a b ' | strip }}]", "[a b]"),
    text("lstrip", "Takes white space away in front.", "[{{ '  a ' | lstrip }}]", "[a ]"),
    text("rstrip", "Takes white space away behind.", "[{{ '  a ' | rstrip }}]", "[  a]"),
    text(
      "strip_newlines",
      "Takes all line breaks away.",
      "{{ 'a\nb' | strip_newlines }}",
      "ab"
    ),
    text(
      "newline_to_br",
      "Puts an HTML line break in front of each line break.",
      "{{ 'a\nb' | newline_to_br }}",
      "a<br />\nb"
    ),
    text(
      "replace",
      "Puts one text in the place of another, wherever it stands.",
      "{{ 'a-b-c' | replace: '-', '+' }}",
      "a+b+c"
    ),
    text(
      "replace_first",
      "Puts one text in the place of another, where it stands first.",
      "{{ 'a-b-c' | replace_first: '-', '+' }}",
      "a+b-c"
    ),
    text(
      "replace_last",
      "Puts one text in the place of another, where it stands last.",
      "{{ 'a-b-c' | replace_last: '-', '+' }}",
      "a-b+c"
    ),
    text("remove", "Takes a text away, wherever it stands.", "{{ 'a-b-c' | remove: '-' }}", "abc"),
    text(
      "remove_first",
      "Takes a text away where it stands first.",
      "{{ 'a-b-c' | remove_first: '-' }}",
      "ab-c"
    ),
    text(
      "remove_last",
      "Takes a text away where it stands last.",
      "{{ 'a-b-c' | remove_last: '-' }}",
      "a-bc"
    ),
    text(
      "slice",
      "Takes a letter, or so many of them, from a position, which counts from the end if negative.",
      "{{ 'pricing' | slice: 0, 5 }} {{ 'pricing' | slice: -3, 3 }}",
      "prici ing"
    ),
    text(
      "truncate",
      "Shortens a text to so many letters, the three points (or another ending) included.",
      "{{ 'Why we price by value' | truncate: 12 }} {{ 'Why we price' | truncate: 7, '…' }}",
      "Why we pr... Why we…"
    ),
    text(
      "truncatewords",
      "Shortens a text to so many words.",
      "{{ 'Why we price by value' | truncatewords: 3 }}",
      "Why we price..."
    ),
    text(
      "split",
      "Makes a list of a text, cut wherever another stands.",
      "{% assign parts = 'a, b, c' | split: ', ' %}{{ parts.size }} {{ parts[1] }}",
      "3 b"
    ),
    text(
      "escape",
      "Writes the signs that HTML gives a meaning to as references.",
      "{{ '<b>\"A\" & B</b>' | escape }}",
      "&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;"
    ),
    text("h", "The short name of escape.", "{{ 'A & B' | h }}", "A &amp; B"),
    text(
      "escape_once",
      "Like escape, but leaves references that are there already.",
      "{{ 'A &amp; B & C' | escape_once }}",
      "A &amp; B &amp; C"
    ),
    text(
      "strip_html",
      "Takes tags, comments, scripts and styles away.",
      "{{ '<p>Prices <b>rose</b><script>x()</script></p>' | strip_html }}",
      "Prices rose"
    ),
    text(
      "url_encode",
      "Writes a text for use in a link's query.",
      "{{ 'price & value' | url_encode }}",
      "price+%26+value"
    ),
    text(
      "url_decode",
      "Reads what url_encode wrote.",
      "{{ 'price+%26+value' | url_decode }}",
      "price & value"
    ),
    text("base64_encode", "Writes a text in Base64.", "{{ 'value?' | base64_encode }}", "dmFsdWU/"),
    text("base64_decode", "Reads Base64.", "{{ 'dmFsdWU/' | base64_decode }}", "value?"),
    text(
      "base64_url_safe_encode",
      "Writes a text in the Base64 that links can hold.",
      "{{ 'value?' | base64_url_safe_encode }}",
      "dmFsdWU_"
    ),
    text(
      "base64_url_safe_decode",
      "Reads the Base64 that links can hold.",
      "{{ 'dmFsdWU_' | base64_url_safe_decode }}",
      "value?"
    ),
  ]

  private static func text(
    _ name: String,
    _ summary: String,
    _ template: String,
    _ output: String
  ) -> Entry {
    Entry(name, .textFilters, summary, template, prints: output)
  }
}
