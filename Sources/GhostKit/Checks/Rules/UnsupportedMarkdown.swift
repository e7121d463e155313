internal import Diagnostics
internal import Markdown

extension Check {
  /// Marks of other kinds of Markdown, which readers would see as they stand.
  static let unsupportedMarkdown = Check(
    "unsupported-markdown",
    .warning,
    "the text holds no marks that the page shows as they are",
    help: """
      ghost publishes CommonMark. What other programs add to it is shown letter by letter:

          tables          | plan | price |      write a list, or show an image
          footnotes       [^1]                  put the note in brackets
          task lists      - [ ] call Dana       write a plain list
          formulas        $x^2$                 write it in words
          shortcodes      {{< video 7 >}}       write what it would show
          containers      ::: note              write a quotation: >
          strikethrough   ~~old~~               delete it
          definitions     : what it means       write a list
          attributes      ## Margins {#margins} delete them

      Code is shown as it stands and may hold all of them. A backslash says that a mark is meant: \\~~
      """,
    .draft { draft in
      var scan = ExtensionScan(of: draft.document)
      return scan.marks().map { mark in
        let words = words(for: mark.construct)
        return Finding(
          range: mark.range,
          message: "\(words.name) is shown as plain text",
          hint: words.hint
        )
      }
    }
  )

  private static func words(
    for construct: ExtensionScan.Construct
  ) -> (name: String, hint: String) {
    switch construct {
    case .table: ("a table", "write a list, or show the table as an image")
    case .footnote: ("a footnote", "put the note in the text, in brackets")
    case .task: ("the box of a task list", "write a plain list")
    case .math: ("a formula", "write it in words, or show it as an image")
    case .shortcode: ("a shortcode", "write what it would show")
    case .container: ("the border of a container", "write a quotation, each line behind '>'")
    case .strikethrough: ("a strikethrough", "delete what is struck through, or the marks")
    case .definition: ("a definition list", "write a list: - **term**: what it means")
    case .attributes: ("an attribute", "delete it")
    case .alert: ("the kind of a note", "write it in words: > **Note:**")
    }
  }
}
