/// What a template's text falls into at its delimiters.
enum Piece: Sendable {
  /// Literal text, without the white space that its neighbours' dashes take away.
  case text(Range<Int>)
  /// `{{ … }}`: what stands between the delimiters.
  case output(Range<Int>)
  case tag(TagToken)
  /// A delimiter that nothing closes.
  case unclosed(Range<Int>)
  case end
}

/// `{% name … %}`, or a line of a `liquid` tag.
struct TagToken: Sendable {
  /// The name's bytes in the template; empty if there is none.
  let name: Range<Int>
  /// What follows the name.
  let markup: Range<Int>
  /// All of it, with its delimiters.
  let whole: Range<Int>
}
