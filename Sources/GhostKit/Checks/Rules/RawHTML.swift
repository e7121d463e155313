internal import Diagnostics
internal import Markdown

extension Check {
  /// Markup that reaches the page unseen by whoever approves the text.
  static let rawHTML = Check(
    "raw-html",
    "the draft is Markdown alone",
    help: """
      HTML can hide text and load programs, and an approver reads neither. Write Markdown instead: \
      '<b>now</b>' is '**now**'. Comments '<!-- … -->' are fine. Where HTML is wanted, \
      .ghost/policy.yml says: allow: [raw-html]
      """,
    .draft { draft in
      guard !draft.surroundings.allows(.rawHTML) else { return [] }
      let bytes = draft.document.source.bytes
      return draft.document.rawHTML.filter { !bytes[$0].starts(with: "<!--".utf8) }.map {
        Finding(range: $0, message: "this is HTML", hint: "write it in Markdown")
      }
    }
  )
}
