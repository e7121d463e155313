internal import Markdown

extension Redline {
  /// Compares two versions of a draft; a TK is a question of ghost's, and no word of anybody's.
  init(ofDraft old: Document, to new: Document) {
    self.init(
      from: old,
      to: new,
      wholes: (Placeholder.all(in: old).map(\.text), Placeholder.all(in: new).map(\.text))
    )
  }
}
