extension SpoiledFile {
  private static let head = """
    {%- render 'front-matter', exec: exec, topic: topic, format: format, lang: lang, due: due %}

    {{ topic.background }}

    """

  /// Spoiled outlines: the fourth line is, the places were counted by hand.
  public static let outlines =
    ([
      ("{{ exec.nme }}", ["4:9 liquid.unknown-variable"]),
      ("{{ exce.name }}", ["4:4 liquid.unknown-variable"]),
      ("{{ topic.title | upcas }}", ["4:18 liquid.unknown-filter"]),
      ("{{ topic.title | truncate: 1, 2, 3 }}", ["4:18 liquid.wrong-arguments"]),
      (
        "{% fro x in topic.tags %}{% endfor %}",
        ["4:4 liquid.unknown-tag", "4:29 liquid.unexpected-tag"]
      ),
      ("{% if topic.why %}", ["4:4 liquid.unclosed-block"]),
      ("{% endif %}", ["4:4 liquid.unexpected-tag"]),
      ("{% for x topic.tags %}{% endfor %}", ["4:10 liquid.syntax"]),
      ("{{ topic.title", ["4:1 liquid.unclosed"]),
      ("{% if x", ["4:1 liquid.unclosed"]),
      ("{% render 'evidnce' %}", ["4:11 liquid.unknown-partial"]),
      ("{% render '../execs/cfo' %}", ["4:11 liquid.unknown-partial"]),
      ("{% tk %}", ["4:4 liquid.wrong-arguments"]),
      ("{% tk '' %}", ["4:4 draft-empty-question"]),
      ("{% tk 'why?' words: 'many' %}", ["4:4 draft-question-words"]),
      ("{% tk 'why?' wrds: 4 %}", ["4:4 liquid.unknown-argument"]),
      ("{{ 1 | divided_by: 0 }}", ["4:8 liquid.divided-by-zero"]),
      ("{{ 'a' | plus }}", ["4:10 liquid.wrong-arguments"]),
      ("{% assign = 3 %}", ["4:11 liquid.syntax"]),
      ("{% case topic.slug %}{% when %}{% endcase %}", ["4:30 liquid.syntax"]),
      ("{% raw %}", ["4:4 liquid.unclosed-block"]),
      ("{% comment %}", ["4:4 liquid.unclosed-block"]),
      ("{{ topic.title | }}", ["4:18 liquid.syntax"]),
      ("{{ topic..title }}", ["4:9 liquid.syntax"]),
      ("{% capture %}{% endcapture %}", ["4:12 liquid.syntax"]),
      ("{% liquid nonsense %}", ["4:11 liquid.unknown-tag"]),
      ("{% if topic.why = 'x' %}{% endif %}", ["4:17 liquid.syntax"]),
    ] as [(String, [String])]).map {
      SpoiledFile("Templates/article.md", head + $0.0 + "\n", $0.1)
    }
}
