extension Guide {
  static let listFilters = [
    list(
      "join",
      "Makes a text of a list.",
      "{{ tags | join: ', ' }}",
      "value, price, Teams, value"
    ),
    list("first", "The first item.", "{{ tags | first }}", "value"),
    list("last", "The last item.", "{{ tags | last }}", "value"),
    list("size", "How many items, or letters, there are.", "{{ tags | size }}", "4"),
    list(
      "reverse",
      "Turns the order round.",
      "{{ tags | reverse | join: ' ' }}",
      "value Teams price value"
    ),
    list(
      "sort",
      "Orders by number or by letter, capitals first; a name orders objects by that entry.",
      "{{ tags | sort | join: ' ' }}; {{ posts | sort: 'words' | map: 'title' | join: ' ' }}",
      "Teams price value value; Hello Prices Churn"
    ),
    list(
      "sort_natural",
      "Orders by letter, large or small.",
      "{{ tags | sort_natural | join: ' ' }}",
      "price Teams value value"
    ),
    list(
      "uniq",
      "Keeps the first of items that are the same.",
      "{{ tags | uniq | join: ' ' }}",
      "value price Teams"
    ),
    list(
      "concat",
      "Puts another list behind.",
      "{{ tags | concat: more | join: ' ' }}",
      "value price Teams value new"
    ),
    list(
      "compact",
      "Leaves out what is nil; a name leaves out objects that lack that entry.",
      "{{ posts | map: 'lead' | compact | join: ' ' }}",
      "true"
    ),
    list(
      "map",
      "Takes one entry of each object.",
      "{{ posts | map: 'title' | join: ', ' }}",
      "Prices, Churn, Hello"
    ),
    list(
      "where",
      "Keeps the objects whose entry is a value, or is there at all.",
      "{{ posts | where: 'by', 'Dana' | map: 'title' | join: ', ' }}",
      "Prices, Hello"
    ),
    list(
      "reject",
      "Leaves out the objects whose entry is a value, or is there at all.",
      "{{ posts | reject: 'by', 'Dana' | map: 'title' | join: ', ' }}",
      "Churn"
    ),
    list(
      "find",
      "The first object whose entry is a value.",
      "{% assign post = posts | find: 'by', 'Dana' %}{{ post.title }}",
      "Prices"
    ),
    list(
      "find_index",
      "The position of the first object whose entry is a value, from 0.",
      "{{ posts | find_index: 'title', 'Churn' }}",
      "1"
    ),
    list(
      "has",
      "Whether any object's entry is a value.",
      "{{ posts | has: 'title', 'Churn' }}",
      "true"
    ),
    list(
      "sum",
      "Adds all items up, or one entry of each object.",
      "{{ posts | sum: 'words' }}",
      "1270"
    ),
  ]

  private static func list(
    _ name: String,
    _ summary: String,
    _ template: String,
    _ output: String
  ) -> Entry {
    Entry(name, .listFilters, summary, template, data: data, prints: output)
  }

  private static let data = """
    {
      "tags": ["value", "price", "Teams", "value"],
      "more": ["new"],
      "posts": [
        {"title": "Prices", "by": "Dana", "words": 420, "lead": true},
        {"title": "Churn", "by": "Sam", "words": 800},
        {"title": "Hello", "by": "Dana", "words": 50}
      ]
    }
    """
}
