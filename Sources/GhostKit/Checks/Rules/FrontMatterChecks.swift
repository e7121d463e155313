internal import Diagnostics

extension Check {
  /// Which rule a fault of the front matter belongs to; all others make it unreadable.
  static let onFrontMatter: [Diagnostic.Code: Check] = [
    "yaml.missing-key": missingKey, "yaml.missing-value": missingKey,
    "yaml.wrong-type": wrongType, "yaml.unknown-word": wrongType,
  ]

  /// A file that is no text, or too much of it.
  static let unreadableDraft = Check(
    "draft-unreadable",
    "every draft can be read",
    help: """
      A draft is UTF-8 text of at most one mebibyte, without NUL bytes, and its front matter is \
      closed:

          ---
          title: Why we price by value
          ---

      Save the file as UTF-8, and close what is open.
      """,
    .reading
  )

  /// Front matter that is no YAML, or missing.
  static let unreadableFrontMatter = Check(
    "front-matter",
    "the front matter can be read",
    help: """
      A draft begins with front matter: keys and values in YAML between two lines '---'. A text \
      that holds a colon stands in quotes:

          title: "Pricing: why we charge by value"

      Other programs have to read the same in it. Hugo does not tell 'Status' from 'status', takes \
      the keys in 'params' and 'cascade' for the page's own, and ends the front matter at any line \
      that begins with '---'; Jekyll takes 'tag' for one of the tags; in both, what a key '<<' \
      brings overrides the keys beside it. So all of that is an error, in 'params' and 'cascade' \
      for ghost's own keys alone. Keys of your own, and '<<' further in, are fine.
      """,
    .reading
  )

  /// A key that every draft needs.
  static let missingKey = Check(
    "front-matter-key-missing",
    "the front matter has the keys that every draft needs",
    help: """
      Every draft says these five, which 'ghost draft' writes:

          title: Why we price by value
          byline: Dana Reyes, CFO
          exec: cfo
          topic: pricing
          format: article
      """,
    .reading
  )

  /// A value of another kind than its key has.
  static let wrongType = Check(
    "front-matter-type",
    "each key of the front matter has a value of its kind",
    help: """
      Titles and names are text, tags are a list, due and asked are days:

          tags: [pricing, margins]
          due: 2026-12-04
      """,
    .reading
  )
}
