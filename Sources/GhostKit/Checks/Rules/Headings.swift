internal import Diagnostics
internal import Markdown

extension Check {
  /// A reader who hears the page moves by its headings.
  static let headingJump = Check(
    "heading-jump",
    .warning,
    "no level of headings is left out",
    help: """
      Screen readers and tables of contents go by the levels of headings, so '####' does not \
      follow '##' directly. The title in the front matter is level 1; the text begins with '##'.
      """,
    .draft { draft in
      var previous = 1
      return draft.document.headings.compactMap { heading in
        defer { previous = heading.level }
        guard heading.level > previous + 1 else { return nil }
        return Finding(
          range: heading.source,
          message: "a heading of level \(heading.level) follows one of level \(previous)",
          hint: "make it level \(previous + 1)"
        )
      }
    }
  )

  /// A page has one title.
  static let secondTitle = Check(
    "second-title",
    "the draft has one title",
    help: """
      The page's title is the 'title' of the front matter; one heading '# …' may repeat it. Make \
      any further one a heading of level 2: ## How retention changed
      """,
    .draft { draft in
      draft.document.headings.filter { $0.level == 1 }.dropFirst().map {
        Finding(range: $0.source, message: "this is a second title", hint: "make it level 2: ##")
      }
    }
  )
}
